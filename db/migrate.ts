import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { connect, type Database } from "./client";

/** Any number; the same in every process that could start on one database. */
const LOCK = 7_232_607;

/**
 * Brings a database up to date. Whoever starts at the same moment waits, then finds nothing left to do.
 * `after` runs behind the same lock: the job queue's own tables.
 */
export async function migrate(url: string, { after }: { after?: () => Promise<unknown> } = {}): Promise<void> {
  const { db, sql } = connect(url, { max: 2 });
  // The lock has a connection of its own: it ends with the process, however that ends.
  const holder = await sql.reserve();
  try {
    await holder`select pg_advisory_lock(${LOCK})`;
    await runMigrations(db, { migrationsFolder: migrationsFolder() });
    await after?.();
    await holder`select pg_advisory_unlock(${LOCK})`;
  } finally {
    holder.release();
    await sql.end();
  }
}

/** Whether every migration this program knows has been applied. */
export async function isMigrated(db: Database): Promise<boolean> {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() }).length;
  const [row] = await db.execute<{ applied: number }>(
    "select count(*)::int as applied from drizzle.__drizzle_migrations",
  );
  return row !== undefined && row.applied >= known;
}

/** Looked for upwards: this code runs from db/ in development and from build/ when bundled. */
function migrationsFolder(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; folder !== dirname(folder); folder = dirname(folder)) {
    const found = join(folder, "db", "migrations");
    if (existsSync(join(found, "meta", "_journal.json"))) return found;
  }
  throw new Error(`Expected db/migrations in a folder above ${start}; found none. Start Samsvar from its project.`);
}
