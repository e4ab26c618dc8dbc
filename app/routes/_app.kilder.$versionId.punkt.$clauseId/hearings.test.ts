import { expect, test } from "vitest";
import { type ClauseId, newId, type ResponseId, type SourceVersionId } from "../../../db/ids";
import type { Remark, Wording } from "../../../server/search/shapes";
import { yearsOf } from "./hearings";

const [now, before, long] = [newId<ClauseId>(), newId<ClauseId>(), newId<ClauseId>()] as const;
const [autumn, spring, old] = [newId<ResponseId>(), newId<ResponseId>(), newId<ResponseId>()] as const;

function remark(responseId: ResponseId, text: string, day: string, clauseIds: ClauseId[]): Remark {
  const said = { responseId, blockId: text, text, heading: "", clauseIds, centers: [], by: [], outcome: null };
  const status = "approved" as const;
  return { ...said, mayRecord: false, userKey: "", hearing: "", status, at: new Date(`${day}T12:00:00Z`) };
}

function wording(id: ClauseId, edition: number): Wording {
  return { id, number: "", heading: "", text: "", versionId: newId<SourceVersionId>(), edition, label: "" };
}

test("[Q8] remarks stand by year and hearing, the newest first, and by the wording they were given on", () => {
  const earlier = [wording(before, 2), wording(long, 1)];
  const remarks = [
    remark(spring, "a", "2026-03-01", [before]),
    remark(autumn, "b", "2026-10-01", [now, before]),
    remark(autumn, "c", "2026-10-01", [long, before]),
    remark(autumn, "d", "2026-10-01", [now]),
    remark(old, "e", "2024-12-31", [long]),
  ];
  const said = yearsOf({ remarks, earlier }, now).map(({ year, hearings }) => [
    year,
    hearings.map(({ count, given }) => [
      count,
      given.map((one) => [one.wording?.edition ?? "now", one.remarks.map(({ text }) => text).join("")]),
    ]),
  ]);
  expect(said).toEqual([
    [
      "2026",
      [
        [
          3,
          [
            ["now", "bd"],
            [2, "c"],
          ],
        ],
        [1, [[2, "a"]]],
      ],
    ],
    ["2024", [[1, [[1, "e"]]]]],
  ]);
});

test("[Q8] the year is the Danish one, and nothing said is no year", () => {
  expect(yearsOf({ remarks: [], earlier: [] }, now)).toEqual([]);
  const night = { ...remark(old, "x", "2024-12-31", [now]), at: new Date("2024-12-31T23:30:00Z") };
  expect(yearsOf({ remarks: [night], earlier: [] }, now)[0]?.year).toBe("2025");
});
