import { join } from "node:path";
import { CLOSE } from "../app/document-model/wire";
import type { Database, Transaction } from "../db/client";
import type { ConsultationId, DocumentId, SourceVersionId } from "../db/ids";
import { createAgreements } from "./agreements";
import { createApi } from "./api";
import { createAttachments } from "./attachments";
import { type Actor, createAudit } from "./audit";
import { createCalendar } from "./calendar";
import { createCarryOver } from "./carry-over";
import type { Clock } from "./clock";
import { createComments } from "./comments";
import { createConsultations } from "./consultations";
import type { Consultations } from "./consultations/shapes";
import { DEMO_PASSWORD } from "./demo/people";
import { createDocumentStore, createDoorbell, createSnapshots } from "./document-store";
import { createExports } from "./exports";
import { createGoals } from "./goals";
import { createHistory, readAside } from "./history";
import { createIdentity } from "./identity";
import { createInitiatives } from "./initiatives";
import type { Initiatives } from "./initiatives/shapes";
import { createJobs } from "./jobs";
import { createKle } from "./kle";
import { createLetters } from "./letters";
import { createLinks } from "./links";
import type { Log } from "./log";
import { createNotices, type MailSettings } from "./notices";
import { createOutcomes } from "./outcomes";
import { createProjections, readAside as projectAside } from "./projections";
import { createResponses } from "./responses";
import { createReviews } from "./reviews";
import { createSeal } from "./seal";
import { createSearch } from "./search";
import { isOwnOrigin } from "./security";
import { createSignOffs } from "./sign-offs";
import type { SignOffs } from "./sign-offs/shapes";
import { mayLinkAs } from "./standing/rules";
import { createSuggestions } from "./suggestions";
import { createSync } from "./sync";
import { createVisits } from "./visits";
import { createWebhooks } from "./webhooks";

type Given = {
  db: Database;
  databaseUrl: string;
  dataDir: string;
  publicUrl: string | undefined;
  sessionSecret: string;
  /** Seals what is secret in the database. */
  secretsKey: string;
  nodeId: string;
  clock: Clock;
  log: Log;
  /** Where mails go out; without it none do. */
  mail?: MailSettings | undefined;
  /** Which addresses other systems may be told at; "anywhere" is for development. */
  reach?: "public" | "anywhere";
};

/** Makes every module once. The sockets and the job runner use them directly; routes get them in the load context. */
export function createServices(given: Given) {
  const ground = { db: given.db, clock: given.clock, log: given.log };
  const audit = createAudit(ground);
  const jobs = createJobs(given);
  const notices = createNotices({ ...ground, audit, jobs, mail: given.mail });
  const webhooks = webhooksOf(given, { ...ground, audit, jobs, notices });
  const identity = identityOf(given, { ...ground, audit, jobs }, () => ({ sync, consultations, onDocumentChanged }));
  const snapshots = createSnapshots({ ...ground, jobs, databaseUrl: given.databaseUrl });
  const documents = createDocumentStore({ ...ground, jobs, nodeId: given.nodeId, snapshots });
  const projections = createProjections({ ...ground, store: documents, aside: projectAside(given.databaseUrl) });
  // What is a center's may read otherwise: whether its sign-off still stands is looked at. [A28]
  const onPartsChanged = (tx: Transaction, documentId: DocumentId) => review.signOffs.watch({ documentId }, tx);
  const carryOver = createCarryOver({ ...ground, audit, onDecided: (tx, id) => review.signOffs.watchSource(tx, id) });
  const agreements = createAgreements({ ...ground, audit, onAccepted: carryOver.begin });
  // Rights or state have changed: whoever is on the document knocks again and is judged anew.
  const onDocumentChanged = (documentId: DocumentId) => void sync.close(documentId, CLOSE.drain);
  const onOpening = (documentId: DocumentId) => sync.expect(documentId);
  const responses = createResponses({ ...ground, audit, agreements, documents, onOpening });
  const links = createLinks({ ...ground, audit, agreements, projections });
  const kle = createKle({ ...ground, audit });
  const letters = createLetters({ ...ground, audit, agreements });
  const beside = { agreements, documents, kle, letters, links, notices };
  const handOverPart: SignOffs["handOver"] = (...asked) => review.signOffs.handOver(...asked);
  const handOverInitiatives: Initiatives["handOver"] = (...asked) => review.initiatives.handOver(...asked);
  const told = { onDocumentChanged, onPartsChanged, handOverPart, handOverInitiatives };
  const consultations = createConsultations({ ...ground, audit, jobs, ...beside, ...told });
  const doorbell = createDoorbell(given);
  const sync = createSync({
    ...ground,
    store: documents,
    access: responses.accessOf,
    viewerOf: identity.viewerStanding,
    viewerAt: (viewer, documentId) => consultations.guests.viewerAt(viewer, { documentId }),
    mayLinkAs,
    isOwnOrigin: (headers) => isOwnOrigin(headers, given.publicUrl),
    doorbell,
  });
  const amending = { ...ground, audit, jobs, notices, webhooks, documents, onAmended: sync.follow };
  const reading = { agreements, links, projections, onDocumentChanged, read: readAside(given.databaseUrl) };
  const review = createReview({ ...amending, ...reading, ...besideTexts(consultations, () => review.signOffs) });
  const exports = createExports({ ...ground, audit, jobs, documents, kle, webhooks, ...filingIn(given) });
  const outside = createOutside(given, { ...ground, audit, exports, webhooks, viewerOfUser: identity.viewerOfUser });
  const below = { identity, audit, jobs, webhooks, documents, snapshots, projections, doorbell, sync };
  return { ...below, ...review, ...beside, responses, carryOver, consultations, exports, ...outside };
}

