// A node of ours in a process of its own, that brings one filing on and is killed hard at a step of it.
import { connect } from "../../db/client";
import { createAudit } from "../../server/audit";
import { createDocumentStore } from "../../server/document-store";
import { createExports } from "../../server/exports";
import { createFolder } from "../../server/exports/filing/folder";
import type { CaseSystem } from "../../server/exports/filing/port";
import { createJobs } from "../../server/jobs";
import { createKle } from "../../server/kle";
import { createLog } from "../../server/log";
import { createNotices } from "../../server/notices";
import { createSeal } from "../../server/seal";
import { createWebhooks } from "../../server/webhooks";

export type Life = {
  databaseUrl: string;
  root: string;
  filingId: string;
  sealKey: string;
  /** Dies before its so-manieth step in the folder; null: what it files to sees to that. */
  dieAt: number | null;
};

const life: Life = JSON.parse(process.argv[2] ?? "");
const clock = { now: () => new Date("2026-03-02T09:00:00Z") };
let steps = 0;

function step(): void {
  if (steps++ === life.dieAt) process.kill(process.pid, "SIGKILL");
}

/** The folder, and the moments before and after it is asked. */
function mortalFolder(): CaseSystem {
  const folder = createFolder({ root: life.root, clock, beforeStep: step });
  return {
    ...folder,
    poll: async (parcel) => {
      step();
      return folder.poll(parcel);
    },
    file: async (parcel) => {
      step();
      const delivery = await folder.file(parcel);
      step();
      return delivery;
    },
  };
}

const { db, sql } = connect(life.databaseUrl);
const log = createLog("silent");
const jobs = createJobs({ databaseUrl: life.databaseUrl, log });
const audit = createAudit({ db, clock });
const seal = createSeal(life.sealKey);
const notices = createNotices({ db, clock, log, audit, jobs });
const door = createExports({
  db,
  clock,
  log,
  jobs,
  audit,
  kle: createKle({ db, clock, audit }),
  webhooks: createWebhooks({ db, clock, log, audit, jobs, notices, seal, publicUrl: undefined, reach: "public" }),
  documents: createDocumentStore({ db, clock, log, jobs, nodeId: "dying" }),
  seal,
  filingRoot: life.root,
  ...(life.dieAt === null ? {} : { caseSystem: mortalFolder() }),
});
process.send?.("begins");
await door.deliver({ filingId: life.filingId });
step();
// Whoever outlives all its steps says how many there were.
console.log(steps);
await door.stop();
await sql.end();
process.exit(0);
