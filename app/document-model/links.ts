import { setIfUndefined } from "lib0/map";
import type * as Y from "yjs";
import { type Link, ROOTS, STANCES, type Stance, type Target } from "./document";

/**
 * Links live beside the text, in a Y.Map of their own: one key per (paragraph, target, center). Two people who link one
 * paragraph at once write two keys and both keep their link; typing, splitting or undoing text never touches them. [L1]
 * docs/decisions/0003 says why this and not attributes or marks. The value is the link's stance, `true` when it has none;
 * of two people who set it at once, one does. [L8]
 */
export type LinkMap = Y.Map<LinkValue>;
export type LinkValue = true | Stance;

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
  const map = linkMap(doc);
  for (const key of [...map.keys()].sort()) {
    const read = readLinkKey(key);
    if (!read) continue;
    const stance = readStance(map.get(key));
    setIfUndefined(found, read.blockId, (): Link[] => []).push(stance ? { ...read.link, stance } : read.link);
  }
  return found;
}

/** What may stand as a link's value: that it is there, or its stance. Nothing else is committed. [L2] */
export function isLinkValue(value: unknown): value is LinkValue {
  return value === true || readStance(value) !== null;
}

/** A value as a stance; whatever is none of ours says only that the link is there. */
export function readStance(value: unknown): Stance | null {
  return STANCES.find((stance) => stance === value) ?? null;
}

/** One that is there already keeps the stance it has. [L8] */
export function addLink(doc: Y.Doc, blockId: string, link: Link): void {
  const key = linkKey(blockId, link);
  if (!linkMap(doc).has(key)) linkMap(doc).set(key, link.stance ?? true);
}

/** Says, or with null no longer says, what the paragraph is to the target. A link that is gone is not made again. [L8] */
export function setStance(doc: Y.Doc, blockId: string, link: Link, stance: Stance | null): void {
  const key = linkKey(blockId, link);
  const value = stance ?? true;
  if (linkMap(doc).has(key) && linkMap(doc).get(key) !== value) linkMap(doc).set(key, value);
}

/** Takes the target off the paragraph, whichever center linked it, or only that center's link when one is named. */
export function removeLink(doc: Y.Doc, blockId: string, target: Target, center?: string): void {
  for (const link of linksByBlock(doc).get(blockId) ?? []) {
    const isSame = link.kind === target.kind && link.id === target.id && (!center || link.center === center);
    if (isSame) linkMap(doc).delete(linkKey(blockId, link));
  }
}

/** A link that comes with text: where the paragraph has it already, without a stance, it gets this one's. [L3] [L8] */
export function uniteLink(doc: Y.Doc, blockId: string, link: Link): void {
  const key = linkKey(blockId, link);
  if (link.stance && linkMap(doc).get(key) === true) linkMap(doc).set(key, link.stance);
  else addLink(doc, blockId, link);
}

/** Gives `to` whatever links `from` has: for a split, a join, a copy, and the repair of a doubled id. [L3] */
export function copyLinks(doc: Y.Doc, from: string, to: string): void {
  for (const link of linksByBlock(doc).get(from) ?? []) uniteLink(doc, to, link);
}
