import { expect, test } from "vitest";
import { type CenterId, newId } from "../../../db/ids";
import { type CenterMarks, closingProblem, stateOf } from "./rules";

const today = "2026-03-02";
const [a, b, c] = [newId<CenterId>(), newId<CenterId>(), newId<CenterId>()];
const open = (id: CenterId): CenterMarks => ({ id, closedOn: null, successorId: null });
const closing = (id: CenterId, closedOn: string, successorId: CenterId): CenterMarks => ({
  id,
  closedOn,
  successorId,
});

test("[H50] a center is closed from its day on, and not before", () => {
  expect([null, "2026-03-03", "2026-03-02", "2026-03-01"].map((closedOn) => stateOf({ closedOn }, today))).toEqual([
    "open",
    "closing",
    "closed",
    "closed",
  ]);
});

test("[H51] a successor is another center that is open and stays so; no chain and no circle", () => {
  const all = [open(a), open(b), open(c)];
  const into = (successorId: string, rows = all, closedOn = today) =>
    closingProblem(rows, a, { closedOn, successorId }, today);
  expect(into(b)).toBeNull();
  expect(into(b, all, "2026-03-01")).toEqual({ closedOn: "closing-day-passed" });
  expect(into(a)).toEqual({ successorId: "successor-is-itself" });
  expect(into(newId())).toEqual({ successorId: "successor-not-open" });
  expect(into("nowhere")).toEqual({ successorId: "successor-not-open" });
  expect(into(b, [open(a), closing(b, "2026-03-01", c), open(c)])).toEqual({ successorId: "successor-not-open" });
  expect(into(b, [open(a), closing(b, "2026-04-01", c), open(c)])).toEqual({ successorId: "successor-closes-too" });
  expect(into(b, [open(a), closing(b, "2026-04-01", a), open(c)])).toEqual({ successorId: "successor-closes-too" });
  expect(into(b, [open(a), open(b), closing(c, "2026-04-01", a)])).toEqual({ successorId: "center-is-successor" });
  // What was handed over long ago binds nobody.
  expect(into(b, [open(a), open(b), closing(c, "2026-01-01", a)])).toBeNull();
});
