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
  centers: ["a", "b"].map((id) => ({ id: id as CenterId, name: id, shortName: id, municipality: "Vært" })),
  perMunicipality: [],
  cells: [said("1", "b", { trend: "back", isOwner: true }), said("2", "a", { status: "planned", day: "2025-03-01" })],
};

test("[Q27] the board of goals is read on the page as it was packed, cell by cell", () => {
  const sent = JSON.parse(JSON.stringify(packed(board)));
  expect(cellsOf(sent, 0)).toEqual([
    null,
    { status: "met", trend: "back", isOwner: true, day: "2026-03-01", note: "" },
  ]);
  expect(cellsOf(sent, 1)).toEqual([
    { status: "planned", trend: null, isOwner: false, day: "2025-03-01", note: "" },
    null,
  ]);
  expect(cellsOf(packed({ ...board, centers: [], cells: [] }), 0)).toEqual([]);
});

test("[Q27] a goal's text comes along where there is no heading to call it by", () => {
  expect(packed(board).goals.map(({ text }) => text)).toEqual(["", "Ordlyden af 2"]);
});

test("[M19] [M20] a joint board has a column for each center, or one for each municipality with whose status it is", () => {
  const [a, b] = board.centers;
  const joint: GoalBoard = {
    ...board,
    centers: [a!, b!, { ...b!, id: "c" as CenterId, municipality: "Nabo" }],
    perMunicipality: [
      { ...said("1", "b"), municipality: "Vært", behind: ["b" as CenterId], of: 2 },
      {
        ...said("1", "c", { status: "planned", trend: "back" }),
        municipality: "Nabo",
        behind: ["c" as CenterId],
        of: 1,
      },
    ],
  };
  expect(packed(joint)).toMatchObject({ per: "center", isJoint: true });
  const sent = JSON.parse(JSON.stringify(packed(joint, "municipality")));
  expect(sent.columns.map(({ name }: { name: string }) => name)).toEqual(["Vært", "Nabo"]);
  expect(cellsOf(sent, 0)).toMatchObject([
    { status: "met", note: "længst tilbage: b" },
    { status: "planned", trend: "back", note: "b" },
  ]);
  expect(cellsOf(sent, 1)).toEqual([null, null]);
  expect(packed(board, "municipality")).toMatchObject({ per: "center", isJoint: false });
});
