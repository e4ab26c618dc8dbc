import { afterAll, beforeAll, expect, test } from "vitest";
import type { CenterId, ClauseId } from "../../db/ids";
import { type HearingWorld, hearingWorld, writes } from "../../tests/world/hearing";
import { signOffsOf } from "../../tests/world/sign-offs";
import { sourceRevised } from "../../tests/world/versions";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

test("[A26] a sign-off follows its hearing to a version where its clauses read the same, and lapses where one does not", async () => {
  const { people, centers, consultations, carryOver, clock } = world;
  const signOffs = signOffsOf(world);
  const { hearing, next, old, fresh } = await sourceRevised(world);
  const { documentId, responseId } = hearing;
  const about = (id: ClauseId, center: CenterId) => [{ kind: "clause" as const, id, center }];
  await writes(world, people.sune, documentId, "Vi giver besked.", about(old("Besked"), centers.social));
  await writes(world, people.elsa, documentId, "Vi varsler.", about(old("Varsling"), centers.elderly));
  for (const [viewer, center] of [
    [people.lars, centers.social],
    [people.lone, centers.elderly],
  ] as const) {
    const { sha256 } = await signOffs.page(viewer, responseId, center);
    await signOffs.sign(viewer, responseId, center, { sha256 });
  }
  clock.at = new Date(clock.at.getTime() + 60_000);
  for (const [from, to] of [
    ["Kontakt", []],
    ["Varsling", [fresh("Varsling")]],
  ] as const)
    await carryOver.decide(people.tove, next.versionId, { fromClauseId: old(from), toClauseId: [...to] });
  await consultations.follow(people.tove, hearing.id, { versionId: next.versionId });

  const { standings } = await signOffs.parts(people.tove, responseId);
  expect(standings.map(({ center, state }) => [center.shortName, state])).toEqual([
    ["Social", "signed"],
    ["Ældre", "lapsed"],
  ]);
  const { lapse } = await signOffs.page(people.lone, responseId, centers.elderly);
  expect(lapse?.edits).toMatchObject([{ change: { kind: "changed", aspects: ["links"] }, by: [] }]);
  expect(lapse?.causes).toMatchObject([{ event: "hearing-moved", by: "Tove Tovholder" }]);
  // What is signed now is of the new version's clauses.
  const { sha256, standing } = await signOffs.page(people.lone, responseId, centers.elderly);
  await signOffs.sign(people.lone, responseId, centers.elderly, { sha256, after: standing.decision?.id });
  expect((await signOffs.page(people.lone, responseId, centers.elderly)).standing.state).toBe("signed");
});
