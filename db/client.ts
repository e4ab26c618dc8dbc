import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";
import { opener } from "./socket";

type Options = Pick<
  postgres.Options<Record<string, never>>,
  "max" | "connection" | "connect_timeout" | "fetch_types" | "keep_alive" | "max_lifetime" | "onclose"
> & {
  /** Each NOTIFY that is heard. `sql.listen` of postgres.js is built on it, and its types leave it out. */
  onnotify?: (channel: string, payload: string) => void;
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
  const path = socketDirectory ? `${socketDirectory}/.s.PGSQL.${address.port || "5432"}` : undefined;
  // Its types leave `socket` out.
  const ours = { max: 10, onnotice: () => {}, ...options, socket: opener(path), ...(path ? { path } : {}) };
  const sql = postgres(address.href, ours);
  return { db: drizzle(sql, { schema }), sql };
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

/** Whether that is a transaction, in which everything sees and locks what is its own. */
export function isTransaction(db: Queryable): db is Transaction {
  return "rollback" in db;
}
