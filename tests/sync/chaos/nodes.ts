import { randomUUID } from "node:crypto";
import { type createDocumentStore, createDoorbell } from "../../../server/document-store";
import { createLog } from "../../../server/log";
import type { SyncDeps } from "../../../server/sync/deps";
import { storeOn } from "../document";
import { type Rights, startSync } from "../server";

type Store = SyncDeps["store"];
type Database = Parameters<typeof storeOn>[0];

/** What may go wrong between a node and its database. */
type Trouble = "none" | "away" | "answer-lost" | "dead";

/** Milliseconds: what a test would otherwise wait for. */
const QUICK = { repairQuiet: 40, presence: 30, giveUp: 4_000, degraded: 200, drain: 1_000, compare: 300 };

/**
 * A node in this process that can be crashed: from then on not one of its calls reaches the database or comes back.
 * `isDeaf`: it hears no doorbell, and follows the other nodes by comparing heads alone.
 */
export async function nodeOn(database: Database, name: string, rights: Rights, isDeaf = false) {
  let running = await begin(database, name, rights, isDeaf);
  const crashed: Promise<void>[] = [];
  return {
    name,
    get port() {
      return running.server.port;
    },
    get url() {
      return running.server.url;
    },
    get sync() {
      return running.server.sync;
    },
    trouble: (kind: "none" | "away" | "answer-lost") => running.trouble(kind),
    /** As `kill -9` would end it; its sockets are the proxies' to cut. A new one takes its place on another port. */
    crash: async () => {
      running.trouble("dead");
      crashed.push(running.stop());
      running = await begin(database, name, rights, isDeaf);
    },
    /** In good order: what waits is committed, everybody is sent away with 1012. */
    restart: async () => {
      await running.stop();
      running = await begin(database, name, rights, isDeaf);
    },
    stop: async () => {
      running.trouble("none");
      await Promise.all([running.stop(), ...crashed]);
    },
  };
}

export type Node = Awaited<ReturnType<typeof nodeOn>>;

async function begin(database: Database, name: string, rights: Rights, isDeaf: boolean) {
  let trouble: Trouble = "none";
  const store = troubled(storeOn(database, name), () => trouble);
  const bell = createDoorbell({ databaseUrl: database.url, nodeId: randomUUID(), log: createLog("silent") });
  const doorbell = isDeaf ? { ring: bell.ring, listen: async () => {} } : bell;
  const server = await startSync({ store, rights, times: QUICK, doorbell });
  return {
    server,
    trouble: (kind: Trouble) => {
      trouble = kind;
      if (kind === "dead") void bell.stop();
    },
    stop: async () => {
      await server.stop();
      await bell.stop();
    },
  };
}

/** The real store behind a line that can fail before the call, after it, or for good. */
function troubled(store: ReturnType<typeof createDocumentStore>, now: () => Trouble): Store {
  const through = <Given extends unknown[], Value>(call: (...given: Given) => Promise<Value>) => {
    return async (...given: Given): Promise<Value> => {
      if (now() === "dead") return forEver();
      if (now() === "away") throw new Error("the database is away");
      const value = await call(...given);
      if (now() === "dead") return forEver();
      if (now() === "answer-lost") throw new Error("the database went away before it answered");
      return value;
    };
  };
  return {
    load: through(store.load),
    since: through(store.since),
    append: through(store.append),
    heads: through(store.heads),
    issueClient: through(store.issueClient),
    claimClient: through(store.claimClient),
  };
}

function forEver(): Promise<never> {
  return new Promise(() => {});
}
