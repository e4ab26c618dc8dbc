import type { Node as PmNode } from "@tiptap/pm/model";
import type { Mapping } from "@tiptap/pm/transform";

/** A block or table as one version of the text holds it. */
export type Holder = { node: PmNode; pos: number; id: string | null };

export type Change = {
  before: PmNode;
  after: PmNode;
  mapping: Mapping;
  newId: () => string;
  /** Whether the id has ever been one of this text's. A foreign id in pasted text is replaced. */
  isOurs: (id: string) => boolean;
};

/** Links to copy from one id to another. After a join the first is gone and the other its heir; a split may be undone. [L13] */
export type Copy = { from: string; to: string; isJoin?: boolean; isSplit?: boolean };

/** What must be done after a local change. */
export type Plan = { ids: { pos: number; id: string }[]; links: Copy[] };

/**
 * The whole of identity [E2]: who keeps an id when blocks are split, joined, moved, copied or emptied. The id follows the
 * text; a second block with the same text gets a new id and the same links; a block without text gets a new id alone.
 */
export function planIdentity(change: Change): Plan {
  const before = holders(change.before);
  const after = holders(change.after);
  const plan: Plan = { ids: [], links: [] };
  if (isSameRow(change, before, after)) return plan;
  const hadById = byId(before);
  const taken = keepVanished(change, before, after, plan);
  const others = after.filter(({ pos }) => !taken.has(pos));
  for (const [id, same] of byId(others)) resolveSame(change, id, same, hadById.get(id) ?? [], plan);
  const touched = touchedOf(change, before, after);
  followText(change, touched, after, plan);
  takeAlong(change, touched, after, plan);
  fillEmpty(change, before, after, plan, taken);
  const known = new Set(before.map(({ node }) => node));
  for (const { node, pos, id } of after) {
    // One that came so from others is theirs, or the server's, to mend.
    if (id === null && !taken.has(pos) && !known.has(node)) plan.ids.push({ pos, id: change.newId() });
  }
  return plan;
}

/** The same ids in the same order, none missing, and no words in another's place: so it is at almost every key. */
function isSameRow(change: Change, before: readonly Holder[], after: readonly Holder[]): boolean {
  if (before.length !== after.length) return false;
  return after.every((now, index) => {
    const had = before[index];
    return (
      had !== undefined &&
      now.id !== null &&
      now.id === had.id &&
      (now.node === had.node || keepsWords(change, had, now))
    );
  });
}

