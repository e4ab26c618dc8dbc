import { readdirSync } from "node:fs";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import type { FilingId } from "../../db/ids";
import { filing, filingAttempt } from "../../db/schema";
import { createExports } from "../../server/exports";
import { createFolder } from "../../server/exports/filing/folder";
import { type CaseSystem, CaseSystemError, type FailureKind } from "../../server/exports/filing/port";
import { createWorkshop } from "../../server/exports/workshop";
import { createJobs } from "../../server/jobs";
import { createLog } from "../../server/log";
import { createSeal } from "../../server/seal";
import { temporaryFolder } from "./folder";
import { hearingWorld, textSent } from "./hearing";

export const SEAL_KEY = "a key that is long enough for a test";

export type FilingWorld = Awaited<ReturnType<typeof filingWorld>>;

/** One for all the doors of a test file: it begins when it is first asked for a file. */
const workshop = createWorkshop();

/** A hearing's world with the door of exports/ and a folder to file into, new for each of its rooms. */
export async function filingWorld() {
  const hearing = await hearingWorld();
  const log = createLog("silent");
  const jobs = createJobs({ databaseUrl: hearing.url, log });
  const { db, clock, audit, documents, kle, webhooks } = hearing;
  const seal = createSeal(SEAL_KEY);
  const ground = { db, clock, audit, documents, jobs, kle, log, seal, webhooks, workshop };
  await kle.chooseFacet(hearing.people.adam, { facet: "K02" });
  const newRoot = () => join(temporaryFolder(), "filing");
  const exportsTo = (filingRoot: string, caseSystem?: CaseSystem) =>
    createExports({ ...ground, filingRoot, ...(caseSystem ? { caseSystem } : {}) });
  return { ...hearing, newRoot, exportsTo };
}

/** An approved text, and a folder of its own for it. */
export async function textApproved(world: FilingWorld) {
  const sent = await textSent(world);
  await world.reviews.approve(world.people.lars, sent.reviewId, { sha256: sent.sha256 });
  const root = world.newRoot();
  const door = world.exportsTo(root);
  const { suggested, approved } = await door.page(world.people.jens, sent.responseId);
  if (!approved) throw new Error("Expected the text to be approved.");
  return { ...sent, root, door, suggested, versionId: approved.versionId };
}

/** An approved text that the case officer has asked to be filed. */
export async function filingRequested(world: FilingWorld) {
  const matter = await textApproved(world);
  const filingId = await matter.door.requestFiling(world.people.jens, matter.responseId, matter.suggested);
  return { ...matter, filingId };
}

export async function filingRow({ db }: FilingWorld, id: FilingId) {
  const [row] = await db.select().from(filing).where(eq(filing.id, id));
  if (!row) throw new Error(`Expected a filing ${id}; found none.`);
  return row;
}

export function attempts({ db }: FilingWorld, id: FilingId) {
  return db.select().from(filingAttempt).where(eq(filingAttempt.filingId, id)).orderBy(asc(filingAttempt.number));
}

/** The jobs that wait for a filing, and in how many seconds they run. */
export async function jobsFor({ sql, clock }: FilingWorld, id: FilingId) {
  const rows = await sql<{ name: string; wait: number }[]>`
    select task_identifier as name, round(extract(epoch from run_at - ${clock.at.toISOString()}::timestamptz))::int as wait
    from graphile_worker.jobs where key = ${`deliver-filing:${id}`}`;
  return [...rows];
}

/** What lies in all the cases of a folder. */
export function placesIn(root: string): string[] {
  return readdirSync(root).flatMap((name) => readdirSync(join(root, name)));
}

/** The folder, failing as told before it does its work. */
export function failingFolder(root: string, world: FilingWorld, ...failures: (FailureKind | Error)[]): CaseSystem {
  const folder = createFolder({ root, clock: world.clock });
  return {
    ...folder,
    file: async (parcel) => {
      const next = failures.shift();
      if (next instanceof Error) throw next;
      if (next) throw new CaseSystemError(next, "told to fail");
      return folder.file(parcel);
    },
  };
}
