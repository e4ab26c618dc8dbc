import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type FilingWorld,
  failingFolder,
  filingRequested,
  filingRow,
  filingWorld,
  jobsFor,
  placesIn,
} from "../../../tests/world/filing";
import { eventsOf } from "../../../tests/world/hearing";
import { createFolder } from "./folder";
import type { CaseSystem, Delivery, Parcel } from "./port";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
afterAll(() => world.close());

/** A case system that takes what it is sent and answers later, with what it is told to. */
function slowToAnswer(root: string, answers: (Delivery | null)[]) {
  const folder = createFolder({ root, clock: world.clock });
  const sent: Parcel[] = [];
  const system: CaseSystem = {
    ...folder,
    file: async (parcel) => {
      sent.push(parcel);
      return { state: "sent" };
    },
    poll: async () => answers.shift() ?? null,
  };
  return { system, sent };
}

describe("waiting for an answer", () => {
  test("[F12] what was taken is not sent again, though the case system says nothing of it for days", async () => {
    const { filingId, root } = await filingRequested(world);
    const { system, sent } = slowToAnswer(root, []);
    const door = world.exportsTo(root, system);
    await door.deliver({ filingId });
    for (let asked = 0; asked < 3; asked++) {
      await door.deliver({ filingId });
      await door.deliver({ filingId });
    }
    expect(sent).toHaveLength(1);
    expect(await filingRow(world, filingId)).toMatchObject({ state: "sent" });
    expect((await jobsFor(world, filingId)).map((job) => job.name)).toEqual(["deliver-filing"]);
  });

  test("[F12] after three days without an answer a person must ask there, and may have it sent again", async () => {
    const { filingId, responseId, root } = await filingRequested(world);
    const { system, sent } = slowToAnswer(root, []);
    const door = world.exportsTo(root, system);
    await door.deliver({ filingId });
    const began = world.clock.at;
    world.clock.at = new Date(began.getTime() + 73 * 60 * 60_000);
    await door.deliver({ filingId });
    const page = await door.page(world.people.jens, responseId);
    expect(page.filing).toMatchObject({ state: "failed", attempts: [{ message: "case-system-no-receipt" }] });
    await door.retry(world.people.jens, filingId);
    await door.deliver({ filingId });
    expect(sent).toHaveLength(2);
    expect(sent[1]!.clientId).toBe(sent[0]!.clientId);
    world.clock.at = began;
  });

  test("[F4] a rejection is shown in the case system's own words, and is the end of it", async () => {
    const { filingId, responseId, root } = await filingRequested(world);
    const { system } = slowToAnswer(root, [{ state: "rejected", reason: "KLE-emnet hører til et andet center." }]);
    const door = world.exportsTo(root, system);
    await door.deliver({ filingId });
    await door.deliver({ filingId });
    const { filing, can } = await door.page(world.people.jens, responseId);
    expect(filing).toMatchObject({
      state: "rejected",
      attempts: [{ message: "case-system-rejected", said: "KLE-emnet hører til et andet center." }],
    });
    expect(can).toMatchObject({ retry: false, file: false });
  });
});

test("[F9] what the case system has a part of is ended, though the text was reopened meanwhile", async () => {
  const { filingId, responseId, root } = await filingRequested(world);
  const folder = createFolder({ root, clock: world.clock });
  const broken = world.exportsTo(root, failingFolder(root, world, "unavailable"));
  await broken.deliver({ filingId });
  await world.reviews.reopen(world.people.tove, responseId, { reason: "Vent." });
  const door = world.exportsTo(root, { ...folder, poll: async () => ({ state: "begun" }) });
  await door.deliver({ filingId });
  expect(await filingRow(world, filingId)).toMatchObject({ state: "filed" });
  expect(placesIn(root)).toEqual([filingId]);
});

describe("trying again", () => {
  test("[F14] what was refused for its case number is filed with another one, and the trail says which", async () => {
    const { filingId, responseId, root, suggested } = await filingRequested(world);
    const door = world.exportsTo(root, failingFolder(root, world, "no_case"));
    await door.deliver({ filingId });
    expect((await door.page(world.people.jens, responseId)).can).toMatchObject({ retry: true, correct: true });
    const form = { ...suggested, caseNumber: "29.30.00-K02-9-26" };
    await expect(door.retry(world.people.jens, filingId, { ...form, caseNumber: " " })).rejects.toMatchObject({
      fields: { caseNumber: "missing" },
    });
    await door.retry(world.people.jens, filingId, form);
    await door.deliver({ filingId });
    const { filing } = await door.page(world.people.jens, responseId);
    expect(filing).toMatchObject({ state: "filed", receipt: { caseNumber: "29.30.00-K02-9-26" } });
    const [entry] = await world.sql<{ data: unknown }[]>`
      select data from audit_entry where object_id = ${responseId} and event = 'filing-retried'`;
    expect(entry?.data).toMatchObject({ caseNumber: `${suggested.caseNumber} → 29.30.00-K02-9-26` });
  });

  test("[F14] what may have got through keeps its form", async () => {
    const { filingId, responseId, root, suggested } = await filingRequested(world);
    const away = Array<"unavailable">(4).fill("unavailable");
    const door = world.exportsTo(root, failingFolder(root, world, ...away));
    for (let tried = 0; tried < 4; tried++) await door.deliver({ filingId });
    expect((await door.page(world.people.jens, responseId)).can).toMatchObject({ retry: true, correct: false });
    await expect(door.retry(world.people.jens, filingId, suggested)).rejects.toMatchObject({
      code: "filing-not-correctable",
    });
  });

  test("[F13] a text filed anew after reopening goes beside the earlier one and names it", async () => {
    const { filingId, responseId, root, door, suggested } = await filingRequested(world);
    await door.deliver({ filingId });
    await world.reviews.reopen(world.people.tove, responseId, { reason: "En rettelse." });
    const reviewId = await world.reviews.send(world.people.tove, responseId, {
      approverId: world.people.lars.id,
      holesAccepted: "yes",
    });
    const [round] = (await world.reviews.page(world.people.lars, responseId)).rounds;
    await world.reviews.approve(world.people.lars, reviewId, { sha256: round!.sha256 });
    const folder = createFolder({ root, clock: world.clock });
    const followed: string[] = [];
    const watching = world.exportsTo(root, {
      ...folder,
      addVersion: (parcel, earlier) => {
        followed.push(earlier.clientId);
        return folder.addVersion(parcel, earlier);
      },
    });
    const second = await watching.requestFiling(world.people.jens, responseId, suggested);
    await watching.deliver({ filingId: second });
    expect(followed).toEqual([filingId]);
    expect(placesIn(root).sort()).toEqual([filingId, second].sort());
    expect((await filingRow(world, filingId)).state).toBe("filed");
    expect((await filingRow(world, second)).state).toBe("filed");
    expect((await eventsOf(world, responseId)).filter((event) => event === "filing-filed")).toHaveLength(2);
  });
});
