import type { Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { Stance, Target } from "../../document-model/document";
import { addLink, linkKey, linkMap, linksByBlock, setStance } from "../../document-model/links";
import { stances } from "../../words/names";
import { enumerated } from "../../words/numbers";
import { stance as stanceWords, links as words } from "../../words/text-tools";
import { LINKING } from "../undo";
import { alsoGone, linksTo } from "./earlier";
import { labelOf, type Named } from "./label";
import { meantBlocks } from "./meant-blocks";
import type { Known } from "./reach";

export type Linker = {
  /** Links the paragraphs of the selection on behalf of the chosen center; all linked already: takes those links away. */
  toggle(target: Target): void;
  /** Links them, whatever there was. */
  add(target: Target): void;
  /** Links these paragraphs to these targets. */
  link(blockIds: readonly string[], targets: readonly Target[]): void;
  /** Says what the paragraphs of the selection are to a target, and links those that are not; null: nothing more than that. */
  declare(target: Target, stance: Stance | null): void;
  /** Takes one center's link off one paragraph, or everybody's, by whatever clause it leads there. */
  remove(blockId: string, target: Target, center?: string): void;
  /** Says what one paragraph is to a target for one center, or with null nothing more than that it is about it. */
  say(blockId: string, target: Target, center: string, stance: Stance | null): void;
};

type Given = {
  doc: Y.Doc;
  editor: Editor;
  center: string | null;
  source: Known & Named;
  announce: (message: string) => void;
  /** Hears what was linked, for what is used lately to come first. */
  onUse: (target: Target) => void;
};

/** What a person does with links. Each is one step of undo and is said aloud. [L4] [L6] */
export function createLinker(given: Given): Linker {
  return {
    toggle: (target) => toggle(given, target),
    add: (target) => link(given, meantBlocks(given.editor.state), [target]),
    link: (blockIds, targets) => link(given, blockIds, targets),
    declare: (target, stance) => declare(given, target, stance),
    remove: (blockId, target, center) => unlink(given, [blockId], target, center),
    say: (blockId, target, center, stance) => say(given, { blockId, target, center, stance }),
  };
}

function toggle(given: Given, target: Target): void {
  const { doc, source, center } = given;
  const ids = meantBlocks(given.editor.state);
  const linked = linksByBlock(doc);
  const isMine = (id: string) => linksTo(target, linked.get(id) ?? [], source, center ?? undefined).length > 0;
  if (ids.length === 0 || !center || !ids.every(isMine)) link(given, ids, [target]);
  else unlink(given, ids, target, center);
}

function link(given: Given, ids: readonly string[], targets: readonly Target[]): void {
  const { doc, source, announce, onUse } = given;
  const center = centerFor(given, ids);
  if (!center) return;
  step(given, () => {
    for (const { kind, id } of targets) for (const blockId of ids) addLink(doc, blockId, { kind, id, center });
  });
  for (const target of targets) onUse(target);
  announce(words.added(enumerated(targets.map((target) => labelOf(target, source))), ids.length));
}

/** On whose behalf; when nobody's, or there is nothing to link, that is said. */
function centerFor({ center, announce }: Given, ids: readonly string[]): string | null {
  if (center && ids.length > 0) return center;
  announce(center ? words.noParagraph : words.noCenter);
  return null;
}

/** In one step: those that are linked get the stance, the others a link that has it. [L8] */
function declare(given: Given, target: Target, stance: Stance | null): void {
  const { doc, source, announce, onUse } = given;
  const ids = meantBlocks(given.editor.state);
  const center = centerFor(given, ids);
  if (!center) return;
  const linked = linksByBlock(doc);
  step(given, () => {
    for (const blockId of ids) {
      const leading = linksTo(target, linked.get(blockId) ?? [], source, center);
      for (const one of leading) setStance(doc, blockId, one, stance);
      const link = { kind: target.kind, id: target.id, center };
      if (leading.length === 0) addLink(doc, blockId, stance ? { ...link, stance } : link);
    }
  });
  onUse(target);
  announce(stanceWords.said(labelOf(target, source), stance && stances[stance]));
}

/** A link to an earlier clause goes as a whole, with all that it has become; that is said. */
function unlink(given: Given, ids: readonly string[], target: Target, center?: string): void {
  const { doc, source, announce } = given;
  const linked = linksByBlock(doc);
  const gone = [target, ...ids.flatMap((id) => alsoGone(target, linked.get(id) ?? [], source, center))];
  step(given, () => {
    for (const id of ids)
      for (const one of linksTo(target, linked.get(id) ?? [], source, center)) linkMap(doc).delete(linkKey(id, one));
  });
  const labels = new Set(gone.map((one) => labelOf(one, source)));
  announce(words.removed(enumerated([...labels]), ids.length));
}

type Said = { blockId: string; target: Target; center: string; stance: Stance | null };

/** By whatever clauses the center has linked it: they mean the same now. [L8] */
function say(given: Given, { blockId, target, center, stance }: Said): void {
  const { doc, source, announce } = given;
  const leading = linksTo(target, linksByBlock(doc).get(blockId) ?? [], source, center);
  step(given, () => {
    for (const one of leading) setStance(doc, blockId, one, stance);
  });
  announce(stanceWords.said(labelOf(target, source), stance && stances[stance]));
}

function step({ doc, editor }: Given, change: () => void): void {
  const undoManager: Y.UndoManager = yUndoPluginKey.getState(editor.state).undoManager;
  undoManager.stopCapturing();
  doc.transact(change, LINKING);
  undoManager.stopCapturing();
}
