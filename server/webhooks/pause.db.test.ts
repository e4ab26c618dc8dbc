import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Receiver, startReceiver } from "../../tests/servers/receiver";
import { type FilingWorld, filingWorld, textApproved } from "../../tests/world/filing";
import { neighbour } from "../../tests/world/hearing";
import { callsWaiting, tellEverything } from "../../tests/world/webhooks";
import { WebhookTest } from "../api/schemas";
import { actorOf } from "../audit";
import type { Viewer } from "../identity/viewer";
import { signed } from "./sign";

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
const address = () => world.webhooks.add(admin(), { url: `${receiver.url}/ind`, events: EVERYTHING });
const waiting = () => callsWaiting(world);
const tellAll = () => tellEverything(world);

describe("an address that is paused", () => {
  const shown = async () => (await world.webhooks.list(world.id))[0]!;
  const noticesOf = async (viewer: Viewer) =>
    (await world.notices.waiting(viewer)).map(({ kind, host, hearing }) => ({ kind, host, hearing }));
  const told = [{ kind: "webhook-paused", host: "", hearing: null }];
  beforeEach(async () => {
    await world.sql`delete from notice`;
    told[0]!.host = new URL(receiver.url).host;
  });

  test("[T20] a receiver that answers 410 is paused, and its administrators are told once; nobody else, and nowhere else", async () => {
    const { id } = await address();
    const there = await neighbour(world);
    receiver.answers.push(410);
    const { responseId } = await textApproved(world);
    await tellAll();
    expect((await shown()).pause).toEqual({ at: world.clock.at, reason: "gone", waiting: 1 });
    expect(await noticesOf(world.people.adam)).toEqual(told);
    expect((await world.notices.unread(world.people.adam)).count).toBe(1);
    for (const one of [world.people.tove, world.people.rita, there.people.adam]) expect(await noticesOf(one)).not.toContainEqual(told[0]); // biome-ignore format: one line
    await world.reviews.reopen(world.people.tove, responseId, { reason: "En fejl" });
    await tellAll();
    expect(receiver.received).toHaveLength(1);
    expect(await noticesOf(world.people.adam)).toEqual(told);
    await world.webhooks.resume(admin(), id);
    expect(await noticesOf(world.people.adam)).toEqual([]);
    const trail = await world.sql`select event, actor_name from audit_entry where object_id = ${id} order by seq`;
    expect(trail.map(({ event, actor_name }) => [event, actor_name])).toEqual([
      ["webhook-added", "Adam Administrator"],
      ["webhook-gone", "Samsvar"],
      ["webhook-resumed", "Adam Administrator"],
    ]);
  });

  test("[T20] who is no administrator any more is told no more of it", async () => {
    await address();
    receiver.answers.push(410);
    await textApproved(world);
    await tellAll();
    const { adam } = world.people;
    const before = { ...adam, roles: world.people.sune.roles };
    expect([await noticesOf(before), (await world.notices.unread(before)).count]).toEqual([[], 0]);
    const [row] = await world.notices.waiting(adam);
    await expect(world.notices.open(before, row!.id)).rejects.toMatchObject({ kind: "not-found" });
    expect((await world.notices.open(adam, row!.id)).kind).toBe("webhook-paused");
    expect(await noticesOf(adam)).toEqual([]);
    expect(Object.keys((await world.notices.mail(adam)).wishes)).toEqual(["webhook-paused"]);
  });

  test("[T21] what happens meanwhile waits, what was being tried too; resumed, all of it is sent, once each", async () => {
    const { id } = await address();
    receiver.answers.push(500);
    const { responseId } = await textApproved(world);
    await tellAll();
    for (const twice of [1, 2]) await world.webhooks.pause(admin(), id).then(() => twice);
    await world.reviews.reopen(world.people.tove, responseId, { reason: "En fejl" });
    await tellAll();
    expect(receiver.received).toHaveLength(1);
    expect((await shown()).pause).toEqual({ at: world.clock.at, reason: "by-hand", waiting: 2 });
    expect(await noticesOf(world.people.adam)).toEqual([]);
    for (const twice of [1, 2]) await world.webhooks.resume(admin(), id).then(() => twice);
    await tellAll();
    await tellAll();
    expect(await shown()).toMatchObject({ pause: null, troubles: [] });
    const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(2);
    const trail = await world.sql`select event, data from audit_entry where object_id = ${id} order by seq`;
    expect(trail.map(({ event }) => event)).toEqual(["webhook-added", "webhook-paused", "webhook-resumed"]);
    expect(trail[2]!["data"]).toEqual({ waited: 2 });
  });

  test("[T21] what is resumed while its turn comes is sent: nothing is left lying between the two", async () => {
    const { id } = await address();
    await world.webhooks.pause(admin(), id);
    await textApproved(world);
    const [delivery] = await waiting();
    const turned: Promise<void>[] = [];
    await world.sql.begin(async (tx) => {
      await tx`update webhook set paused_at = null, pause_reason = null where id = ${id}`;
      const turn = world.webhooks.deliver({ deliveryId: delivery!.id });
      await waitsForLock();
      turned.push(turn);
    });
    await Promise.all(turned);
    expect(receiver.received).toHaveLength(1);
  });
});

