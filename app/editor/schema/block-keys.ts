import type { CommandProps, Editor } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { BlockKind } from "../../document-model/document";
import { pastNotes } from "./notes/joins";
import { isNote } from "./notes/places";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    block: {
      /** Makes every block of the selection that kind; ids and links stay. */
      setKind: (kind: BlockKind, level?: number) => ReturnType;
      /** The same, but back to a paragraph when all of them are that kind already. */
      toggleKind: (kind: BlockKind, level?: number) => ReturnType;
      /** Moves list items a level in (1) or out (-1). */
      indent: (by: 1 | -1) => ReturnType;
      /** Moves the block of the caret past its neighbour; id and links go with it. */
      moveBlock: (by: 1 | -1) => ReturnType;
      splitParagraph: () => ReturnType;
    };
  }
}

type Placed = { node: PmNode; pos: number };

/** The text blocks that the selection touches, in order. */
export function selectedBlocks(state: EditorState): Placed[] {
  const found: Placed[] = [];
  for (const { $from, $to } of state.selection.ranges) {
    state.doc.nodesBetween($from.pos, $to.pos, (node, pos) => {
      if (node.type.name === "block") found.push({ node, pos });
      return node.type.name !== "block";
    });
  }
  return found;
}

function isList(node: PmNode): boolean {
  return node.attrs["kind"] === "bullet" || node.attrs["kind"] === "ordered";
}

export const blockCommands = {
  setKind:
    (kind: BlockKind, level = 0) =>
    ({ state, tr, dispatch }: CommandProps) => {
      // A footnote stays one: its words would point to nothing.
      const blocks = selectedBlocks(state).filter(({ node }) => !isNote(node));
      if (dispatch) for (const { node, pos } of blocks) mark(tr, pos, { ...node.attrs, kind, level });
      return blocks.length > 0;
    },
  toggleKind:
    (kind: BlockKind, level = 0) =>
    ({ state, commands }: CommandProps) => {
      const isAll = selectedBlocks(state)
        .filter(({ node }) => !isNote(node))
        .every(({ node }) => node.attrs["kind"] === kind && node.attrs["level"] === level);
      return isAll ? commands.setKind("paragraph") : commands.setKind(kind, level);
    },
  indent:
    (by: 1 | -1) =>
    ({ state, tr, dispatch }: CommandProps) => {
      const items = selectedBlocks(state).filter(({ node }) => isList(node));
      if (dispatch) {
        for (const { node, pos } of items) {
          tr.setNodeAttribute(pos, "level", Math.min(3, Math.max(0, node.attrs["level"] + by)));
        }
      }
      return items.length > 0;
    },
  moveBlock:
    (by: 1 | -1) =>
    ({ state, tr, dispatch }: CommandProps) =>
      moveBlock(state, by, dispatch ? tr : null),
  splitParagraph:
    () =>
    ({ state, tr, dispatch }: CommandProps) =>
      splitParagraph(state, dispatch ? tr : null),
};

function mark(tr: Transaction, pos: number, attributes: Record<string, unknown>): void {
  // Attribute steps, not setNodeMarkup: the text inside is then never touched.
  tr.setNodeAttribute(pos, "kind", attributes["kind"]);
  tr.setNodeAttribute(pos, "level", attributes["level"]);
  if (attributes["kind"] === "quote" || attributes["of"] === null) return;
  tr.setNodeAttribute(pos, "of", null).setNodeAttribute(pos, "seen", null);
}

/** The notes that stand below a paragraph go with it. */
function moveBlock(state: EditorState, by: 1 | -1, tr: Transaction | null): boolean {
  const { $from } = state.selection;
  if ($from.depth === 0) return false;
  const { doc } = state;
  const start = $from.before(1);
  const end = isNote(doc.nodeAt(start)) ? $from.after(1) : pastNotes(doc, $from.after(1));
  const target = by === 1 ? behindNext(doc, end) : beforePrevious(doc, $from.index(0));
  if (target === null) return false;
  if (!tr) return true;
  const moved = doc.slice(start, end).content;
  const offset = state.selection.head - start;
  const size = end - start;
  tr.delete(start, end).insert(by === 1 ? target - size : target, moved);
  const at = (by === 1 ? target - size : target) + offset;
  tr.setSelection(TextSelection.near(tr.doc.resolve(at))).scrollIntoView();
  return true;
}

