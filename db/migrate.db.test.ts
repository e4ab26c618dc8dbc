import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../tests/world/database";
import { isMigrated, migrate } from "./migrate";

describe("a migrated database", () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  test("knows that it is", async () => {
    expect(await isMigrated(database.db)).toBe(true);
  });

  test("is no longer one when a migration is missing", async () => {
    const other = await testDatabase();
    await other.sql`delete from drizzle.__drizzle_migrations where id = 1`;
    expect(await isMigrated(other.db)).toBe(false);
    await other.close();
  });

  test("is left as it is by two starts at once, whose further steps never overlap", async () => {
    let inside = 0;
    let most = 0;
    const step = async () => {
      inside++;
      most = Math.max(most, inside);
      await database.sql`select pg_sleep(0.05)`;
      inside--;
    };
    await Promise.all([migrate(database.url, { after: step }), migrate(database.url, { after: step })]);
    expect(most).toBe(1);
  });

  test("frees the lock when a further step fails", async () => {
    const failing = migrate(database.url, { after: () => Promise.reject(new Error("the step broke")) });
    await expect(failing).rejects.toThrow("the step broke");
    await migrate(database.url);
  });

  test("sorts and folds letters in Danish", async () => {
    const [row] = await database.sql`
      select lower('ÆØÅ') as lower,
             array(select word from unnest(array['Åben', 'Øde', 'zoo', 'Ærlig', 'abe']) word order by word) as words`;
    expect(row).toEqual({ lower: "æøå", words: ["abe", "zoo", "Ærlig", "Øde", "Åben"] });
  });
});
