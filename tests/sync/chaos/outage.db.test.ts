import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../../../db/client";
import { startEmbedded } from "../../../db/embedded";
import { migrate } from "../../../db/migrate";
import { createJobs } from "../../../server/jobs";
import { createLog } from "../../../server/log";
import { temporaryFolder } from "../../world/folder";
import { documentWith, storeOn } from "../document";
import { waitFor } from "../raw";
import { committed, expectLogWithoutGaps, isSame } from "./checks";
import { startProcess } from "./processes";
import { proxyTo } from "./proxy";
import { SIZE } from "./size";
import { idsIn, typist } from "./typist";

const silent = { info: () => {} };
const RIGHTS = new Map(["Anna Berg", "Bo Dam", "Carl Eg"].map((name) => [name, "write" as const]));
/** In the short form the nodes give up as early as the database is away shortly; the long one keeps their own thirty seconds. */
const TIMES = SIZE.outage < 40_000 ? { giveUp: SIZE.outage / 2, degraded: 300 } : {};

/** A PostgreSQL of this test's own, which may be stopped; and a line to it, which may fall silent. */
async function ownDatabase() {
  const dataDir = temporaryFolder();
  let cluster = await startEmbedded({ dataDir, log: silent });
  const socket = `${new URL(cluster.url).searchParams.get("host")}/.s.PGSQL.5432`;
  const line = await proxyTo(() => socket);
  const url = `postgres://samsvar@127.0.0.1:${line.port}/samsvar`;
  await migrate(url, { after: createJobs({ databaseUrl: url, log: createLog("error") }).migrate });
  return {
    url,
    line,
    stop: () => cluster.stop(),
    start: async () => {
      cluster = await startEmbedded({ dataDir, log: silent });
    },
    end: async () => {
      await line.stop();
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

let database: Awaited<ReturnType<typeof ownDatabase>>;
let watching: ReturnType<typeof connect>;
let store: ReturnType<typeof storeOn>;
beforeAll(async () => {
  database = await ownDatabase();
  watching = connect(database.url, { max: 2 });
  store = storeOn({ db: watching.db, url: database.url });
});
afterAll(async () => {
  await watching?.sql.end({ timeout: 1 });
  await database?.end();
});

/** Three people on two nodes in processes of their own, typing. */
async function office() {
  const { id } = await documentWith(watching.db, store, ["Først"]);
  const nodes = [
    await startProcess(database.url, "one", RIGHTS, TIMES),
    await startProcess(database.url, "two", RIGHTS, TIMES),
  ] as const;
  const people = [...RIGHTS.keys()].map((name, index) => typist(nodes[index % 2 ? 1 : 0], id, name, name.slice(0, 2)));
  await Promise.all(people.map((person) => person.begin(60)));
  await waitFor(() => people.every(({ saved }) => saved.size > 3), undefined, 20_000);
  const close = async () => {
    for (const person of people) person.close();
    await Promise.all(nodes.map((node) => node.end("SIGKILL")));
  };
  return { id, people, nodes, close };
}

type Office = Awaited<ReturnType<typeof office>>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** While nobody can commit, nobody is told "saved", and nobody sees what another types. */
async function expectNoPromises({ people }: Office, ms: number): Promise<void> {
  // What was on its way when it happened may still arrive.
  await pause(250);
  const saved = people.map((person) => person.saved.size);
  const shown = people.map((person) => idsIn(person.doc).size - person.typed.length);
  await pause(ms);
  expect(people.map((person) => person.saved.size)).toEqual(saved);
  expect(people.map((person) => idsIn(person.doc).size - person.typed.length)).toEqual(shown);
  for (const person of people) {
    expect(person.connection.hasUnsaved()).toBe(true);
    expect(person.phase()).not.toBe("saved");
  }
}

/** The same pages, not one of them loaded anew. */
async function expectRecovery({ people, id }: Office): Promise<void> {
  for (const person of people) person.rest();
  await waitFor(() => people.every((person) => person.isSaved()), undefined, 30_000);
  const log = await committed(store, id);
  const ids = idsIn(log);
  for (const person of people) {
    expect(person.typed.filter((one) => !ids.has(one))).toEqual([]);
    await waitFor(() => isSame(person.doc, log), undefined, 15_000);
  }
  await expectLogWithoutGaps(watching.db, id);
}

test(
  `[I1] [I2] the database stopped for ${SIZE.outage / 1000} s: no promise is made, nothing is lost, no page is loaded anew`,
  async () => {
    const here = await office();
    await database.stop();
    // Whoever comes now sees no empty document, and gets in when it is over.
    const late = typist(here.nodes[0], here.id, "Bo Dam", "late");
    await expectNoPromises(here, SIZE.outage).finally(database.start);
    expect(late.connection.state.get().synced).toBe(false);
    await waitFor(() => late.connection.state.get().synced, undefined, 20_000);
    expect(idsIn(late.doc).size).toBeGreaterThan(1);
    await expectRecovery(here);
    late.close();
    await here.close();
  },
  60_000 + 2 * SIZE.outage,
);

test(
  `[I1] [I2] the database silent for ${SIZE.outage / 1000} s: the same, though nobody was told that it is away`,
  async () => {
    const here = await office();
    database.line.swallow("up", "down");
    await expectNoPromises(here, SIZE.outage).finally(database.line.heal);
    await expectRecovery(here);
    await here.close();
  },
  60_000 + 2 * SIZE.outage,
);
