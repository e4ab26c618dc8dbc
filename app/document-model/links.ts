import type * as Y from "yjs";
import { type Link, ROOTS, type Target } from "./document";

/**
 * Links live beside the text, in a Y.Map of their own: one key per (paragraph, target, center). Two people who link one
 * paragraph at once write two keys and both keep their link; typing, splitting or undoing text never touches them. [L1]
 * docs/decisions/0003 says why this and not attributes or marks.
 */
export type LinkMap = Y.Map<true>;

const BLOCK_ID = /^[A-Za-z0-9_-]{6,40}$/;
const UUID = /^[0-9a-f-]{36}$/;

export function linkMap(doc: Y.Doc): LinkMap {
  return doc.getMap(ROOTS.links);
}

export function linkKey(blockId: string, link: Link): string {
  return `${blockId}|${link.kind}|${link.id}|${link.center}`;
}

/** The parts of a key, or null when it is none: whatever comes over the wire is judged by this. [L2] */
export function readLinkKey(key: string): { blockId: string; link: Link } | null {
  const [blockId, kind, id, center, ...rest] = key.split("|");
  if (!blockId || !id || !center || rest.length > 0 || !BLOCK_ID.test(blockId)) return null;
  if ((kind !== "clause" && kind !== "source") || !UUID.test(id) || !UUID.test(center)) return null;
  return { blockId, link: { kind, id, center } };
}

/** Every link by block id, sorted, so that the same links always read the same. */
export function linksByBlock(doc: Y.Doc): Map<string, Link[]> {
  const found = new Map<string, Link[]>();
  for (const key of [...linkMap(doc).keys()].sort()) {
    const read = readLinkKey(key);
    if (!read) continue;
    const ofBlock = found.get(read.blockId);
    if (ofBlock) ofBlock.push(read.link);
    else found.set(read.blockId, [read.link]);
  }
  return found;
}

export function addLink(doc: Y.Doc, blockId: string, link: Link): void {
  const key = linkKey(blockId, link);
  if (!linkMap(doc).has(key)) linkMap(doc).set(key, true);
}

/** Takes the target off the paragraph, whichever center linked it, or only that center's link when one is named. */
export function removeLink(doc: Y.Doc, blockId: string, target: Target, center?: string): void {
  for (const link of linksByBlock(doc).get(blockId) ?? []) {
    const isSame = link.kind === target.kind && link.id === target.id && (!center || link.center === center);
    if (isSame) linkMap(doc).delete(linkKey(blockId, link));
  }
}

/** Gives `to` whatever links `from` has: for a split, a join, a copy, and the repair of a doubled id. [L3] */
export function copyLinks(doc: Y.Doc, from: string, to: string): void {
  for (const link of linksByBlock(doc).get(from) ?? []) addLink(doc, to, link);
}
