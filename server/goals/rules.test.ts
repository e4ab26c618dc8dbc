import { expect, test } from "vitest";
import type { GoalStatus } from "../../app/document-model/goals";
import type { CenterId } from "../../db/ids";
import { type CenterSays, municipalitySays } from "./rules";

/** "a planned<not-current": center a says planned now, and said not-current the time before. */
function says(...told: string[]): CenterSays[] {
  return told.map((one) => {
    const [id, said = ""] = one.split(" ");
    const [status, before] = said.split("<");
    return { centerId: id as CenterId, status: status as GoalStatus, before: (before as GoalStatus) ?? null };
  });
}

test.each([
  ["one center is its municipality", ["a met"], "met null a of 1"],
  ["the one furthest behind counts", ["a met", "b planned", "c in-progress"], "planned null b of 3"],
  ["those alike are all named", ["a planned", "b met", "c planned"], "planned null a,c of 3"],
  ["what is not relevant is on no way", ["a not-relevant", "b met"], "met null b of 1"],
  ["unless nobody says anything else", ["a not-relevant", "b not-relevant"], "not-relevant null a,b of 2"],
  [
    "forward when the one furthest behind is further",
    ["a met<met", "b in-progress<planned"],
    "in-progress forward b of 2",
  ],
  ["back when any falls behind all", ["a met<met", "b planned<in-progress"], "planned back b of 2"],
  ["the same where another was the last", ["a planned<met", "b met<planned"], "planned same a of 2"],
  ["no trend where one that counts is new", ["a met<planned", "b planned"], "planned null b of 2"],
  ["nor where one was not relevant before", ["a met<not-relevant", "b met<planned"], "met null a,b of 2"],
  ["one that counts no more spoils none", ["a met<planned", "b not-relevant"], "met forward a of 1"],
])("[M20] a municipality's one status: %s", (_, told, expected) => {
  const found = municipalitySays(says(...told));
  expect(found && `${found.status} ${found.trend} ${found.behind.join()} of ${found.of}`).toBe(expected);
});

test("[M20] where nobody has said anything there is no status to be invented", () => {
  expect(municipalitySays([])).toBeNull();
});
