import type { FlatNode } from "~/document-model/proposal";

/** Where a node would stand. */
export type Drop = { parentId: string | null; index: number; depth: number };

/**
 * Where a node lands that is let go between two rows (`gap` counts the rows above) as far in as the pointer is: never
 * deeper than one below the row above it, never further out than the row below it. Null when it would stay.
 */
export function dropAt(nodes: readonly FlatNode[], id: string, gap: number, wanted: number): Drop | null {
  const start = nodes.findIndex((node) => node.id === id);
  const moved = nodes[start];
  if (!moved) return null;
  const end = endOf(nodes, start);
  const rest = [...nodes.slice(0, start), ...nodes.slice(end)];
  const at = gap <= start ? gap : Math.max(start, gap - (end - start));
  const [above, below] = [rest[at - 1], rest[at]];
  const depth = Math.min(Math.max(wanted, below?.depth ?? 0), above ? above.depth + 1 : 0);
  const parent = rest.slice(0, at).findLast((node) => node.depth < depth);
  const parentId = depth === 0 ? null : (parent?.id ?? null);
  const index = rest.slice(0, at).filter((node) => node.parentId === parentId).length;
  const stays = parentId === moved.parentId && index === placeAmong(nodes, start);
  return stays ? null : { parentId, index, depth };
}

/** The row after all that stands under this one. */
function endOf(nodes: readonly FlatNode[], start: number): number {
  const depth = nodes[start]?.depth ?? 0;
  const after = nodes.findIndex((node, at) => at > start && node.depth <= depth);
  return after < 0 ? nodes.length : after;
}

function placeAmong(nodes: readonly FlatNode[], at: number): number {
  return nodes.slice(0, at).filter((node) => node.parentId === nodes[at]?.parentId).length;
}

/** The first row whose number begins so, from the one given on and then from the top: "3.2", "§ 4", "2)". */
export function findNumber(nodes: readonly FlatNode[], typed: string, from: number): FlatNode | undefined {
  const wanted = bare(typed);
  const begins = ({ number }: FlatNode) => wanted !== "" && bare(number).startsWith(wanted);
  return nodes.slice(Math.max(0, from)).find(begins) ?? nodes.find(begins);
}

function bare(number: string): string {
  return number.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, "");
}

export function nextToCheck(nodes: readonly FlatNode[], from: number, step: -1 | 1): FlatNode | undefined {
  const order =
    step > 0
      ? [...nodes.slice(from + 1), ...nodes.slice(0, from)]
      : [...nodes.slice(0, from).reverse(), ...nodes.slice(from + 1).reverse()];
  return order.find(({ warnings }) => warnings.length > 0);
}
