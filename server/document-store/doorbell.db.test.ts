import { rm } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect } from "../../db/client";
import { startEmbedded } from "../../db/embedded";
import { type DocumentId, newId } from "../../db/ids";
import { waitFor } from "../../tests/sync/raw";
import { testDatabase } from "../../tests/world/database";
import { type DatabaseLine, databaseLine } from "../../tests/world/database-line";
import { temporaryFolder } from "../../tests/world/folder";
import { createLog } from "../log";
import { createDoorbell, type Doorbell, type News } from "./doorbell";

let world: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world.close());

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

type Node = Doorbell & { heard: News[][]; again: number; warnings: number };

function doorbell(nodeId: string, databaseUrl: string, lookMs?: number): Node {
  const log = createLog("silent");
  const bell = createDoorbell({ databaseUrl, nodeId, log, ...(lookMs === undefined ? {} : { lookMs }) });
  const node = { ...bell, heard: [] as News[][], again: 0, warnings: 0 };
  log.warn = () => {
    node.warnings += 1;
  };
  endings.push(bell.stop);
  return node;
}

/** A node that listens. */
async function node(nodeId: string, databaseUrl = world.url, lookMs?: number): Promise<Node> {
  const made = doorbell(nodeId, databaseUrl, lookMs);
  const again = () => {
    made.again += 1;
  };
  await made.listen({ news: (news) => made.heard.push([...news]), again });
  return made;
}

async function line(databaseUrl = world.url): Promise<DatabaseLine> {
  const made = await databaseLine(databaseUrl);
  endings.push(made.close);
  return made;
}

const head = (headSeq: number, documentId = newId<DocumentId>()): News => ({
  kind: "head",
  documentId,
  epoch: 1,
  headSeq,
});
const hears = (one: Node, news: News) =>
  waitFor(() => one.heard.flat().some((said) => JSON.stringify(said) === JSON.stringify(news)));

