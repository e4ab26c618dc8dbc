import { expect, test } from "vitest";
import type { CenterId, ClauseId, SourceId, SourceVersionId } from "../../../db/ids";
import type { BoardCell, GoalBoard, GoalRow } from "../../../server/goals/shapes";
import { cellsOf, packed } from "./packed";

const goal = (id: string, heading: string) =>
  ({ id: id as ClauseId, number: id, heading, text: `Ordlyden af ${id}`, area: "", change: null }) satisfies GoalRow;
const said = (clauseId: string, centerId: string, more: Partial<BoardCell> = {}): BoardCell => ({
  ...{ clauseId: clauseId as ClauseId, centerId: centerId as CenterId, userKey: "VU-2026-0001" },
  ...{ status: "met", trend: null, isOwner: false, day: "2026-03-01", ...more },
});
const board: GoalBoard = {
  version: { id: "v" as SourceVersionId, sourceId: "s" as SourceId, title: "Mål", label: "2026" },
  before: null,
  goals: [goal("1", "Flere trives"), goal("2", "")],
  centers: ["a", "b"].map((id) => ({ id: id as CenterId, name: id, shortName: id })),
  cells: [said("1", "b", { trend: "back", isOwner: true }), said("2", "a", { status: "planned", day: "2025-03-01" })],
};

test("[Q27] the board of goals is read on the page as it was packed, cell by cell", () => {
  const sent = JSON.parse(JSON.stringify(packed(board)));
  expect(cellsOf(sent, 0)).toEqual([null, { status: "met", trend: "back", isOwner: true, day: "2026-03-01" }]);
  expect(cellsOf(sent, 1)).toEqual([{ status: "planned", trend: null, isOwner: false, day: "2025-03-01" }, null]);
  expect(cellsOf(packed({ ...board, centers: [], cells: [] }), 0)).toEqual([]);
});

test("[Q27] a goal's text comes along where there is no heading to call it by", () => {
  expect(packed(board).goals.map(({ text }) => text)).toEqual(["", "Ordlyden af 2"]);
});
