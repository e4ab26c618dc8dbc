import { absolutePositionToRelativePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { HeadlessPage } from "../../../tests/editor/headless-page";
import { seedOf } from "../../../tests/editor/words";
import { type Caret, readPeople } from "./people";
import { blockAt, headingOver, onMoves } from "./whereabouts";

function page(...lines: string[]): HeadlessPage {
  return new HeadlessPage(seedOf(...lines));
}

function heading(of: HeadlessPage, index: number): void {
  of.dispatch(of.state.tr.setNodeAttribute(of.block(index).pos, "kind", "heading"));
}

/** As it goes over the wire. */
function caretOf(of: HeadlessPage): Caret {
  const { type, binding } = ySyncPluginKey.getState(of.state);
  const head = absolutePositionToRelativePosition(of.state.selection.head, type, binding.mapping);
  return JSON.parse(JSON.stringify({ anchor: head, head }));
}

function placeOf(of: HeadlessPage): string | null {
  const block = blockAt(of.doc, caretOf(of));
  return block && headingOver(block);
}

test("[E31] somebody is where the heading above their caret says, whatever is written above it meanwhile", () => {
  const anna = page("Før alt.", "3.2 Udskrivning", "Vi støtter.", "Og mere.", "4 Andet", "Sidst.");
  heading(anna, 1);
  heading(anna, 4);
  expect(placeOf(anna.caret(0, 2))).toBe("");
  expect(placeOf(anna.caret(1, 2))).toBe("3.2 Udskrivning");
  expect(placeOf(anna.caret(3, -1))).toBe("3.2 Udskrivning");
  expect(placeOf(anna.caret(5, 0))).toBe("4 Andet");
});

test("[E31] an empty paragraph is a place, and a paragraph that is gone is none", () => {
  const anna = page("Overskrift", "", "Tekst.");
  heading(anna, 0);
  expect(placeOf(anna.caret(1, 0))).toBe("Overskrift");
  const caret = caretOf(anna.caret(2, 3));
  const { node, pos } = anna.block(2);
  anna.dispatch(anna.state.tr.delete(pos, pos + node.nodeSize));
  expect(blockAt(anna.doc, caret)).toBeNull();
});

test("[E31] [P1] a person with two tabs is one, where they write; one's own other tab is nobody else", () => {
  const awareness = new Awareness(new Y.Doc());
  const user = { name: "Bo Dam", color: "#1f6f8b", initials: "BD", center: "Socialservice", writes: true };
  const cursor = { anchor: 1, head: 1 };
  awareness.states.set(1, { user });
  awareness.states.set(2, { user, cursor });
  awareness.states.set(3, { user: { ...user, name: "Anna Berg" } });
  awareness.states.set(4, { user: { name: "Uden farve" } });
  expect(readPeople(awareness, "Anna Berg")).toEqual([{ client: 2, ...user, caret: cursor }]);
  awareness.destroy();
});

test("[E31] a caret that is told before the words it stands in is found when they come", () => {
  const anna = page("3.2 Udskrivning", "Vi støtter.");
  heading(anna, 0);
  const bo = new Y.Doc();
  Y.applyUpdate(bo, Y.encodeStateAsUpdate(anna.doc));
  const said: string[] = [];
  const updates: Uint8Array[] = [];
  anna.doc.on("update", (update: Uint8Array) => updates.push(update));
  anna.caret(1, 3).type("Nu ");
  const caret = caretOf(anna);
  const awareness = new Awareness(bo);
  const stop = onMoves(bo, awareness, () => {
    const block = blockAt(bo, caret);
    said.push(block ? headingOver(block) : "nowhere");
  });
  awareness.setLocalStateField("cursor", caret);
  for (const update of updates) Y.applyUpdate(bo, update);
  expect(said[0]).toBe("nowhere");
  expect(said.at(-1)).toBe("3.2 Udskrivning");
  stop();
  const count = said.length;
  bo.getArray("elsewhere").push([1]);
  awareness.destroy();
  expect(said.length).toBe(count);
});
