import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { absoluteFrom, relativeFrom } from "../../app/editor/binding/positions";
import { HeadlessPage } from "./headless-page";
import { seedOf } from "./words";

/** Every place of the text, as y-tiptap counts it and as we find it, and back again. */
function compare({ state, doc }: HeadlessPage): void {
  const { binding } = ySyncPluginKey.getState(state);
  for (let pos = 0; pos <= state.doc.content.size; pos += 1) {
    const counted = absolutePositionToRelativePosition(pos, binding.type, binding.mapping);
    const found = relativeFrom(binding, state.doc, pos);
    expect(Y.relativePositionToJSON(found), `at ${pos}`).toEqual(Y.relativePositionToJSON(counted));
    const back = relativePositionToAbsolutePosition(doc, binding.type, counted, binding.mapping);
    expect(absoluteFrom(binding, state.doc, counted), `back at ${pos}`).toBe(back);
  }
}

test("[E31] a caret is found in the Y.Doc where counting through the text finds it", () => {
  const page = new HeadlessPage(seedOf("Vi støtter målet.", "", "Dog ikke her.", "Tre."));
  compare(page);
  page.caret(0, 3).type("alle ");
  page.caret(2, -1).enter();
  page.type("Nyt.");
  compare(page);
});

test("[E31] so it is after what others have written, split and joined", () => {
  const page = new HeadlessPage(seedOf("En.", "To.", "Tre.", "Fire."));
  const other = new HeadlessPage(Y.encodeStateAsUpdate(page.doc));
  const exchange = () => {
    Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(page.doc)), "provider");
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(page.doc, Y.encodeStateVector(other.doc)), "provider");
  };
  other.caret(1, 1).enter();
  page.caret(3, -1).type(" Og mere.");
  exchange();
  other.caret(0, -1).type("!");
  page.caret(1, 0).type("Foran ");
  exchange();
  for (const one of [page, other]) {
    compare(one);
    expect(one.state.doc.eq(one.drawnAnew)).toBe(true);
  }
});
