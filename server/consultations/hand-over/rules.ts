import type { CenterId } from "../../../db/ids";

type Marks = { id: CenterId; closedOn: string | null; successorId: CenterId | null };

/**
 * Whose the tasks of each closed center are: its successor's, or where that has closed since, the one's after it. A circle,
 * which nobody can make, would lead nowhere. [H51] [H53]
 */
export function heirsOf(centers: readonly Marks[], today: string): Map<CenterId, CenterId> {
  const byId = new Map(centers.map((one) => [one.id, one]));
  const isClosed = ({ closedOn }: Marks) => closedOn !== null && closedOn <= today;
  const heirs = new Map<CenterId, CenterId>();
  for (const one of centers.filter(isClosed)) {
    const passed = new Set<CenterId>();
    let now: Marks | undefined = one;
    while (now && isClosed(now) && !passed.has(now.id)) {
      passed.add(now.id);
      now = now.successorId ? byId.get(now.successorId) : undefined;
    }
    if (now && !isClosed(now)) heirs.set(one.id, now.id);
  }
  return heirs;
}
