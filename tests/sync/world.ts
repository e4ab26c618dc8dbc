import { asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { Database } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { documentUpdate } from "../../db/schema";
import { replay } from "../../server/document-store";
import { testDatabase } from "../world/database";
import { documentWith, plainText, storeOn } from "./document";
import { type Claimed, joined } from "./raw";
import { openPage, type Rights, startSync } from "./server";

type Server = Awaited<ReturnType<typeof startSync>>;
export type Page = ReturnType<typeof openPage>;

/** A database and store for the test file; what a test opens is closed after it. */
export function syncWorld() {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let store: ReturnType<typeof storeOn>;
  const cleanups: (() => unknown)[] = [];
  beforeAll(async () => {
    database = await testDatabase();
    store = storeOn(database);
  });
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });
  afterAll(() => database?.close());

  return {
    get db(): Database {
      return database.db;
    },
    get store() {
      return store;
    },
    get sql() {
      return database.sql;
    },
    get url(): string {
      return database.url;
    },
    afterwards: (cleanup: () => unknown) => cleanups.push(cleanup),
    document: (texts?: string[]) => documentWith(database.db, store, texts),
    serve: async (options: Partial<Parameters<typeof startSync>[0]> = {}) => {
      const rights: Rights = new Map([
        ["Anna Berg", "write"],
        ["Bo Dam", "write"],
        ["Rie Lund", "read"],
        ["Uden Adgang", null],
      ]);
      const server = await startSync({ store, rights, ...options });
      cleanups.push(server.stop);
      return server;
    },
    page: (server: Server, id: DocumentId, name: string) => {
      const opened = openPage(server.url, id, name);
      cleanups.push(opened.close);
      return opened;
    },
    join: async (server: Server, id: DocumentId, name: string, as?: Claimed) => {
      const client = await joined(server.url, id, name, as);
      cleanups.push(client.close);
      return client;
    },
    committed: async (id: DocumentId) => plainText(replay((await store.load(id))?.updates ?? [])),
    rowsOf: (id: DocumentId) => {
      const rows = database.db.select().from(documentUpdate).where(eq(documentUpdate.documentId, id));
      return rows.orderBy(asc(documentUpdate.seq));
    },
  };
}

export function phase(opened: Page) {
  return opened.connection.state.get().phase;
}
