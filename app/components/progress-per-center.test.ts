import { expect, test } from "vitest";
import type { CenterId, ClauseId } from "../../db/ids";
import type { CoverageCell, CoverageState } from "../../server/links/shapes";
import { progressPerCenter } from "./progress-per-center";

const social = {
  id: "social" as CenterId,
  name: "Center for Socialservice",
  shortName: "Social",
  kind: "center",
  municipality: "Prøve Kommune",
} as const;

test("a center's progress counts what it was given, and names its next open deadline", () => {
  const cells = [
    cell("a", "answered", "2026-03-01"),
    cell("b", "in-work", "2026-03-09"),
    cell("c", "not-looked-at", "2026-03-05"),
    cell("d", "no-remarks", null),
  ];
  const [row] = progressPerCenter([social], cells);
  expect(row).toMatchObject({ total: 3, settled: 1, deadline: { day: "2026-03-05" } });
});

test("[H40] what a center owes after its day, and what it answered after it, is counted apart", () => {
  const cells = [
    { ...cell("a", "answered", "2026-03-01"), cameLate: true },
    { ...cell("b", "in-work", "2026-03-01"), isLate: true },
    cell("c", "no-remarks", "2026-03-01"),
  ];
  expect(progressPerCenter([social], cells)).toMatchObject([{ overdue: 1, cameLate: 1, settled: 2 }]);
});

test("a center that was given nothing is not shown", () => {
  expect(progressPerCenter([social], [cell("a", "answered", null)])).toEqual([]);
});

function cell(clause: string, state: CoverageState, day: string | null): CoverageCell {
  return {
    clauseId: clause as ClauseId,
    centerId: social.id,
    state,
    goal: null,
    deadline: day ? { day, time: null, daysLeft: 1 } : null,
    isAssigned: day !== null,
    isLate: false,
    cameLate: false,
    isPressing: false,
    isHole: false,
    blockIds: [],
    mayAnswer: true,
  };
}
