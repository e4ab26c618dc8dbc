import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

type Options = {
  /** Connections at most. */
  max?: number;
  /** Settings of PostgreSQL for each of them, such as `synchronous_commit`. */
  settings?: Record<string, string>;
  /** For what is said without being asked: each notification, and a connection that has ended. */
  onNotice?: { heard(channel: string, payload: string): void; closed(): void };
};

/**
 * Opens the pool. `url` is a postgres:// address; the embedded database is reached over its socket directory,
 * which the address carries as `?host=/path`.
 */
export function connect(url: string, options: Options = {}) {
  const address = new URL(url);
  const socketDirectory = address.searchParams.get("host");
  // What stays in the query is sent to PostgreSQL as a setting, and it knows no setting called "host".
  address.searchParams.delete("host");
  const sql = postgres(address.href, {
    max: options.max ?? 10,
    onnotice: () => {},
    ...(options.settings ? { connection: options.settings } : {}),
    ...(options.onNotice ? listening(options.onNotice) : {}),
    ...(socketDirectory ? { path: `${socketDirectory}/.s.PGSQL.${address.port || "5432"}` } : {}),
  });
  return { db: drizzle(sql, { schema }), sql };
}

/**
 * What `sql.listen` of postgres.js is built on (its types leave `onnotify` out). It itself cannot be told to stop while it
 * waits to connect again. A listener is silent for hours, so its end is looked for, and nothing else ends it.
 */
function listening({ heard, closed }: NonNullable<Options["onNotice"]>) {
  return { onnotify: heard, onclose: closed, max_lifetime: null, keep_alive: 10, fetch_types: false };
}

/** The pool; a transaction fits too, and what the modules do then is one part of it (the demo world is filled so). */
export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;
/** What a query needs: the pool or a transaction. */
export type Queryable = Database | Transaction;
