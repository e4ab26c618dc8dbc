import { expect, test } from "vitest";
import type { CenterId, ClauseId } from "../../../db/ids";
import type { AssignmentRow, CenterRow } from "../../../server/consultations/shapes";
import { ownersOf, packed } from "./given";

const centers = ["a", "b", "c"].map(
  (id) => ({ id: id as CenterId, name: id, shortName: id, kind: "center" }) as CenterRow,
);
const row = (clauseId: string, centerId: string, day: string, isOwner = false): AssignmentRow => ({
  clauseId: clauseId as ClauseId,
  centerId: centerId as CenterId,
  deadline: { day, time: null, daysLeft: 3 },
  isOwner,
});

test("[H5] what is packed for the page is unpacked as it was: each clause's centers, their days, and who answers for it", () => {
  const given = packed(
    [row("1", "a", "2026-03-01", true), row("1", "c", "2026-03-02"), row("2", "b", "2026-03-01")],
    centers,
  );
  const shown = (id: string) =>
    ownersOf(id as ClauseId, given, centers).map(({ center, day, isOwner }) => [center.id, day, isOwner]);
  expect(shown("1")).toEqual([
    ["a", "2026-03-01", true],
    ["c", "2026-03-02", false],
  ]);
  expect(shown("2")).toEqual([["b", "2026-03-01", false]]);
  expect(shown("3")).toEqual([]);
});
