import type { Block, Link, ResponseDocument, Table } from "~/document-model/document";

export type Group =
  | { kind: "block"; id: string; block: Block }
  | { kind: "list"; id: string; isOrdered: boolean; items: Block[] }
  | { kind: "table"; id: string; table: Table };

/** The flat blocks as they are read: items of one kind that follow each other make one list, but for those that begin anew. [E1] */
export function grouped(
  blocks: ResponseDocument["blocks"],
  apart: ReadonlyMap<string, number> = new Map(),
  begins: ReadonlySet<string> = new Set(),
): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    // Its number stands in the text, and its words below it.
    if (block.type === "block" && apart.has(block.id)) continue;
    if (block.type === "table") groups.push({ kind: "table", id: block.id, table: block });
    else if (block.kind === "bullet" || block.kind === "ordered")
      addItem(groups, block, block.kind === "ordered", begins);
    else groups.push({ kind: "block", id: block.id, block });
  }
  return groups;
}

function addItem(groups: Group[], block: Block, isOrdered: boolean, begins: ReadonlySet<string>): void {
  const last = groups.at(-1);
  if (last?.kind === "list" && last.isOrdered === isOrdered && !begins.has(block.id)) last.items.push(block);
  else groups.push({ kind: "list", id: block.id, isOrdered, items: [block] });
}

/** The blocks of a group. */
export function idsOf(group: Group): string[] {
  if (group.kind === "block") return [group.block.id];
  if (group.kind === "list") return group.items.map(({ id }) => id);
  return group.table.rows.flat().flatMap(({ blocks }) => blocks.map(({ id }) => id));
}

/** All links of some blocks, in their order. */
export function linksOf(blocks: readonly Block[], links: ResponseDocument["links"]): Link[] {
  return blocks.flatMap(({ id }) => links[id] ?? []);
}

/** The highest level of heading that the text uses; 1 when it has none. */
export function topLevelOf(blocks: ResponseDocument["blocks"]): number {
  const levels = blocks.flatMap((block) => (block.type === "block" && block.kind === "heading" ? [block.level] : []));
  return levels.length > 0 ? Math.min(...levels) : 1;
}
