import type { Editor } from "@tiptap/react";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { Target } from "../../document-model/document";
import { addLink, linksByBlock, removeLink } from "../../document-model/links";
import { links as words } from "../../words/editor";
import { selectedBlocks } from "../schema/block-keys";
import { LINKING } from "../undo";
import { isSameTarget } from "./label";

export type Linker = {
  /** Links the paragraphs of the selection on behalf of the chosen center; all linked already: takes those links away. */
  toggle(target: Target): void;
  /** Links them, whatever there was. */
  add(target: Target): void;
  /** Takes one center's link off one paragraph, or everybody's. */
  remove(blockId: string, target: Target, center?: string): void;
};

type Given = {
  doc: Y.Doc;
  editor: Editor;
  center: string | null;
  labelOf: (target: Target) => string;
  announce: (message: string) => void;
};

/** What a person does with links. Each is one step of undo and is said aloud. [L4] [L6] */
export function createLinker(given: Given): Linker {
  return {
    toggle: (target) => toggle(given, target),
    add: (target) => link(given, target, currentIds(given)),
    remove: (blockId, target, center) => {
      step(given, () => removeLink(given.doc, blockId, target, center));
      given.announce(words.removed(given.labelOf(target), 1));
    },
  };
}

function currentIds({ editor }: Given): string[] {
  return selectedBlocks(editor.state).flatMap(({ node }): string[] => (node.attrs["id"] ? [node.attrs["id"]] : []));
}

function toggle(given: Given, target: Target): void {
  const ids = currentIds(given);
  const linked = linksByBlock(given.doc);
  const isMine = (id: string) =>
    (linked.get(id) ?? []).some((one) => isSameTarget(one, target) && one.center === given.center);
  if (ids.length === 0 || !given.center || !ids.every(isMine)) {
    link(given, target, ids);
    return;
  }
  step(given, () => {
    for (const id of ids) removeLink(given.doc, id, target, given.center ?? undefined);
  });
  given.announce(words.removed(given.labelOf(target), ids.length));
}

function link(given: Given, target: Target, ids: readonly string[]): void {
  const { center, doc, announce } = given;
  if (!center || ids.length === 0) {
    announce(center ? words.noParagraph : words.noCenter);
    return;
  }
  step(given, () => {
    for (const id of ids) addLink(doc, id, { kind: target.kind, id: target.id, center });
  });
  announce(words.added(given.labelOf(target), ids.length));
}

function step({ doc, editor }: Given, change: () => void): void {
  const undoManager: Y.UndoManager = yUndoPluginKey.getState(editor.state).undoManager;
  undoManager.stopCapturing();
  doc.transact(change, LINKING);
  undoManager.stopCapturing();
}
