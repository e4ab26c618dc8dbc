import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Mapping, ReplaceAroundStep, ReplaceStep } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { newBlockId } from "../../document-model/block-id";
import type { Link } from "../../document-model/document";
import { hasHeir, leaveHeir } from "../../document-model/heirs";
import { linkMap, linksByBlock, readLinkKey, uniteLink } from "../../document-model/links";
import type { Lenders } from "./clipboard";
import { type Copy, holders, type Plan, planIdentity } from "./plan";

export type IdentityOptions = {
  doc: Y.Doc;
  /** Links that pasted text brought from elsewhere, by the id it had there; already cleaned. */
  pastedLinks: (blockId: string) => readonly Link[];
  /** Whose words are being pasted or dropped into other paragraphs. */
  lentBy: () => Lenders;
};

/** Ids that a text has had while this page showed it: also those of an editor before this one. [E7] */
const seenIn = new WeakMap<Y.Doc, Set<string>>();

function idsSeen(doc: Y.Doc): Set<string> {
  const seen = seenIn.get(doc) ?? new Set();
  seenIn.set(doc, seen);
  return seen;
}

const identityKey = new PluginKey<readonly Copy[]>("identity");

/**
 * Makes identity hold for what is done here. A change that arrives from others, or by undo, is left as it is: it brings
 * its ids with it, and the server repairs what collided. [E2] [E4]
 */
export function identityPlugin(options: IdentityOptions): Plugin<readonly Copy[]> {
  const seen = idsSeen(options.doc);
  return new Plugin<readonly Copy[]>({
    key: identityKey,
    state: { init: () => [], apply: collectCopies },
    appendTransaction: (transactions, before, after) => settle(options, seen, transactions, before, after),
    view: (view) => {
      const splits = new Map<string, string>();
      rememberIds(seen, view.state);
      return {
        update: (now, before) => {
          if (now.state.doc !== before.doc && isUndo(now.state)) leaveSplits(options.doc, splits, now.state);
          const copies = identityKey.getState(now.state) ?? [];
          if (copies.length > 0 && copies !== identityKey.getState(before)) {
            writeCopies(options, copies);
            for (const { from, to, isSplit } of copies) if (isSplit) splits.set(to, from);
          }
          if (now.state.doc !== before.doc) rememberIds(seen, now.state);
        },
      };
    },
  });
}

function collectCopies(tr: Transaction, copies: readonly Copy[]): readonly Copy[] {
  const own: readonly Copy[] = tr.getMeta(identityKey) ?? [];
  if (!tr.getMeta("appendedTransaction")) return own.length > 0 ? own : copies.length > 0 ? [] : copies;
  return own.length > 0 ? [...copies, ...own] : copies;
}

/** Whether a person did it in this page; y-tiptap marks what comes from Yjs. */
function isLocal(tr: Transaction): boolean {
  const root: Transaction = tr.getMeta("appendedTransaction") ?? tr;
  return !root.getMeta(ySyncPluginKey)?.isChangeOrigin;
}

function settle(
  { doc, lentBy }: IdentityOptions,
  seen: ReadonlySet<string>,
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
): Transaction | null {
  if (!transactions.some((tr) => tr.docChanged) || !transactions.every(isLocal)) return null;
  const mapping = new Mapping();
  for (const tr of transactions) mapping.appendMapping(tr.mapping);
  const isOurs = (id: string) => seen.has(id) || isLinked(doc, id);
  const plan = planIdentity({ before: before.doc, after: after.doc, mapping, newId: newBlockId, isOurs });
  plan.links.push(...lentLinks(transactions, after, plan, lentBy(), isOurs));
  if (plan.ids.length === 0 && plan.links.length === 0) return null;
  const tr = after.tr;
  for (const { pos, id } of plan.ids) tr.setNodeAttribute(pos, "id", id);
  return tr.setMeta(identityKey, plan.links);
}

/** What was pasted or dropped whole, but into other paragraphs at its beginning and end, brings them its links. [E2] */
function lentLinks(
  transactions: readonly Transaction[],
  after: EditorState,
  plan: Plan,
  lenders: Lenders,
  isOurs: (id: string) => boolean,
): Copy[] {
  const at = transactions.findIndex((tr) => tr.getMeta("uiEvent") === "paste" || tr.getMeta("uiEvent") === "drop");
  const step = transactions[at]?.steps.at(-1);
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return [];
  const end = step.getMap().map(step instanceof ReplaceAroundStep ? step.gapFrom : step.to, 1);
  const idAt = (pos: number, side: 1 | -1): string | null => {
    const $pos = after.doc.resolve(transactions.slice(at + 1).reduce((now, tr) => tr.mapping.map(now, side), pos));
    if ($pos.parent.type.name !== "block") return null;
    return plan.ids.find((given) => given.pos === $pos.before())?.id ?? $pos.parent.attrs["id"];
  };
  const present = new Set(holders(after.doc).map(({ id }) => id));
  const copyTo = (from: string | null, to: string | null): Copy[] =>
    from && to && from !== to ? [{ from, to, isJoin: !present.has(from) && isOurs(from) }] : [];
  return [...copyTo(lenders.first, idAt(step.from, -1)), ...copyTo(lenders.last, idAt(end, 1))];
}

function isLinked(doc: Y.Doc, id: string): boolean {
  for (const key of linkMap(doc).keys()) if (readLinkKey(key)?.blockId === id) return true;
  return false;
}

function rememberIds(seen: Set<string>, state: EditorState): void {
  for (const { id } of holders(state.doc)) if (id !== null) seen.add(id);
}

function isUndo(state: EditorState): boolean {
  return ySyncPluginKey.getState(state)?.isUndoRedoOperation === true;
}

/**
 * Half of a paragraph that goes when its split is taken back is in the other half again, and with it what others have
 * linked it to. Not a step of undo itself: a redo makes the half anew, which then has no heir. [E6] [L13]
 */
function leaveSplits(doc: Y.Doc, splits: ReadonlyMap<string, string>, state: EditorState): void {
  const present = new Set(holders(state.doc).map(({ id }) => id));
  for (const [half, whole] of splits)
    if (!present.has(half) && present.has(whole) && !hasHeir(doc, half, whole)) leaveHeir(doc, half, whole);
}

/** In a transaction that undo knows as the text's own, so that one undo takes back both. */
function writeCopies({ doc, pastedLinks }: IdentityOptions, copies: readonly Copy[]): void {
  doc.transact(() => {
    for (const { from, to, isJoin } of copies) {
      if (isJoin) leaveHeir(doc, from, to);
      const here = linksByBlock(doc).get(from);
      for (const link of here ?? pastedLinks(from)) uniteLink(doc, to, link);
    }
  }, ySyncPluginKey);
}
