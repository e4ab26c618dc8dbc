import type { Queryable } from "./client";

/**
 * Runs a statement that each connection keeps planned: one round trip. What drizzle runs otherwise is described first and
 * planned every time, in two. For what is asked many times a second; `text` must always be the same one.
 */
export async function prepared<Row>(on: Queryable, text: string, params: readonly unknown[]): Promise<Row[]> {
  const query = { sql: text, params: [...params] };
  // Drizzle keeps a statement when it has a name; postgres.js gives it one of its own.
  const statement = on._.session.prepareQuery<{ execute: Row[]; all: Row[]; values: unknown }>(
    query,
    undefined,
    "kept",
    false,
  );
  return statement.execute();
}
