import { expect, test } from "vitest";
import type { UserId } from "../../db/ids";
import { byWords, MOST_MOMENTS, momentsOf, placeIn, sittingsOf, suggestersOf } from "./rules";

const MINUTE = 60_000;
const [anna, bo] = ["anna", "bo"] as unknown as [UserId, UserId];
const row = (userId: UserId | null, minute: number, origin: "seed" | "client" | "repair" = "client") => ({
  userId,
  origin,
  at: minute * MINUTE,
});

test("[V3] half an hour's pause ends a person's sitting, and nobody else's", () => {
  const rows = [row(null, 0, "seed"), row(anna, 1), row(bo, 20), row(anna, 31), row(null, 32, "repair"), row(anna, 62)];
  const { stints, of } = sittingsOf(rows);
  expect(stints.map(({ who, firstSeq, lastSeq }) => [who, firstSeq, lastSeq])).toEqual([
    [null, 1, 1],
    [anna, 2, 4],
    [bo, 3, 3],
    [anna, 6, 6],
  ]);
  expect([...of]).toEqual([-1, 0, 1, 2, 1, -1, 3]);
});

test("[V3] one goes to the beginning, pauses, ends of sittings, versions, and now; to 400 moments and the versions at most", () => {
  const rows = [row(null, 0, "seed"), row(anna, 1), row(anna, 1.1), row(anna, 5), row(bo, 5.1), row(bo, 5.2)];
  expect(momentsOf(rows, sittingsOf(rows).stints, [2])).toEqual([1, 2, 3, 4, 6]);
  const long = Array.from({ length: 20_000 }, (_, index) => row(index % 2 ? anna : bo, index * 31));
  const found = momentsOf(long, sittingsOf(long).stints, [7, 9]);
  expect(found.length).toBeLessThanOrEqual(MOST_MOMENTS + 4);
  expect(found).toEqual(expect.arrayContaining([1, 7, 9, 20_000]));
});

test("[V2] a moment is a place of the log, and nothing else", () => {
  expect(["1", "10", "11", "0", "-1", "1.5", "x", "", "1e1", null].map((text) => placeIn(text, 10))).toEqual([
    1,
    10,
    ...Array(8).fill(null),
  ]);
});

test("[V1] an amendment holds the suggestions that its writer took in just then, and no others", () => {
  const at = (minute: number) => new Date(minute * MINUTE);
  const accepted = [
    { by: bo, decidedBy: anna, at: new Date(10 * MINUTE + 20) },
    { by: bo, decidedBy: anna, at: at(11) },
    { by: anna, decidedBy: bo, at: at(10) },
  ];
  expect(suggestersOf({ who: anna, at: 10 * MINUTE }, accepted)).toEqual([bo]);
  expect(suggestersOf({ who: anna, at: 12 * MINUTE }, accepted)).toEqual([]);
  expect(suggestersOf({ who: null, at: 10 * MINUTE }, accepted)).toEqual([]);
});

test("[V1] a word is whose most of its letters are", () => {
  const isSame = (one: { by: string }, other: { by: string }) => one.by === other.by;
  const hands = [
    { by: "anna", length: 1 },
    { by: "bo", length: 14 },
    { by: "anna", length: 6 },
  ];
  expect(byWords("Kommunen støtter aftal", [...hands, { by: "bo", length: 1 }], isSame)).toEqual([
    { by: "bo", length: 17 },
    { by: "anna", length: 5 },
  ]);
  expect(byWords("", [], isSame)).toEqual([]);
});
