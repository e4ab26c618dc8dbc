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

/** What must be done after a local change: ids to set, and links to copy from one id to another. */
export type Plan = { ids: { pos: number; id: string }[]; links: { from: string; to: string }[] };

/**
 * The whole of identity [E2]: who keeps an id when blocks are split, joined, moved, copied or emptied. The id follows the
 * text; a second block with the same text gets a new id and the same links; a block without text gets a new id alone.
 */
export function planIdentity(change: Change): Plan {
  const before = holders(change.before);
  const after = holders(change.after);
  const plan: Plan = { ids: [], links: [] };
  if (isSameRow(before, after)) return plan;
  const hadById = byId(before);
  const taken = keepVanished(change, before, after, plan);
  for (const [id, same] of byId(after)) resolveSame(change, id, same, hadById.get(id) ?? [], plan);
  const known = new Set(before.map(({ node }) => node));
  for (const { node, pos, id } of after) {
    // One that came so from others is theirs, or the server's, to mend.
    if (id === null && !taken.has(pos) && !known.has(node)) plan.ids.push({ pos, id: change.newId() });
  }
  return plan;
}

/** The same ids in the same order, and none missing: nothing but words was changed, as at almost every key. */
function isSameRow(before: readonly Holder[], after: readonly Holder[]): boolean {
  return before.length === after.length && after.every(({ id }, index) => id !== null && id === before[index]?.id);
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
  doc.descendants((node, pos) => {
    if (node.type.name === "block" || node.type.name === "table") found.push({ node, pos, id: node.attrs["id"] });
    return node.type.name !== "block";
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
    if (!isEmpty(node)) plan.links.push({ from: id, to: fresh });
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
        if (wasHome?.id && isEmpty(wasHome.node)) plan.links.push({ from: wasHome.id, to: gone.id });
        break;
      }
      const joined = plan.ids.find((given) => given.pos === pos)?.id ?? home.id;
      if (joined) plan.links.push({ from: gone.id, to: joined });
    }
  }
  return taken;
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
