import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Mapping } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { newBlockId } from "../../document-model/block-id";
import type { Link } from "../../document-model/document";
import { addLink, linkMap, linksByBlock, readLinkKey } from "../../document-model/links";
import { holders, planIdentity } from "./plan";

export type IdentityOptions = {
  doc: Y.Doc;
  /** Links that pasted text brought from elsewhere, by the id it had there; already cleaned. */
  pastedLinks: (blockId: string) => readonly Link[];
};

type Copy = { from: string; to: string };

const identityKey = new PluginKey<readonly Copy[]>("identity");

/**
 * Makes identity hold for what is done here. A change that arrives from others, or by undo, is left as it is: it brings
 * its ids with it, and the server repairs what collided. [E2] [E4]
 */
export function identityPlugin(options: IdentityOptions): Plugin<readonly Copy[]> {
  const seen = new Set<string>();
  return new Plugin<readonly Copy[]>({
    key: identityKey,
    state: { init: () => [], apply: collectCopies },
    appendTransaction: (transactions, before, after) => settle(options.doc, seen, transactions, before, after),
    view: (view) => {
      rememberIds(seen, view.state);
      return {
        update: (now, before) => {
          const copies = identityKey.getState(now.state) ?? [];
          if (copies.length > 0 && copies !== identityKey.getState(before)) writeCopies(options, copies);
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
  doc: Y.Doc,
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
  if (plan.ids.length === 0 && plan.links.length === 0) return null;
  const tr = after.tr;
  for (const { pos, id } of plan.ids) tr.setNodeAttribute(pos, "id", id);
  return tr.setMeta(identityKey, plan.links);
}

function isLinked(doc: Y.Doc, id: string): boolean {
  for (const key of linkMap(doc).keys()) if (readLinkKey(key)?.blockId === id) return true;
  return false;
}

function rememberIds(seen: Set<string>, state: EditorState): void {
  for (const { id } of holders(state.doc)) if (id !== null) seen.add(id);
}

/** In a transaction that undo knows as the text's own, so that one undo takes back both. */
function writeCopies({ doc, pastedLinks }: IdentityOptions, copies: readonly Copy[]): void {
  doc.transact(() => {
    for (const { from, to } of copies) {
      const here = linksByBlock(doc).get(from);
      for (const link of here ?? pastedLinks(from)) addLink(doc, to, link);
    }
  }, ySyncPluginKey);
}
