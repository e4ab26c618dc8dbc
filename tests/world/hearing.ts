import { eq } from "drizzle-orm";
import * as Y from "yjs";
import { newBlockId } from "../../app/document-model/block-id";
import { type Block, type Link, ROOTS } from "../../app/document-model/document";
import { addLink } from "../../app/document-model/links";
import type { CenterId, DocumentId, ResponseId } from "../../db/ids";
import { response } from "../../db/schema";
import { createAgreements } from "../../server/agreements";
import { createAudit } from "../../server/audit";
import { createCarryOver } from "../../server/carry-over";
import { createConsultations } from "../../server/consultations";
import { createDocumentStore, replay } from "../../server/document-store";
import { createGoals } from "../../server/goals";
import type { Viewer } from "../../server/identity/viewer";
import { createInitiatives } from "../../server/initiatives";
import { createJobs } from "../../server/jobs";
import { createKle } from "../../server/kle";
import { createLetters } from "../../server/letters";
import { createLinks } from "../../server/links";
import { createLog } from "../../server/log";
import { createNotices } from "../../server/notices";
import { createProjections } from "../../server/projections";
import { createResponses } from "../../server/responses";
import { createReviews } from "../../server/reviews";
import { createSeal } from "../../server/seal";
import { createSuggestions } from "../../server/suggestions";
import { createWebhooks } from "../../server/webhooks";
import { testDatabase } from "./database";
import { town } from "./people";
import { acceptedSource, proposedVersion, type Sketch } from "./source";

export type HearingWorld = Awaited<ReturnType<typeof hearingWorld>>;

/** A municipality, an accepted source, and the doors a hearing goes through, on a clock that a test may turn. */
export async function hearingWorld(sketches?: Sketch[]) {
  const database = await testDatabase();
  const { db } = database;
  const clock = { at: new Date("2026-03-02T09:00:00Z"), now: () => clock.at };
  const audit = createAudit({ db, clock });
  const log = createLog("silent");
  const jobs = createJobs({ databaseUrl: database.url, log });
  const documents = createDocumentStore({ db, clock, log, jobs, nodeId: "test" });
  const projections = createProjections({ db, store: documents });
  const carryOver = createCarryOver({ db, clock, log, audit });
  const agreements = createAgreements({ db, clock, log, audit, onAccepted: carryOver.begin });
  const notices = createNotices({ db, clock, log, audit, jobs });
  const seal = createSeal("a key that is long enough for a test");
  const webhooks = createWebhooks({
    db,
    clock,
    log,
    audit,
    jobs,
    notices,
    seal,
    publicUrl: undefined,
    reach: "anywhere",
  });
  const changed: DocumentId[] = [];
  const deps = {
    db,
    clock,
    audit,
    jobs,
    notices,
    webhooks,
    agreements,
    documents,
    projections,
    onDocumentChanged: (id: DocumentId) => changed.push(id),
  };
  const here = await town(db);
  const { sourceId, versionId, called } = await acceptedSource(db, here, sketches);
  const links = createLinks(deps);
  const kle = createKle(deps);
  const letters = createLetters(deps);
  const doors = {
    agreements,
    carryOver,
    kle,
    links,
    consultations: createConsultations({ ...deps, kle, links, letters }),
    letters,
    goals: createGoals(deps),
    initiatives: createInitiatives(deps),
    responses: createResponses(deps),
    reviews: createReviews(deps),
    suggestions: createSuggestions(deps),
  };
  const ground = { clock, log, audit, jobs, seal, notices, webhooks, documents, projections };
  return { ...database, ...here, ...doors, ...ground, changed, sourceId, versionId, called };
}

/** The source's next version, proposed and accepted as people do it: what is certain is carried over with it. */
export async function nextVersion(world: HearingWorld, sketches: Sketch[], number = 2) {
  const next = await proposedVersion(world.db, world, world.sourceId, { number, sketches });
  await world.agreements.accept(world.people.tove, next.versionId, {});
  return next;
}

