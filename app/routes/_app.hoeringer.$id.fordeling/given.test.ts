import { expect, test } from "vitest";
import type { CenterId, ClauseId } from "../../../db/ids";
import type { AssignmentRow, CenterRow } from "../../../server/consultations/shapes";
import { beginningOf, type Clause, missingIn, ownersOf, packed, unpacked } from "./given";

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
    ownersOf(id as ClauseId, { ...given, owners: unpacked(given) }, centers).map(({ center, day, isOwner }) => [
      center.id,
      day,
      isOwner,
    ]);
  expect(shown("1")).toEqual([
    ["a", "2026-03-01", true],
    ["c", "2026-03-02", false],
  ]);
  expect(shown("2")).toEqual([["b", "2026-03-01", false]]);
  expect(shown("3")).toEqual([]);
});

test("[Q26] the page begins with so many clauses that their centers fill a window, and with no section without its first clause", () => {
  const clause = (id: string, parentId: string | null) =>
    ({ id, parentId, depth: parentId ? 1 : 0, kind: parentId ? "clause" : "section" }) as Clause;
  const clauses = Array.from({ length: 40 }, (_, nth) =>
    nth % 10 === 0 ? clause(`s${nth}`, null) : clause(`c${nth}`, `s${nth - (nth % 10)}`),
  );
  const toAll = clauses
    .filter(({ parentId }) => parentId)
    .flatMap(({ id }) => Array.from({ length: 11 }, (_, nth) => row(id, `center ${nth}`, "2026-03-01")));
  const owners = unpacked(
    packed(
      toAll,
      Array.from({ length: 11 }, (_, nth) => ({ ...centers[0], id: `center ${nth}` }) as CenterRow),
    ),
  );
  expect(beginningOf(clauses, owners).map(({ id }) => id)).toEqual(clauses.slice(0, 10).map(({ id }) => id));
  expect(missingIn(clauses, owners)).toEqual([]);
  expect(missingIn(clauses, new Map()).length).toBe(36);
});
