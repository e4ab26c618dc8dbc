import type * as Y from "yjs";
import { isBlockId } from "./block-id";
import { type LinkValue, linkKey, linkMap, linksByBlock } from "./links";

/**
 * A paragraph that was joined to another leaves word of who has its text now, beside the links: a link that somebody gives
 * it at the same moment would else be a link of nothing. Taken back with the join by undo. [L13]
 */
const JOINED = "joined";

type Heirs = Map<string, Set<string>>;
type Missed = { key: string; value: LinkValue };

function heirKey(from: string, to: string): string {
  return `${from}|${JOINED}|${to}`;
}

/** The parts of such a key, or null when it is none. */
export function readHeirKey(key: string): { from: string; to: string } | null {
  const [from, kind, to, ...rest] = key.split("|");
  return kind === JOINED && isBlockId(from) && isBlockId(to) && rest.length === 0 ? { from, to } : null;
}

export function leaveHeir(doc: Y.Doc, from: string, to: string): void {
  if (from !== to) linkMap(doc).set(heirKey(from, to), true);
}

export function hasHeir(doc: Y.Doc, from: string, to: string): boolean {
  return linkMap(doc).has(heirKey(from, to));
}

/** Links that were given to a paragraph which is gone, and which its heirs have never had. */
export function missedLinks(doc: Y.Doc, present: ReadonlySet<string>): Missed[] {
  const heirs = heirsIn(doc);
  if (heirs.size === 0) return [];
  return [...linksByBlock(doc)].flatMap(([blockId, links]) => {
    if (present.has(blockId)) return [];
    return [...lastHeirs(blockId, heirs, present)].flatMap((heir) =>
      links
        .map((link): Missed => ({ key: linkKey(heir, link), value: link.stance ?? true }))
        .filter(({ key, value }) => wasMissed(doc, key, value)),
    );
  });
}

/** Whose paragraph is there after all, moved by another or brought back, has no heir. */
export function needlessHeirs(doc: Y.Doc, present: ReadonlySet<string>): string[] {
  return [...linkMap(doc).keys()].filter((key) => present.has(readHeirKey(key)?.from ?? ""));
}

function heirsIn(doc: Y.Doc): Heirs {
  const heirs: Heirs = new Map();
  for (const key of linkMap(doc).keys()) {
    const read = readHeirKey(key);
    if (read) heirs.set(read.from, new Set([...(heirs.get(read.from) ?? []), read.to]));
  }
  return heirs;
}

/** Where the text has come to, over as many joins as there were; a forged circle leads nowhere. */
function lastHeirs(blockId: string, heirs: Heirs, present: ReadonlySet<string>): Set<string> {
  const passed = new Set([blockId]);
  for (const at of passed) if (!present.has(at)) for (const heir of heirs.get(at) ?? []) passed.add(heir);
  return new Set([...passed].filter((id) => present.has(id)));
}

/**
 * A key that was ever there was copied by the join, and who has taken it away since meant it; one whose only value has
 * ever been the copy's does not know of a stance.
 */
function wasMissed(doc: Y.Doc, key: string, value: LinkValue): boolean {
  const item = linkMap(doc)._map.get(key);
  if (!item) return true;
  return !item.deleted && value !== true && linkMap(doc).get(key) === true && item.left === null;
}
