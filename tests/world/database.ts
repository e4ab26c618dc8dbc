import { inject } from "vitest";
import { connect } from "../../db/client";
import { addressOf, command, freshName } from "./cluster";

/** A database of a test's own: migrated, empty, gone after `close()`. */
export async function testDatabase() {
  const { admin, template } = inject("database");
  const name = freshName("test");
  await command(admin, `create database ${name} template ${template}`);
  const url = addressOf(admin, name);
  const { db, sql } = connect(url, { max: 5 });
  const close = async () => {
    await sql.end();
    await command(admin, `drop database ${name} with (force)`);
  };
  return { db, sql, url, close };
}
