import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../../tests/servers/receiver";
import { type FilingWorld, filingRequested, filingWorld, textApproved } from "../../tests/world/filing";
import { neighbour, textSent } from "../../tests/world/hearing";
import { callsWaiting, tellEverything } from "../../tests/world/webhooks";
import { WebhookCall } from "../api/schemas";
import { actorOf } from "../audit";
import type { Viewer } from "../identity/viewer";

let world: FilingWorld;
let receiver: Receiver;
beforeAll(async () => {
  world = await filingWorld();
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.stop();
  for (const { id } of await world.webhooks.list(world.id)) await world.webhooks.remove(admin(), id);
  await world.sql`delete from graphile_worker._private_jobs`;
});
afterAll(() => world.close());

const admin = (viewer: Viewer = world.people.adam) => actorOf(viewer);
const EVERYTHING = ["response.approved", "response.reopened", "filing.filed"];
const address = (events = EVERYTHING) => world.webhooks.add(admin(), { url: `${receiver.url}/ind`, events });

const waiting = () => callsWaiting(world);
const tellAll = () => tellEverything(world);
const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));

describe("what is told", () => {
  test("[T7] an approval, its end, and a filing: ids and a link, and nothing of the text", async () => {
    await address();
    const { filingId, responseId, versionId, sha256, door } = await filingRequested(world);
    await door.deliver({ filingId });
    await world.reviews.reopen(world.people.tove, responseId, { reason: "En fejl i afsnit 2" });
    await tellAll();
    const url = `/api/v1/responses/${responseId}`;
    const data = { responseId, versionId, sha256, url };
    const told = bodies().sort((a, b) => a.type.localeCompare(b.type));
    expect(told).toEqual([
      { type: "filing.filed", timestamp: world.clock.at.toISOString(), data: { ...data, filingId } },
      { type: "response.approved", timestamp: world.clock.at.toISOString(), data },
      { type: "response.reopened", timestamp: world.clock.at.toISOString(), data },
    ]);
    for (const one of told) expect(WebhookCall.strict().parse(one)).toEqual(one);
    for (const { body } of receiver.received) expect(body).not.toMatch(/støtter|fejl|Lars|Høring/);
  });

  test("[T7] only what an address wants to know, only in its own municipality, and nothing of rounds that were no approval", async () => {
    await address(["response.reopened"]);
    const there = await neighbour(world);
    await world.webhooks.add(admin(there.people.adam), { url: `${receiver.url}/nabo`, events: EVERYTHING });
    const { responseId } = await textSent(world);
    await world.reviews.reopen(world.people.tove, responseId, { reason: "Endnu ikke" });
    await textApproved(world);
    await tellAll();
    expect(receiver.received).toEqual([]);
  });

  test("[T7] what is not committed is told to nobody", async () => {
    await address();
    const happened = { event: "response.approved" as const, municipalityId: world.id, sha256: "0" };
    const { responseId, versionId } = await textApproved(world);
    await tellAll();
    receiver.received.length = 0;
    const undone = world.db.transaction(async (tx) => {
      await world.webhooks.announce(tx, { ...happened, responseId, versionId });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await tellAll();
    expect(receiver.received).toEqual([]);
  });

  test("[T9] what is signed can be checked with the secret that was shown once, and the database does not hold it", async () => {
    const { secret } = await address();
    await textApproved(world);
    await tellAll();
    const { headers, body } = receiver.received[0]!;
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const content = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    const expected = createHmac("sha256", key).update(content).digest("base64");
    expect(headers["webhook-signature"]).toBe(`v1,${expected}`);
    const rows = await world.sql`select * from webhook`;
    const trail = await world.sql`select * from audit_entry where object_kind = 'webhook'`;
    const shown = await world.webhooks.list(world.id);
    for (const seen of [rows, trail, shown]) expect(JSON.stringify(seen)).not.toContain(secret.slice(6));
  });
});

describe("when it does not get there", () => {
  test("[T8] it is tried again after 1, 5 and 30 minutes, then hours, under one id, and given up where administrators see it", async () => {
    await address(["response.approved"]);
    receiver.answers.push(500, "nothing", 302, 404, 500, 500, 500, 500);
    await textApproved(world);
    const waits: (number | undefined)[] = [];
    for (let tried = 0; tried < 8; tried++) {
      await tellAll();
      waits.push((await waiting())[0]?.wait);
    }
    expect(waits).toEqual([1, 5, 30, 120, 360, 720, 1440, undefined]);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    const [{ troubles } = { troubles: [] }] = await world.webhooks.list(world.id);
    expect(troubles).toMatchObject([{ state: "given-up", tries: 8, status: 500, problem: "status" }]);
  });

  test("[T8] what was given up is sent again when somebody asks for it, and what was delivered is not", async () => {
    await address(["response.approved"]);
    await textApproved(world);
    const [delivery] = await waiting();
    await world.sql`update webhook_delivery set state = 'given-up', tries = 8 where id = ${delivery!.id}`;
    const there = await neighbour(world);
    await expect(world.webhooks.again(admin(there.people.adam), delivery!.id)).rejects.toMatchObject({
      kind: "not-found",
    });
    await world.webhooks.again(admin(), delivery!.id);
    await tellAll();
    await world.webhooks.again(admin(), delivery!.id);
    await tellAll();
    expect(receiver.received).toHaveLength(1);
    const [{ troubles, lastDeliveredAt } = { troubles: null, lastDeliveredAt: null }] = await world.webhooks.list(
      world.id,
    );
    expect({ troubles, lastDeliveredAt }).toEqual({ troubles: [], lastDeliveredAt: world.clock.at });
  });

  test("[T8] of two nodes that send it at once one writes it down, and both send it under one id", async () => {
    await address(["response.approved"]);
    await textApproved(world);
    const [delivery] = await waiting();
    const job = { deliveryId: delivery!.id };
    receiver.answers.push(500, 500);
    await Promise.all([world.webhooks.deliver(job), world.webhooks.deliver(job)]);
    const [row] = await world.sql`select tries from webhook_delivery where id = ${delivery!.id}`;
    expect(row).toEqual({ tries: receiver.received.length === 2 ? 1 : 2 });
    await world.webhooks.deliver(job);
    await world.webhooks.deliver(job);
    const taken = receiver.received.length;
    await world.webhooks.deliver(job);
    expect(receiver.received).toHaveLength(taken);
  });

  test("[T8] what is removed is told no more", async () => {
    const { id } = await address(["response.approved"]);
    await textApproved(world);
    await world.webhooks.remove(admin(), id);
    await tellAll();
    expect(receiver.received).toEqual([]);
    await expect(world.webhooks.remove(admin(), id)).rejects.toMatchObject({ kind: "not-found" });
  });

  test("[T9] sealed with another key, nothing is sent unsigned", async () => {
    await address(["response.approved"]);
    await world.sql`update webhook set secret = 'v1.AAAA' where removed_at is null`;
    await textApproved(world);
    await tellAll();
    expect(receiver.received).toEqual([]);
    const [{ troubles } = { troubles: [] }] = await world.webhooks.list(world.id);
    expect(troubles).toMatchObject([{ problem: "secret-unreadable", state: "waiting" }]);
  });
});

test("addresses that cannot be right are refused, and no municipality has more than twenty", async () => {
  const refusal = (form: unknown) => world.webhooks.add(admin(), form).catch((error) => error.fields ?? error.code);
  expect(await refusal({})).toEqual({ url: "missing", events: "not-a-choice" });
  expect(await refusal({ url: "esdh", events: "noget" })).toEqual({
    url: "not-a-webhook-address",
    events: "not-a-choice",
  });
  expect(await refusal({ url: "ftp://x.dk", events: "filing.filed" })).toEqual({ url: "not-a-webhook-address" });
  for (let made = 0; made < 20; made++) await address(["filing.filed"]);
  await expect(address()).rejects.toMatchObject({ code: "too-many-webhooks" });
});
