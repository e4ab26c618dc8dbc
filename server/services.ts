import { join } from "node:path";
import type { Database } from "../db/client";
import { createAgreements } from "./agreements";
import { createAudit } from "./audit";
import type { Clock } from "./clock";
import { createConsultations } from "./consultations";
import { createDocumentStore } from "./document-store";
import { createExports } from "./exports";
import { createIdentity } from "./identity";
import { createJobs } from "./jobs";
import { createLinks } from "./links";
import type { Log } from "./log";
import { createProjections } from "./projections";
import { createResponses } from "./responses";
import { createReviews } from "./reviews";
import { isOwnOrigin } from "./security";
import { createSync } from "./sync";

type Given = {
  db: Database;
  databaseUrl: string;
  dataDir: string;
  publicUrl: string | undefined;
  sessionSecret: string;
  nodeId: string;
  clock: Clock;
  log: Log;
};

/** Makes every module once. The sockets and the job runner use them directly; routes get them in the load context. */
export function createServices(given: Given) {
  const { db, clock, log, nodeId } = given;
  const audit = createAudit({ db, clock });
  const jobs = createJobs({ databaseUrl: given.databaseUrl, log });
  const isSecure = given.publicUrl?.startsWith("https:") ?? false;
  const identity = createIdentity({ db, clock, audit, secret: given.sessionSecret, isSecure });
  const documents = createDocumentStore({ db, clock, jobs, nodeId });
  const projections = createProjections({ db, store: documents });
  const agreements = createAgreements({ db, clock, audit });
  // Rights or state have changed: whoever is on the document knocks again and is judged anew.
  const onDocumentChanged = (documentId: string) => sync.knockAgain(documentId);
  const consultations = createConsultations({ db, clock, audit, agreements, onDocumentChanged });
  const responses = createResponses({ db, clock, audit, agreements, documents });
  const links = createLinks({ db, clock, audit, agreements });
  const sync = createSync({
    store: documents,
    access: responses.accessOf,
    viewerOf: identity.viewerOf,
    isOwnOrigin: ({ headers }) => isOwnOrigin({ get: (name) => headers[name]?.toString() ?? null }, given.publicUrl),
    log,
    nodeId,
    clock,
  });
  const reviews = createReviews({ db, clock, audit, agreements, documents, projections, onDocumentChanged });
  const filingRoot = join(given.dataDir, "filing");
  const exports = createExports({ db, clock, audit, jobs, documents, log, filingRoot });
  return {
    identity,
    audit,
    jobs,
    documents,
    projections,
    agreements,
    consultations,
    responses,
    links,
    reviews,
    exports,
    sync,
  };
}

export type Services = ReturnType<typeof createServices>;
