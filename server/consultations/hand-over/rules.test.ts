import { expect, test } from "vitest";
import { type CenterId, newId } from "../../../db/ids";
import { heirsOf } from "./rules";

const today = "2026-03-02";
const [a, b, c] = [newId<CenterId>(), newId<CenterId>(), newId<CenterId>()];
const open = (id: CenterId) => ({ id, closedOn: null, successorId: null });
const closed = (id: CenterId, successorId: CenterId | null, closedOn = "2026-01-01") => ({ id, closedOn, successorId });

test("[H53] the tasks of a closed center go to the first open one along its successors", () => {
  expect([...heirsOf([closed(a, b), open(b), open(c)], today)]).toEqual([[a, b]]);
  expect(heirsOf([closed(a, b), closed(b, c), open(c)], today)).toEqual(
    new Map([
      [a, c],
      [b, c],
    ]),
  );
});

test("[H53] before its day nothing goes anywhere, and a circle or a dead end leads nowhere", () => {
  expect(heirsOf([closed(a, b, "2026-03-03"), open(b)], today).size).toBe(0);
  expect(heirsOf([closed(a, b, today), open(b)], today).get(a)).toBe(b);
  expect(heirsOf([closed(a, b), closed(b, a)], today).size).toBe(0);
  expect(heirsOf([closed(a, null)], today).size).toBe(0);
});