async function killBackends(name: string) {
  const killed = await world.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like ${`samsvar doorbell, ${name}%`}`;
  return killed.length;
}

test("[I9] two nodes hear each other and not themselves", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const [fromOne, fromOther] = [head(1), head(2)];
  one.ring([fromOne]);
  other.ring([fromOther]);
  await Promise.all([hears(one, fromOther), hears(other, fromOne)]);
  expect([one.heard.flat(), other.heard.flat()]).toEqual([[fromOther], [fromOne]]);
  expect([one.again, other.again]).toEqual([1, 1]);
});

test("[I9] a knock and an ended session are heard as they were said", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const news: News[] = [
    { kind: "knock", documentId: newId<DocumentId>(), code: 4403 },
    { kind: "session", sessionId: newId() },
  ];
  one.ring(news);
  await waitFor(() => other.heard.length > 0);
  expect(other.heard).toEqual([news]);
});

test("[I9] several heads of one document are rung as the newest one", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const documentId = newId<DocumentId>();
  for (let seq = 1; seq <= 300; seq++) {
    one.ring([head(seq, documentId)]);
    if (seq % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await hears(other, head(300, documentId));
  expect(other.heard.length).toBeLessThan(10);
  const seqs = other.heard.flat().map((said) => (said.kind === "head" ? said.headSeq : 0));
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
});

test("[I9] a thousand documents at once are split into several rings, and all arrive", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const news = Array.from({ length: 1000 }, (_, index) => head(index));
  one.ring(news);
  await waitFor(() => other.heard.flat().length === 1000);
  expect(other.heard.length).toBeGreaterThan(1);
  expect(other.heard.flat()).toEqual(news);
});

test("[I9] whose connections are killed listens again, is told so, and rings what could not be rung", async () => {
  const [one, other] = [await node("one"), await node("other")];
  one.ring([head(1)]);
  await waitFor(() => other.heard.length > 0);
  expect(await killBackends("listening")).toBe(2);
  await waitFor(() => one.again === 2 && other.again === 2);
  expect(await killBackends("ringing")).toBe(2);
  const after = head(2);
  one.ring([after]);
  await hears(other, after);
});

test("[I9] what is no ring is passed over, and the next ring is heard", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const garbage = ["", "hej", "{}", '{"from":"x","news":[["head","nobody",1,1]]}', "æ".repeat(3900), "[".repeat(7900)];
  for (const payload of garbage) await world.sql`select pg_notify('samsvar_doorbell', ${payload})`;
  await world.sql`select pg_notify('another channel', 'hej')`;
  const real = head(1);
  one.ring([real]);
  await hears(other, real);
  expect(other.heard).toEqual([[real]]);
  expect([other.warnings, other.again]).toEqual([garbage.length, 1]);
});

test("[I9] a node that is alone rings no heads, and rings them again as soon as another one listens", async () => {
  const said: string[] = [];
  const { unlisten } = await world.sql.listen("samsvar_doorbell", (payload) => void said.push(payload));
  endings.push(unlisten);
  const heads = () => said.filter((payload) => payload.includes('"head"')).length;
  const one = await node("one", world.url, 0);
  for (let seq = 1; seq <= 5; seq++) one.ring([head(seq)]);
  const knock: News = { kind: "knock", documentId: newId<DocumentId>(), code: 4403 };
  one.ring([knock]);
  await waitFor(() => said.some((payload) => payload.includes(knock.documentId)));
  one.ring([head(6)]);
  expect(heads()).toBe(0);
  const other = await node("other");
  await expect
    .poll(() => {
      one.ring([head(7)]);
      return other.heard.length;
    })
    .toBeGreaterThan(0);
  await other.stop();
});

test("[I9] a fault of whoever hears does not make the node deaf", async () => {
  const [one, other] = [await node("one"), doorbell("other", world.url)];
  const heard: News[] = [];
  await other.listen({
    again: () => {
      throw new Error("again");
    },
    news: (news) => {
      heard.push(...news);
      throw new Error("news");
    },
  });
  const [first, second] = [head(1), head(2)];
  one.ring([first]);
  await waitFor(() => heard.length === 1);
  one.ring([second]);
  await waitFor(() => heard.length === 2);
  expect(heard).toEqual([first, second]);
});

test("[I9] while the database refuses connections nothing is thrown and it is said once, and afterwards all is heard", async () => {
  const [near, far] = [await line(), await node("far")];
  const one = await node("one", near.url);
  await near.refuse();
  const meanwhile = Array.from({ length: 50 }, (_, index) => head(index));
  for (const news of meanwhile) {
    one.ring([news]);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(far.heard).toEqual([]);
  // One that cannot be rung, one that is not heard.
  expect(one.warnings).toBe(2);
  await near.restore();
  await waitFor(() => one.again === 2 && far.heard.flat().length === 50);
  const back = head(1000);
  far.ring([back]);
  await hears(one, back);
});

test("[I9] whoever begins while the database is away listens as soon as it is there", async () => {
  const near = await line();
  await near.refuse();
  const one = doorbell("one", near.url);
  let again = 0;
  const listening = one.listen({
    news: () => {},
    again: () => {
      again += 1;
    },
  });
  await waitFor(() => one.warnings > 0);
  await near.restore();
  await listening;
  expect(again).toBe(1);
});

test("[B2] a doorbell stops in good time while the database refuses, or hangs, and does not come back", async () => {
  for (const away of ["refuse", "hang"] as const) {
    const near = await line();
    const one = await node("one", near.url);
    one.ring([head(1)]);
    await waitFor(() => near.connections() === 2);
    await near[away]();
    one.ring([head(2)]);
    const startedAt = performance.now();
    await one.stop();
    expect(performance.now() - startedAt).toBeLessThan(3000);
    await near.restore();
    one.ring([head(3)]);
    await new Promise((resolve) => setTimeout(resolve, 400));
    if (away === "refuse") expect(near.connections()).toBe(0);
  }
});

test("[B2] a doorbell that stops says what it has just been told to ring", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const last = head(1);
  one.ring([head(0)]);
  one.ring([last]);
  await one.stop();
  await hears(other, last);
});

test("[I9] when PostgreSQL itself is stopped and started, both listen again and hear each other", async () => {
  const dataDir = temporaryFolder();
  endings.push(() => rm(dataDir, { recursive: true, force: true }));
  const quietly = { info: () => {} };
  let database = await startEmbedded({ dataDir, log: quietly });
  endings.push(() => database.stop());
  const [one, other] = [await node("one", database.url), await node("other", database.url)];
  one.ring([head(1)]);
  await waitFor(() => other.heard.length > 0);
  await database.stop();
  one.ring([head(2)]);
  database = await startEmbedded({ dataDir, log: quietly });
  await waitFor(() => one.again === 2 && other.again === 2);
  // What was rung meanwhile may have come before they listened: that is what `again` is for.
  const [fromOne, fromOther] = [head(3), head(4)];
  one.ring([fromOne]);
  other.ring([fromOther]);
  await Promise.all([hears(one, fromOther), hears(other, fromOne)]);
  await Promise.all([one.stop(), other.stop()]);
  const { sql } = connect(database.url, { max: 1 });
  endings.push(() => sql.end());
  await waitForNone(sql);
});

async function waitForNone(sql: typeof world.sql) {
  const left = () => sql`select 1 from pg_stat_activity where application_name like 'samsvar doorbell%'`;
  await expect.poll(async () => (await left()).length).toBe(0);
}
