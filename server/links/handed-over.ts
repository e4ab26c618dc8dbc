import type { CenterId, ClauseId } from "../../db/ids";
import { assignedNow, carriedOn } from "../carry-over";
import type { Carried } from "../carry-over/shapes";

/** A closed center, and whose its tasks are in a hearing. */
export type HandedOver = { from: CenterId; to: CenterId };

type Place = { clauseId: ClauseId; centerId: CenterId };
type Said = {
  assigned: readonly (Place & { deadline: string })[];
  answers: readonly Place[];
  goals: readonly Place[];
  linked: readonly Place[];
  looks: readonly Place[];
  missed: readonly Place[];
  whole?: readonly { centerId: CenterId }[];
  handedOver?: readonly HandedOver[];
};

/**
 * What a closed center has said counts for whoever has its tasks now, but where it still has the clause itself (its part
 * stands signed). The successor's own words come after it, and so count before it. Rows and links keep their center. Pure;
 * done twice it is done once. [H56] (decision 0020)
 */
export function handedOn<Ground extends Said>(ground: Ground, carried: Carried): Ground {
  const { handedOver = [] } = ground;
  if (handedOver.length === 0) return ground;
  const heirs = new Map(handedOver.map(({ from, to }) => [from, to]));
  const assigned = assignedNow(ground.assigned, carried);
  const kept = new Set(assigned.map(({ clauseId, centerId }) => `${clauseId}|${centerId}`));
  const isKept = (row: Place) =>
    carriedOn([row], carried).some(({ clauseId, centerId }) => kept.has(`${clauseId}|${centerId}`));
  const remaining = new Set(assigned.map(({ centerId }) => centerId));
  const passed = <Row extends { centerId: CenterId }>(rows: readonly Row[], stays: (row: Row) => boolean): Row[] => {
    const moves = (row: Row) => heirs.has(row.centerId) && !stays(row);
    const moved = rows.filter(moves).map((row) => ({ ...row, centerId: heirs.get(row.centerId) ?? row.centerId }));
    return [...moved, ...rows.filter((row) => !moves(row))];
  };
  const whole = ground.whole && { whole: passed(ground.whole, ({ centerId }) => remaining.has(centerId)) };
  return {
    ...ground,
    answers: passed(ground.answers, isKept),
    goals: passed(ground.goals, isKept),
    linked: passed(ground.linked, isKept),
    looks: passed(ground.looks, isKept),
    missed: passed(ground.missed, isKept),
    ...whole,
  };
}
