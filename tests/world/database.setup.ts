import type { TestProject } from "vitest/node";
import { migrate } from "../../db/migrate";
import { readEnv } from "../../server/env";
import { createJobs } from "../../server/jobs";
import { createLog } from "../../server/log";
import { addressOf, command, freshName, temporaryCluster } from "./cluster";

declare module "vitest" {
  export interface ProvidedContext {
    database: { admin: string; template: string };
  }
}

/** Once for a run: a PostgreSQL (DATABASE_URL's, where we may create databases, or our own) and a migrated template. */
export default async function setup(project: TestProject) {
  const given = readEnv().DATABASE_URL;
  const { url: admin, end } = given ? { url: given, end: async () => {} } : await temporaryCluster();
  const template = freshName("template");
  // Danish order and upper case in both; copied from template0, because only that may change the locale.
  const locale = "locale_provider icu icu_locale 'da-DK' locale 'C' encoding 'UTF8' template template0";
  await command(admin, `create database ${template} ${locale}`);
  const url = addressOf(admin, template);
  await migrate(url, { after: createJobs({ databaseUrl: url, log: createLog("error") }).migrate });
  project.provide("database", { admin, template });
  return async () => {
    await command(admin, `drop database ${template} with (force)`);
    await end();
  };
}
