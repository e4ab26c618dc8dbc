import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../db/ids";
import { agreementsOf, correct, eventsOf, form, nodeId, propose, refused } from "../../tests/world/agreements";
import { testDatabase } from "../../tests/world/database";
import { type Town, town } from "../../tests/world/people";
import type { Agreements } from "./shapes";

let world: Awaited<ReturnType<typeof testDatabase>>;
let agreements: Agreements;
let here: Town;

beforeAll(async () => {
  world = await testDatabase();
  agreements = agreementsOf(world.db);
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await town(world.db);
});

test("[S3] corrections change the tree, raise the revision, and can be taken back one by one", async () => {
  const versionId = await propose(agreements, here);
  await correct(agreements, here, versionId, {
    op: "rename",
    nodeId: await nodeId(agreements, here, versionId, "3.2"),
    number: "3.2",
    heading: "Plan",
  });
  await correct(agreements, here, versionId, {
    op: "split",
    nodeId: await nodeId(agreements, here, versionId, "3.1"),
    at: "30",
  });
  const page = await agreements.proposal(here.people.tove, versionId);
  expect(page).toMatchObject({ revision: 2, canUndo: true });
  expect(page.nodes.map((node) => node.heading || node.text)).toContain("Det sker tre dage før.");
  await agreements.undo(here.people.tove, versionId, form({ revision: "2" }));
  await agreements.undo(here.people.tove, versionId, form({ revision: "3" }));
  const after = await agreements.proposal(here.people.tove, versionId);
  expect(after).toMatchObject({ revision: 4, canUndo: false });
  expect(after.nodes.map((node) => node.heading)).not.toContain("Plan");
  expect(await refused(agreements.undo(here.people.tove, versionId, form({ revision: "4" })))).toBe(
    "conflict: nothing-to-undo",
  );
  expect(await eventsOf(world.db, versionId)).toEqual([
    "source-proposed",
    "proposal-corrected",
    "proposal-corrected",
    "proposal-correction-undone",
    "proposal-correction-undone",
  ]);
});

test("a correction of a tree that has moved on is refused, and of two at once one is made", async () => {
  const versionId = await propose(agreements, here);
  const id = await nodeId(agreements, here, versionId, "3.2");
  const rename = (heading: string) =>
    agreements.correct(here.people.tove, versionId, form({ revision: "0", op: "rename", nodeId: id, heading }));
  const answers = await Promise.all([refused(rename("Først")), refused(rename("Samtidig"))]);
  expect(answers.sort()).toEqual(["conflict: proposal-moved-on", "no refusal"]);
  expect(await refused(rename("For sent"))).toBe("conflict: proposal-moved-on");
  expect(await refused(agreements.accept(here.people.tove, versionId, form({ revision: "0" })))).toBe(
    "conflict: proposal-moved-on",
  );
  expect((await eventsOf(world.db, versionId)).length).toBe(2);
});

test("a correction that cannot be made is refused with its code, and a forged one at its field", async () => {
  const versionId = await propose(agreements, here);
  const id = await nodeId(agreements, here, versionId, "3.1");
  const offer = (fields: Record<string, string>) =>
    refused(agreements.correct(here.people.tove, versionId, form({ revision: "0", nodeId: id, ...fields })));
  expect(await offer({ op: "join" })).toBe("conflict: nothing-to-join");
  expect(await offer({ op: "split", at: "0" })).toBe("conflict: split-at-the-edge");
  expect(await offer({ op: "move", direction: "up" })).toBe("conflict: nowhere-to-move");
  expect(await offer({ op: "join", nodeId: newId() })).toBe("conflict: no-such-node");
  expect(await offer({ op: "explode" })).toEqual({ op: "not-a-choice" });
  expect(await offer({ op: "retype", kind: "bog" })).toEqual({ kind: "not-a-choice" });
  expect(await offer({ op: "split", at: "-1" })).toEqual({ at: "missing" });
  expect(await offer({ op: "rewrite" })).toEqual({ text: "missing" });
  expect(await offer({ op: "join", revision: "" })).toEqual({ revision: "missing" });
  expect(await agreements.proposal(here.people.tove, versionId)).toMatchObject({ revision: 0, canUndo: false });
});