/** What the coordinator fills in, apart from what the test cares about. */
export function hearingForm(world: HearingWorld, more: Record<string, unknown> = {}) {
  return {
    kind: "hearing",
    versionId: world.versionId,
    title: "Høring om samarbejdsaftalen",
    sender: "Regionen",
    deadline: "2026-03-20",
    deadlineTime: "12:00",
    caseNumber: "26/1234",
    kle: "29.30.08",
    ...more,
  };
}

/** A hearing whose first section is given to Social and whose second is given to Ældre, with its text begun. */
export async function hearingUnderWay(world: HearingWorld) {
  const { people, centers, consultations, responses, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  const give = (heading: string, centerId: CenterId) =>
    consultations.assign(people.tove, id, { clauseId: called(heading), centerId, deadline: "2026-03-12" });
  await give("Indlæggelse", centers.social);
  await give("Udskrivning", centers.elderly);
  const responseId = await responses.start(people.tove, id);
  return { id, responseId, documentId: await documentOf(world, responseId) };
}

async function documentOf({ db }: HearingWorld, responseId: ResponseId): Promise<DocumentId> {
  const [row] = await db.select().from(response).where(eq(response.id, responseId));
  return row!.documentId;
}

/** Somebody writes a paragraph at the end of the text, with links, as the sync server would commit it. */
export async function writes(
  world: HearingWorld,
  viewer: Viewer,
  documentId: DocumentId,
  text: string,
  links: Link[] = [],
  as: Partial<Pick<Block, "kind" | "of">> = {},
) {
  const loaded = await world.documents.load(documentId);
  const doc = replay(loaded!.updates);
  const before = Y.encodeStateVector(doc);
  const id = newBlockId();
  doc.transact(() => {
    const block = new Y.XmlElement<Record<string, string | number>>("block");
    for (const [key, value] of Object.entries({ id, kind: "paragraph", level: 0, ...as }))
      block.setAttribute(key, value);
    if (text) block.insert(0, [new Y.XmlText(text)]);
    const body = doc.getXmlFragment(ROOTS.body);
    body.insert(body.length, [block as unknown as Y.XmlElement]);
    for (const link of links) addLink(doc, id, link);
  });
  const payload = Y.encodeStateAsUpdate(doc, before);
  const update = { payload, origin: "client" as const, userId: viewer.id, sessionId: viewer.sessionId, claim: null };
  const { refused } = await world.documents.append(
    new Map([[documentId, { epoch: loaded!.epoch, updates: [update] }]]),
  );
  if (refused.size > 0) throw new Error(`Expected to write; refused ${[...refused.values()]}`);
  await world.projections.refreshNow(documentId);
  return id;
}

/** A text that Sune has written in, with all four clauses still open. */
export async function textWritten(world: HearingWorld) {
  const hearing = await hearingUnderWay(world);
  await writes(world, world.people.sune, hearing.documentId, "Vi støtter forslaget.");
  return hearing;
}

/** A text that waits for its approver. */
export async function textSent(world: HearingWorld) {
  const { people, reviews } = world;
  const hearing = await textWritten(world);
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  const reviewId = await reviews.send(people.tove, hearing.responseId, form);
  const [round] = (await reviews.page(people.lars, hearing.responseId)).rounds;
  return { ...hearing, reviewId, sha256: round!.sha256 };
}

/** What the audit trail says happened to an object, in order. */
export async function eventsOf({ sql }: HearingWorld, objectId: string): Promise<string[]> {
  const rows = await sql<{ event: string }[]>`select event from audit_entry where object_id = ${objectId} order by seq`;
  return rows.map((row) => row.event);
}

/** A town next door with a source and a hearing of its own, in the same database. */
export async function neighbour(world: HearingWorld) {
  const there = await town(world.db, "Nabo Kommune");
  const made = await acceptedSource(world.db, there);
  return { ...there, ...made, ...(await hearingUnderWay({ ...world, ...there, ...made })) };
}
