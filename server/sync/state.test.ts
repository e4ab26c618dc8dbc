import { expect, test } from "vitest";
import * as Y from "yjs";
import { plainText, updateOf, writeParagraph } from "../../tests/sync/document";
import { replay } from "../document-store";
import { State } from "./state";

const NOTHING = Y.encodeStateVector(new Y.Doc());

function begun() {
  const doc = new Y.Doc();
  writeParagraph(doc, "first", "Vi støtter aftalen.");
  return { doc, first: Y.encodeStateAsUpdate(doc) };
}

/** The text of a page that knew that much, with what it is given. */
function textAfter(known: Uint8Array[], state: State, doc: Y.Doc): string {
  const page = replay(known);
  Y.applyUpdate(page, state.lackedBy(Y.encodeStateVector(page), doc));
  return plainText(page);
}

test("[W5] a text that is as its snapshot has it is handed on byte by byte; once it has changed, with what has changed", () => {
  const { doc, first } = begun();
  const state = new State([first]);
  expect(state.lackedBy(NOTHING, doc)).toBe(first);

  const more = updateOf(doc, () => writeParagraph(doc, "second", "Med to bemærkninger."));
  state.changed([more]);
  for (const known of [[], [first], [first, more]]) {
    expect(textAfter(known, state, doc)).toBe("Vi støtter aftalen.\nMed to bemærkninger.");
  }
});

test("[W5] it is put into bytes once for all who know nothing of it, until it changes", () => {
  const { doc, first } = begun();
  const more = updateOf(doc, () => writeParagraph(doc, "second", "Med to bemærkninger."));
  const state = new State([first, more]);
  const whole = state.lackedBy(NOTHING, doc);
  expect(state.lackedBy(NOTHING, doc)).toBe(whole);

  state.changed([updateOf(doc, () => writeParagraph(doc, "third", "Og en til."))]);
  expect(textAfter([], state, doc)).toBe("Vi støtter aftalen.\nMed to bemærkninger.\nOg en til.");
});