function behindNext(doc: PmNode, pos: number): number | null {
  const next = doc.nodeAt(pos);
  return next ? pastNotes(doc, pos + next.nodeSize) : null;
}

function beforePrevious(doc: PmNode, index: number): number | null {
  let at = index - 1;
  while (at > 0 && isNote(doc.child(at))) at -= 1;
  let pos = 0;
  for (let before = 0; before < at; before++) pos += doc.child(before).nodeSize;
  return at < 0 ? null : pos;
}

/** Enter. At the end a new block without identity, at the start an empty one before, else both halves carry the id on, and identity.ts decides. [E2] */
function splitParagraph(state: EditorState, tr: Transaction | null): boolean {
  const { $from, $to } = state.selection;
  if ($from.parent.type.name !== "block" || $to.parent.type.name !== "block") return false;
  if (!tr) return true;
  if (!state.selection.empty) tr.deleteSelection();
  const $at = tr.selection.$from;
  const block = $at.parent;
  // Behind a heading, or the words of a clause, one's own words begin.
  const isHeading = block.attrs["kind"] === "heading" || block.attrs["of"] !== null;
  const next = isHeading
    ? { id: null, kind: "paragraph", level: 0 }
    : { ...block.attrs, id: null, of: null, seen: null };
  const behind = pastNotes(tr.doc, $at.after());
  if ($at.parentOffset === 0 && block.content.size > 0) {
    tr.insert($at.before(), block.type.create(next));
  } else if ($at.parentOffset === block.content.size && behind > $at.after()) {
    tr.insert(behind, block.type.create(next));
    tr.setSelection(TextSelection.create(tr.doc, behind + 1));
  } else {
    const isAtEnd = $at.parentOffset === block.content.size;
    tr.split($at.pos, 1, [{ type: block.type, attrs: isAtEnd ? next : block.attrs }]);
  }
  tr.scrollIntoView();
  return true;
}

export function blockKeys(editor: Editor): Record<string, () => boolean> {
  const back = () => editor.commands.leaveEmptyNote() || dropKind(editor) || editor.commands.joinPastNotes(-1);
  const forward = () => editor.commands.joinPastNotes(1);
  return {
    Enter: () => breakInNote(editor) || leaveList(editor) || editor.commands.splitParagraph(),
    Backspace: back,
    // By words they come to the same where a paragraph begins or ends.
    "Mod-Backspace": back,
    Delete: forward,
    "Mod-Delete": forward,
    Tab: () => editor.commands.indent(1),
    "Shift-Tab": () => editor.commands.indent(-1),
    "Mod-Alt-0": () => editor.commands.setKind("paragraph"),
    "Mod-Alt-1": () => editor.commands.toggleKind("heading", 1),
    "Mod-Alt-2": () => editor.commands.toggleKind("heading", 2),
    "Mod-Alt-3": () => editor.commands.toggleKind("heading", 3),
    "Mod-Shift-7": () => editor.commands.toggleKind("ordered"),
    "Mod-Shift-8": () => editor.commands.toggleKind("bullet"),
    "Mod-Shift-b": () => editor.commands.toggleKind("quote"),
    "Alt-ArrowUp": () => editor.commands.moveBlock(-1),
    "Alt-ArrowDown": () => editor.commands.moveBlock(1),
  };
}

/** A note is one block: a new line in it is a line break. */
function breakInNote(editor: Editor): boolean {
  return isNote(editor.state.selection.$from.parent) && editor.commands.setHardBreak();
}

/** Enter in an empty list item or quote steps out of it, one level at a time. */
function leaveList(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection;
  const { kind, level } = $from.parent.attrs;
  if (!empty || $from.parent.content.size > 0 || $from.parent.type.name !== "block") return false;
  if (kind === "paragraph" || kind === "heading") return false;
  return level > 0 ? editor.commands.indent(-1) : editor.commands.setKind("paragraph");
}

/** Backspace at the start of anything but a paragraph first makes it one; only then are blocks joined. */
function dropKind(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== "block") return false;
  if (editor.commands.undoInputRule()) return true;
  if ($from.parent.attrs["kind"] !== "paragraph") return editor.commands.setKind("paragraph");
  // The first block of the text or of a cell has nothing to join; Tiptap would reset it, and with it the id.
  return $from.index($from.depth - 1) === 0;
}
