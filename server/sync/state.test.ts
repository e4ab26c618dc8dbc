import { expect, test } from "vitest";
import * as Y from "yjs";
import { plainText, updateOf, writeParagraph } from "../../tests/sync/document";
import { replay } from "../document-store";
import { State } from "./state";

const NOTHING = Y.encodeStateVector(new Y.Doc());
const LONG = "Vi støtter aftalen. ".repeat(5_000);

/** As it is loaded: from a snapshot, and a tail of so many paragraphs. */
function loaded(text: string, tail: number) {
  const doc = new Y.Doc();
  writeParagraph(doc, "first", text);
  const snapshot = { state: Y.encodeStateAsUpdate(doc), vector: Y.encodeStateVector(doc) };
  const log = Array.from({ length: tail }, (_, index) => changed(doc, `Nr. ${index}`));
  return { doc, snapshot, log, state: new State({ updates: [snapshot.state, ...log], snapshot }) };
}

function changed(doc: Y.Doc, text: string): Uint8Array {
  return updateOf(doc, () => writeParagraph(doc, text, text));
}

/** The text of a page that knew that much, with what it is given. */
function textAfter(known: Uint8Array[], state: State, doc: Y.Doc): string {
  const page = replay(known);
  for (const update of state.lackedBy(Y.encodeStateVector(page), doc)) Y.applyUpdate(page, update);
  return plainText(page);
}

test.each([
  ["short", "Kort."],
  ["long", LONG],
])("[W5] a %s text is whole for whoever knows nothing, a part or all of it", (_, text) => {
  const { doc, state, snapshot, log } = loaded(text, 2);
  const news = changed(doc, "Nyt");
  state.changed([news]);
  for (const known of [[], [snapshot.state], [snapshot.state, ...log], [snapshot.state, ...log, news]]) {
    expect(textAfter(known, state, doc)).toBe(plainText(doc));
  }
});

test("[W5] a text that is as its snapshot has it is handed on byte by byte", () => {
  for (const text of ["Kort.", LONG]) {
    const { doc, state, snapshot } = loaded(text, 0);
    expect(state.lackedBy(NOTHING, doc)).toEqual([snapshot.state]);
  }
});

test("[W5] a long one goes out as it was put into bytes before and what has come since, until that is much", () => {
  const { doc, state, snapshot } = loaded(LONG, 1);
  const [whole, since] = state.lackedBy(NOTHING, doc);
  expect(whole).toBe(snapshot.state);
  expect(since?.byteLength).toBeLessThan(200);

  state.changed([changed(doc, LONG)]);
  const anew = state.lackedBy(NOTHING, doc);
  expect(anew).toHaveLength(1);
  expect(anew[0]).not.toBe(snapshot.state);
  expect(state.lackedBy(NOTHING, doc)[0]).toBe(anew[0]);
});

test("[W5] one that has become long since it was loaded, or has no snapshot yet, is put into bytes once for all who come", () => {
  for (const snapshot of [loaded("Kort.", 0).snapshot, null]) {
    const doc = snapshot ? replay([snapshot.state]) : new Y.Doc();
    const state = new State({ updates: snapshot ? [snapshot.state] : [], snapshot });
    state.changed([changed(doc, LONG)]);
    const [whole] = state.lackedBy(NOTHING, doc);
    state.changed([changed(doc, "Nyt")]);
    const after = state.lackedBy(NOTHING, doc);
    expect(after[0]).toBe(whole);
    expect(textAfter([], state, doc)).toBe(plainText(doc));
  }
});