/** Until somebody waits for another's row. */
async function waitsForLock(): Promise<void> {
  await expect
    .poll(async () => (await world.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`).length) // biome-ignore format: one line
    .toBeGreaterThan(0);
}

describe("a trial", () => {
  const tried = async (answer: number | "nothing", says: string | Uint8Array = "") => {
    const { id } = await address();
    receiver.answers.push(answer);
    receiver.says = says;
    return world.webhooks.tryOut(admin(), id);
  };

  test("[T22] is signed as all calls are and about nothing; status, time and the beginning of the answer are shown", async () => {
    const { id, secret } = await address();
    receiver.answers.push(202);
    receiver.says = '{"ok": true}\n';
    const trial = await world.webhooks.tryOut(admin(), id);
    expect(trial).toEqual({ webhookId: id, status: 202, problem: null, ms: expect.any(Number), said: '{"ok": true}' });
    const { headers, body } = receiver.received[0]!;
    expect(WebhookTest.parse(JSON.parse(body)).type).toBe("test");
    const signedThere = {
      id: String(headers["webhook-id"]),
      at: new Date(Number(headers["webhook-timestamp"]) * 1000),
    };
    expect(headers["webhook-signature"]).toBe(signed({ ...signedThere, body }, secret)["webhook-signature"]);
    const trail = await world.sql`select event, data from audit_entry where object_id = ${id} order by seq`;
    expect(trail[1]).toEqual({ event: "webhook-tried", data: { status: 202, problem: null } });
    expect(await waiting()).toEqual([]);
  });

  test("[T22] what the receiver says is cut short, on one line, and never more than words", async () => {
    expect((await tried(500, `<script>alert(1)</script>\n\tlinje\u0007 to\u202e`)).said).toBe(
      "<script>alert(1)</script> linje to",
    );
    expect((await tried(200, "æ".repeat(5000))).said).toBe(`${"æ".repeat(200)} …`);
    expect((await tried(200, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).said).toBe("");
    expect((await tried(200, Buffer.from(Array.from({ length: 99 }, (_, at) => 128 + (at % 64))))).said).toBe("");
    expect(await tried("nothing")).toMatchObject({ status: null, problem: "no-answer", said: "" });
    expect(await tried(307, "Se dér")).toMatchObject({ status: 307, problem: "redirected", said: "Se dér" });
  });

  test("[T22] it pauses nothing and resumes nothing, and a paused address may be tried", async () => {
    const { id } = await address();
    receiver.answers.push(410);
    expect(await world.webhooks.tryOut(admin(), id)).toMatchObject({ status: 410, problem: "gone" });
    expect((await world.webhooks.list(world.id))[0]!.pause).toBeNull();
    await world.webhooks.pause(admin(), id);
    expect(await world.webhooks.tryOut(admin(), id)).toMatchObject({ status: 204, problem: null });
    expect((await world.webhooks.list(world.id))[0]!.pause).toMatchObject({ reason: "by-hand" });
  });
});