type IdentityDeps = Pick<Parameters<typeof createIdentity>[0], "db" | "clock" | "audit" | "jobs">;

/** What stands above identity, and is made after it. */
type Above = {
  sync: { endSession(sessionId: string): void };
  consultations: Pick<Consultations, "handOver">;
  onDocumentChanged(documentId: DocumentId): void;
};

/** Who is there, and what happens when a session or a center is closed. */
function identityOf({ sessionSecret, publicUrl }: Given, deps: IdentityDeps, above: () => Above) {
  return createIdentity({
    ...deps,
    onSessionEnded: (sessionId) => above().sync.endSession(sessionId),
    secret: sessionSecret,
    isSecure: publicUrl?.startsWith("https:") ?? false,
    demoPassword: DEMO_PASSWORD,
    onCenterClosed: async (tx, actor) => {
      const { consultations, onDocumentChanged } = above();
      const changed = await consultations.handOver(tx, actor);
      return () => changed.forEach(onDocumentChanged);
    },
  });
}

/** What happens beside a text, and may be in a center's part of it. */
function besideTexts({ handOver }: Pick<Consultations, "handOver">, signOffs: () => SignOffs) {
  return {
    async onReopened(tx: Transaction, actor: Actor, id: ConsultationId): Promise<void> {
      await handOver(tx, actor, id);
      // What was counted since it was sent is in the parts again. [A34]
      await signOffs().watchHearing(tx, id);
    },
    onSaid: (tx: Transaction, id: ConsultationId) => signOffs().watchHearing(tx, id),
    onTended: (tx: Transaction, id: SourceVersionId) => signOffs().watchSource(tx, id),
  };
}

type Ground = Pick<Parameters<typeof createWebhooks>[0], "db" | "clock" | "log" | "audit" | "jobs" | "notices">;

function webhooksOf({ secretsKey, publicUrl, reach = "public" }: Given, ground: Ground) {
  return createWebhooks({ ...ground, seal: createSeal(secretsKey), publicUrl, reach });
}

type OutsideDeps = Omit<Parameters<typeof createApi>[0] & Parameters<typeof createCalendar>[0], "publicUrl">;

/** What is asked for by others than our own pages. */
function createOutside({ publicUrl }: Given, deps: OutsideDeps) {
  return { api: createApi({ ...deps, publicUrl }), calendar: createCalendar({ ...deps, publicUrl }) };
}

type BesideDeps = Parameters<typeof createVisits>[0] &
  Parameters<typeof createAttachments>[0] &
  Parameters<typeof createGoals>[0] &
  Parameters<typeof createInitiatives>[0] &
  Parameters<typeof createOutcomes>[0] &
  Parameters<typeof createSearch>[0];

/** What is kept about texts, and found in them. */
function createBeside(deps: BesideDeps) {
  const found = { outcomes: createOutcomes(deps), search: createSearch(deps) };
  const kept = { goals: createGoals(deps), visits: createVisits(deps), attachments: createAttachments(deps) };
  return { ...found, ...kept, initiatives: createInitiatives(deps) };
}

function filingIn({ secretsKey, dataDir }: Given) {
  return { seal: createSeal(secretsKey), filingRoot: join(dataDir, "filing") };
}

type ReviewDeps = Parameters<typeof createReviews>[0] &
  Parameters<typeof createComments>[0] &
  Parameters<typeof createSignOffs>[0] &
  Parameters<typeof createSuggestions>[0] &
  Parameters<typeof createHistory>[0];

/** What is done with a text besides writing it. */
function createReview(deps: ReviewDeps & BesideDeps) {
  return {
    reviews: createReviews(deps),
    comments: createComments(deps),
    signOffs: createSignOffs(deps),
    suggestions: createSuggestions(deps),
    history: createHistory(deps),
    ...createBeside(deps),
  };
}

export type Services = ReturnType<typeof createServices>;
