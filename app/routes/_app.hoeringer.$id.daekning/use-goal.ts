import { useEffect, useState } from "react";
import { persistently } from "~/components/later";
import type { GoalNow } from "../../../server/links/shapes";
import type { Opened } from "./menu";
import type { Order } from "./orders";

/** `waiting`: what is on its way to the server: of such a cell nothing is asked before it is there. */
type From = { address: string; waiting: readonly Order[] };
type Heard = { of: object; goal: GoalNow | null };

/**
 * The opened cell with what its center does next with the goal, as it is when the cell is opened: of hundreds of cells that
 * is the only one whose sentence anybody reads. Asked for until it is there. [Q25]
 */
export function useWithGoal(opened: Opened | null, opening: object | null, { address, waiting }: From): Opened | null {
  const [heard, setHeard] = useState<Heard | null>(null);
  const { clauseId, centerId } = opened?.place ?? {};
  const isOnItsWay = waiting.some((order) => order.clauseId === clauseId && order.centerId === centerId);
  const isWanted = opened?.cell.goal != null && !isOnItsWay;
  useEffect(() => {
    if (!isWanted || !opening || !clauseId || !centerId) return;
    const search = new URLSearchParams({ punkt: clauseId, center: centerId });
    const ask = async (): Promise<{ goal: GoalNow | null }> => {
      const answer = await fetch(`${address}?${search}`);
      if (!answer.ok) throw new Error(`Expected ${address} to answer; it said ${answer.status}.`);
      return answer.json();
    };
    return persistently(ask, ({ goal }) => setHeard({ of: opening, goal }));
  }, [isWanted, opening, clauseId, centerId, address]);
  return opened && heard && heard.of === opening ? { ...opened, goal: heard.goal } : opened;
}
