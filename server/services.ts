import { join } from "node:path";
import { CLOSE } from "../app/document-model/wire";
import type { Database } from "../db/client";
import type { DocumentId } from "../db/ids";
import { createAgreements } from "./agreements";
import { createAudit } from "./audit";
import type { Clock } from "./clock";
import { createConsultations } from "./consultations";
import { DEMO_PASSWORD } from "./demo/people";
import { createDocumentStore, createDoorbell, createSnapshots } from "./document-store";
import { createExports } from "./exports";
import { createIdentity } from "./identity";
import { createJobs } from "./jobs";
import { createLinks } from "./links";
import type { Log } from "./log";
import { createProjections } from "./projections";
import { createResponses } from "./responses";
import { createReviews } from "./reviews";
import { isOwnOrigin } from "./security";
import { mayLinkAs } from "./standing/rules";
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
  const ground = { db: given.db, clock: given.clock, log: given.log };
  const audit = createAudit(ground);
  const jobs = createJobs(given);
  const isSecure = given.publicUrl?.startsWith("https:") ?? false;
  const identity = createIdentity({
    ...ground,
    audit,
    secret: given.sessionSecret,
    isSecure,
    demoPassword: DEMO_PASSWORD,
    onSessionEnded: (sessionId) => sync.endSession(sessionId),
  });
  const snapshots = createSnapshots({ ...ground, jobs, databaseUrl: given.databaseUrl });
  const documents = createDocumentStore({ ...ground, jobs, nodeId: given.nodeId, snapshots });
  const projections = createProjections({ ...ground, store: documents });
  const agreements = createAgreements({ ...ground, audit });
  // Rights or state have changed: whoever is on the document knocks again and is judged anew.
  const onDocumentChanged = (documentId: DocumentId) => void sync.close(documentId, CLOSE.drain);
  const responses = createResponses({ ...ground, audit, agreements, documents });
  const links = createLinks({ ...ground, audit, agreements, projections });
  const consultations = createConsultations({ ...ground, audit, agreements, links, onDocumentChanged });
  const doorbell = createDoorbell(given);
  const sync = createSync({
    ...ground,
    store: documents,
    access: responses.accessOf,
    viewerOf: identity.viewerStanding,
    mayLinkAs,
    isOwnOrigin: (headers) => isOwnOrigin(headers, given.publicUrl),
    doorbell,
  });
  const reviews = createReviews({ ...ground, audit, agreements, documents, projections, onDocumentChanged });
  const filingRoot = join(given.dataDir, "filing");
  const exports = createExports({ ...ground, audit, jobs, filingRoot });
  const below = { identity, audit, jobs, documents, snapshots, projections, doorbell, sync };
  return { ...below, agreements, consultations, responses, links, reviews, exports };
}

export type Services = ReturnType<typeof createServices>;