/** Those of before that are not among what begins or ends the text as it did, each in its place: a copy may be the same node. */
function touchedOf({ mapping }: Change, before: readonly Holder[], after: readonly Holder[]): readonly Holder[] {
  const isSame = (had: Holder | undefined, now: Holder | undefined) =>
    had !== undefined && had.node === now?.node && mapping.map(had.pos, 1) === now.pos;
  let start = 0;
  while (isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (end < before.length - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  return before.slice(start, before.length - end);
}

/** Whether all that is left of a block's words is still in it: positions never pass each other. */
function keepsWords({ mapping }: Change, had: Holder, now: Holder): boolean {
  if (had.node.type.name !== "block") return true;
  const [start, end] = [mapping.map(had.pos + 1, 1), mapping.map(had.pos + 1 + had.node.content.size, -1)];
  return start > now.pos && end <= now.pos + 1 + now.node.content.size;
}

const known = new WeakMap<PmNode, readonly Holder[]>();

/** Every block and table, those in cells too. Asked for at each key, of the text before and after: each is read once. */
export function holders(doc: PmNode): readonly Holder[] {
  const found = known.get(doc) ?? findHolders(doc);
  known.set(doc, found);
  return found;
}

function findHolders(doc: PmNode): Holder[] {
  const found: Holder[] = [];
  const add = (node: PmNode, pos: number) => {
    if (node.type.name === "block" || node.type.name === "table") found.push({ node, pos, id: node.attrs["id"] });
    return node.type.name !== "block";
  };
  // Few are more than paragraphs: into those that are not is looked.
  doc.forEach((node, pos) => {
    if (add(node, pos)) node.descendants((inner, at) => add(inner, pos + 1 + at));
  });
  return found;
}

function byId(all: readonly Holder[]): Map<string, Holder[]> {
  const grouped = new Map<string, Holder[]>();
  for (const holder of all) {
    if (holder.id !== null) grouped.set(holder.id, [...(grouped.get(holder.id) ?? []), holder]);
  }
  return grouped;
}

/** Several blocks with one id, where there were fewer before: the one that still has the text keeps it. */
function resolveSame(
  change: Change,
  id: string,
  same: readonly Holder[],
  origins: readonly Holder[],
  plan: Plan,
): void {
  const keep = origins.length > 0 ? origins.length : change.isOurs(id) ? 1 : 0;
  if (same.length <= keep) return;
  const homes = new Set(origins.flatMap((origin) => textHomes(change, origin)));
  const rank = ({ node, pos }: Holder) => (isEmpty(node) ? 2 : 0) + (homes.has(pos) ? 0 : 1);
  const ranked = [...same].sort((one, other) => rank(one) - rank(other) || one.pos - other.pos);
  for (const { node, pos } of ranked.slice(keep)) {
    const fresh = change.newId();
    plan.ids.push({ pos, id: fresh });
    if (!isEmpty(node)) plan.links.push({ from: id, to: fresh, isSplit: homes.has(pos) });
  }
}

/**
 * Ids that are gone although their text is not: a join. The block that took the text in unites both blocks' links; when
 * nothing but the newcomer's text is left in it, the id comes along as well. Answers the positions that got an id.
 */
function keepVanished(change: Change, before: readonly Holder[], after: readonly Holder[], plan: Plan): Set<number> {
  const present = new Set(after.map(({ id }) => id));
  const byPos = new Map(after.map((holder) => [holder.pos, holder]));
  const taken = new Set<number>();
  for (const gone of before) {
    if (gone.id === null || present.has(gone.id) || gone.node.type.name !== "block") continue;
    for (const pos of homesOf(change, gone)) {
      const home = byPos.get(pos);
      if (!home || home.id === gone.id) continue;
      const wasHome = before.find(({ id }) => id !== null && id === home.id);
      if (!taken.has(pos) && (!wasHome || isOnlyGuest(change, wasHome, pos))) {
        plan.ids.push({ pos, id: gone.id });
        taken.add(pos);
        if (wasHome?.id && isEmpty(wasHome.node)) plan.links.push({ from: wasHome.id, to: gone.id, isJoin: true });
        break;
      }
      const joined = plan.ids.find((given) => given.pos === pos)?.id ?? home.id;
      if (joined) plan.links.push({ from: gone.id, to: joined, isJoin: true });
    }
  }
  return taken;
}

/** All that a block had is now behind something pasted at its beginning, in a block that needs an id: it is that one's. */
function followText(change: Change, before: readonly Holder[], after: readonly Holder[], plan: Plan): void {
  const given = new Map(plan.ids.map((one) => [one.pos, one]));
  for (const origin of before) {
    if (origin.id === null || isUntouched(change, origin)) continue;
    const [home, ...others] = textHomes(change, origin);
    const holder = after.find(({ pos, id }) => id === origin.id && !given.has(pos));
    const fresh = home === undefined ? undefined : given.get(home);
    if (!fresh || !holder || holder.pos === home || others.includes(holder.pos)) continue;
    const { id } = fresh;
    fresh.id = origin.id;
    for (const copy of plan.links) if (copy.to === id) copy.to = origin.id;
    plan.ids.push({ pos: holder.pos, id });
    if (!isEmpty(holder.node)) plan.links.push({ from: origin.id, to: id });
  }
}

/**
 * An empty block in whose place another was pasted: it is still that block, with its links. What has an id of its own to keep
 * is its heir, as two may paste into it at once. [L13]
 */
function fillEmpty(
  change: Change,
  before: readonly Holder[],
  after: readonly Holder[],
  plan: Plan,
  taken: ReadonlySet<number>,
): void {
  const present = new Set([...after, ...plan.ids].map(({ id }) => id));
  const { mapping } = change;
  for (const { id, node, pos } of before) {
    if (id === null || present.has(id) || !isEmpty(node)) continue;
    const [start, end] = [mapping.map(pos, -1), mapping.map(pos + node.nodeSize, 1)];
    const isAlone =
      !mapping.mapResult(pos, -1).deletedBefore && !mapping.mapResult(pos + node.nodeSize, 1).deletedAfter;
    const filled = isAlone && start < end ? after.find((holder) => holder.pos === start) : undefined;
    if (filled?.node.type.name !== "block") continue;
    const fresh = taken.has(start) ? undefined : plan.ids.find((given) => given.pos === start);
    const heir = plan.ids.find((given) => given.pos === start)?.id ?? filled.id;
    if (!fresh && heir) plan.links.push({ from: id, to: heir, isJoin: true });
    if (!fresh) continue;
    for (const copy of plan.links) if (copy.to === fresh.id) copy.to = id;
    fresh.id = id;
  }
}

/** Part of a block's text is in another block now, behind something that was pasted into it: there too it has its links. */
function takeAlong(change: Change, before: readonly Holder[], after: readonly Holder[], plan: Plan): void {
  const given = new Map(plan.ids.map(({ pos, id }) => [pos, id]));
  const idAt = new Map(after.map(({ pos, id }) => [pos, given.get(pos) ?? id]));
  for (const origin of before) {
    if (origin.id === null || isUntouched(change, origin)) continue;
    for (const pos of textHomes(change, origin)) {
      const { id: from } = origin;
      const to = idAt.get(pos);
      if (!to || to === from || plan.links.some((copy) => copy.from === from && copy.to === to)) continue;
      plan.links.push({ from, to });
    }
  }
}

/** A copy elsewhere may be the very same node: only the one in its place is the block itself. */
function isUntouched({ after, mapping }: Change, { node, pos }: Holder): boolean {
  const now = mapping.map(pos, 1);
  return now < after.content.size && after.nodeAt(now) === node;
}

/** Whether none of the text that the block had of its own is still in it. */
function isOnlyGuest(change: Change, wasHome: Holder, pos: number): boolean {
  return !textHomes(change, wasHome).includes(pos);
}

function homesOf(change: Change, gone: Holder): number[] {
  if (!isEmpty(gone.node)) return textHomes(change, gone);
  // An empty block has no text to follow; a reset one stands where it stood, without an id.
  const pos = change.mapping.map(gone.pos, -1);
  const node = change.after.nodeAt(pos);
  return node?.type.name === "block" && node.attrs["id"] === null && isEmpty(node) ? [pos] : [];
}

/** Where the characters of a block of before are now: the positions of the blocks that hold them, in order. */
function textHomes(change: Change, origin: Holder): number[] {
  const homes = new Set<number>();
  if (origin.node.type.name !== "block") return [];
  const start = origin.pos + 1;
  for (let at = start; at < start + origin.node.content.size; at++) {
    const moved = change.mapping.mapResult(at, 1);
    if (moved.deletedAfter) continue;
    const $now = change.after.resolve(moved.pos);
    if ($now.parent.type.name === "block") homes.add($now.before());
  }
  return [...homes];
}

function isEmpty(node: PmNode): boolean {
  return node.type.name === "block" && node.content.size === 0;
}
