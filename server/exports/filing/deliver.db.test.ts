import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filingAttempt } from "../../../db/schema";
import {
  attempts,
  type FilingWorld,
  failingFolder,
  filingRequested,
  filingRow,
  filingWorld,
  jobsFor,
  placesIn,
} from "../../../tests/world/filing";
import { eventsOf, neighbour } from "../../../tests/world/hearing";
import { createFolder } from "./folder";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
afterAll(() => world.close());

describe("delivering a filing", () => {
  test("[F4] [X7] it is filed by the receipt, and what lies in the folder is what was approved", async () => {
    const { responseId, filingId, root, sha256, versionId, door } = await filingRequested(world);
    await door.deliver({ filingId });
    const page = await door.page(world.people.lise, responseId);
    expect(page.filing).toMatchObject({
      state: "filed",
      attempts: [{ number: 1, outcome: "filed", message: "filed" }],
    });
    const place = join(root, readdirSync(root)[0]!, filingId);
    const receipt = JSON.parse(readFileSync(join(place, "receipt.json"), "utf8"));
    expect(page.filing!.receipt).toEqual(receipt);
    const pdf = await door.file(world.people.jens, versionId, "pdf");
    expect(receipt.files.map((file: { sha256: string }) => file.sha256)).toEqual(
      expect.arrayContaining([pdf.sha256, sha256]),
    );
    expect(page.can).toMatchObject({ export: true, file: false, retry: false });
    expect((await eventsOf(world, responseId)).slice(-2)).toEqual(["filing-requested", "filing-filed"]);
  });

  test("[F1] the job run twice, one after the other and at once, files once", async () => {
    const { responseId, filingId, root, door } = await filingRequested(world);
    await Promise.all([door.deliver({ filingId }), door.deliver({ filingId })]);
    await door.deliver({ filingId });
    expect((await filingRow(world, filingId)).state).toBe("filed");
    expect(await attempts(world, filingId)).toHaveLength(1);
    expect(placesIn(root)).toEqual([filingId]);
    expect((await eventsOf(world, responseId)).filter((event) => event === "filing-filed")).toHaveLength(1);
  });

  test("[F1] [J1] while another node delivers it nothing is done, and it is looked at again in a minute", async () => {
    const { filingId, root, door } = await filingRequested(world);
    // The request's own job is the one that the other node is at.
    await world.sql`delete from graphile_worker._private_jobs where key = ${`deliver-filing:${filingId}`}`;
    await world.db.transaction(async (other) => {
      await other.execute(`select pg_advisory_xact_lock(hashtextextended('filing:${filingId}', 0))`);
      await door.deliver({ filingId });
      expect(await jobsFor(world, filingId)).toEqual([{ name: "deliver-filing", wait: 60 }]);
      expect(existsSync(root)).toBe(false);
    });
    // The other one was killed at it.
    await door.deliver({ filingId });
    expect((await filingRow(world, filingId)).state).toBe("filed");
    expect(placesIn(root)).toEqual([filingId]);
    await door.deliver({ filingId });
    expect(await attempts(world, filingId)).toHaveLength(1);
  });

  test("[F8] a crash after the files are placed and before that is written down ends in one filing", async () => {
    const { filingId, root, door } = await filingRequested(world);
    const folder = createFolder({ root, clock: world.clock });
    const crashing = world.exportsTo(root, {
      ...folder,
      file: async (parcel) => {
        await folder.file(parcel);
        throw new Error("the line went dead");
      },
    });
    await crashing.deliver({ filingId });
    // A process that died at that line would have left "sent" and no attempt.
    await world.db.delete(filingAttempt).where(eq(filingAttempt.filingId, filingId));
    expect(await filingRow(world, filingId)).toMatchObject({ state: "sent", receipt: null });
    let sent = 0;
    const counting = world.exportsTo(root, {
      ...folder,
      file: async (parcel) => {
        sent += 1;
        return folder.file(parcel);
      },
    });
    await counting.deliver({ filingId });
    expect(sent).toBe(0);
    expect(await filingRow(world, filingId)).toMatchObject({ state: "filed" });
    expect(placesIn(root)).toEqual([filingId]);
    await door.deliver({ filingId });
  });

  test("[F6] what may pass is tried again after 1, 5 and 30 minutes, then a person must act", async () => {
    const { responseId, filingId, root } = await filingRequested(world);
    const down = world.exportsTo(
      root,
      failingFolder(root, world, "unavailable", new Error("socket hang up"), "locked", "unavailable", "unavailable"),
    );
    for (const wait of [60, 300, 1800]) {
      await down.deliver({ filingId });
      expect((await filingRow(world, filingId)).state).toBe("sent");
      expect(await jobsFor(world, filingId)).toEqual([{ name: "deliver-filing", wait }]);
    }
    await down.deliver({ filingId });
    const page = await down.page(world.people.jens, responseId);
    expect(page.filing).toMatchObject({ state: "failed" });
    expect(page.filing!.attempts.map((attempt) => attempt.message)).toEqual([
      "case-system-unavailable",
      "case-system-unknown",
      "case-system-locked",
      "case-system-unavailable",
    ]);
    expect(page.can.retry).toBe(true);
    expect((await eventsOf(world, responseId)).at(-1)).toBe("filing-failed");
    await down.deliver({ filingId });
    expect(await attempts(world, filingId)).toHaveLength(4);

    await expect(down.retry(world.people.tove, filingId)).rejects.toMatchObject({ code: "case-officers-only" });
    await expect(down.retry((await neighbour(world)).people.jens, filingId)).rejects.toMatchObject({
      kind: "not-found",
    });
    await down.retry(world.people.jens, filingId);
    await expect(down.retry(world.people.jens, filingId)).rejects.toMatchObject({ code: "filing-not-failed" });
    await down.deliver({ filingId });
    expect(await jobsFor(world, filingId)).toEqual([{ name: "deliver-filing", wait: 60 }]);
    await down.deliver({ filingId });
    expect((await filingRow(world, filingId)).state).toBe("filed");
  });

  test("[F6] what trying cannot mend fails at once", async () => {
    const { filingId, root } = await filingRequested(world);
    await world.exportsTo(root, failingFolder(root, world, "case_closed")).deliver({ filingId });
    expect((await filingRow(world, filingId)).state).toBe("failed");
    expect(await attempts(world, filingId)).toMatchObject([{ errorKind: "case_closed" }]);
  });

  test("[F4] a receipt that does not name the files that were sent is no receipt", async () => {
    const { filingId, root } = await filingRequested(world);
    const folder = createFolder({ root, clock: world.clock });
    const lying = world.exportsTo(root, {
      ...folder,
      file: async (parcel) => {
        const delivery = await folder.file(parcel);
        return delivery.state === "filed" ? { ...delivery, receipt: { ...delivery.receipt, files: [] } } : delivery;
      },
    });
    await lying.deliver({ filingId });
    expect(await filingRow(world, filingId)).toMatchObject({ state: "failed", receipt: null });
  });

  test("a case system that answers later is asked again until it says filed", async () => {
    const { filingId, root } = await filingRequested(world);
    const folder = createFolder({ root, clock: world.clock });
    let polls = 0;
    const later = world.exportsTo(root, {
      ...folder,
      file: async (parcel) => {
        await folder.file(parcel);
        return { state: "received" };
      },
      poll: async (clientId) => {
        polls += 1;
        return polls < 2 ? { state: "accepted" } : folder.poll(clientId);
      },
    });
    await later.deliver({ filingId });
    expect((await filingRow(world, filingId)).state).toBe("received");
    expect((await jobsFor(world, filingId)).map((job) => job.name)).toEqual(["deliver-filing"]);
    await later.deliver({ filingId });
    expect((await filingRow(world, filingId)).state).toBe("accepted");
    await later.deliver({ filingId });
    expect((await filingRow(world, filingId)).state).toBe("filed");
    expect(await attempts(world, filingId)).toHaveLength(1);
  });

  test("[F9] a text reopened before it was sent is not sent, and says so; nobody can try that version again", async () => {
    const { responseId, filingId, root, door } = await filingRequested(world);
    await world.reviews.reopen(world.people.tove, responseId, { reason: "En fejl i afsnit 2." });
    await door.deliver({ filingId });
    expect(await filingRow(world, filingId)).toMatchObject({ state: "failed", receipt: null });
    expect(existsSync(root) ? placesIn(root) : []).toEqual([]);
    const page = await door.page(world.people.jens, responseId);
    expect(page.filing!.attempts.map((attempt) => attempt.message)).toEqual(["case-system-lapsed"]);
    expect(page.can).toEqual({ export: false, file: false, retry: false, correct: false, move: false });
    await expect(door.retry(world.people.jens, filingId)).rejects.toMatchObject({ code: "not-approved" });
    expect((await eventsOf(world, responseId)).slice(-2)).toEqual(["reopened", "filing-failed"]);
  });

  test("[F9] reopened between two tries, it is looked up: not there, it is not sent; there, it is filed", async () => {
    const waiting = await filingRequested(world);
    await world.exportsTo(waiting.root, failingFolder(waiting.root, world, "unavailable")).deliver(waiting);
    await world.reviews.reopen(world.people.tove, waiting.responseId, { reason: "Vent." });
    await waiting.door.deliver(waiting);
    expect(await filingRow(world, waiting.filingId)).toMatchObject({ state: "failed", receipt: null });

    const there = await filingRequested(world);
    const folder = createFolder({ root: there.root, clock: world.clock });
    const deaf = world.exportsTo(there.root, {
      ...folder,
      file: async (parcel) => {
        await folder.file(parcel);
        throw new Error("the answer was lost");
      },
    });
    await deaf.deliver(there);
    await world.reviews.reopen(world.people.tove, there.responseId, { reason: "For sent." });
    await there.door.deliver(there);
    expect(await filingRow(world, there.filingId)).toMatchObject({ state: "filed" });
    expect(placesIn(there.root)).toEqual([there.filingId]);
  });

  test("a filing of no such id is nothing to do", async () => {
    await world.exportsTo(world.newRoot()).deliver({ filingId: crypto.randomUUID() });
    await world.exportsTo(world.newRoot()).deliver({ filingId: "not an id" });
  });
});
