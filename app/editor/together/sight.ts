import type { Editor } from "@tiptap/core";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { Caret } from "./people";

/** Where the text is comfortably read: between these parts of the window's height. */
const COMFORT = { from: 0.2, to: 0.75, at: 0.4 };

/** Brings somebody's caret to where it is comfortably read, unless it is there. One's own caret stays where it is. */
export function bringIntoSight(editor: Editor, { head }: Caret): void {
  const { state, view } = editor;
  const { doc, type, binding } = ySyncPluginKey.getState(state);
  const relative = Y.createRelativePositionFromJSON(head);
  const pos: number | null = relativePositionToAbsolutePosition(doc, type, relative, binding.mapping);
  if (pos === null) return;
  const { top } = view.coordsAtPos(Math.min(pos, state.doc.content.size));
  const place = top / window.innerHeight;
  if (place > COMFORT.from && place < COMFORT.to) return;
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: top - COMFORT.at * window.innerHeight, behavior: isCalm ? "auto" : "smooth" });
}
