import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { newBlockId } from "../../app/document-model/block-id";
import { isAboutGoals } from "../../app/document-model/goals";
import { writeDocument } from "../../app/document-model/write";
import type { Queryable, Transaction } from "../../db/client";
import { guestOfCenter, guestsLast } from "../../db/guests";
import { type ConsultationId, type DocumentId, newId, type ResponseId } from "../../db/ids";
import { assignment, center, consultation, response } from "../../db/schema";
import { actorOf } from "../audit";
import { assignedNow, carriedTo } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { ownersIn } from "../consultations";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { initiativesIn, keepHeadings } from "../initiatives";
import { parse } from "../parse";
import { type Matter, matterOfConsultation } from "../standing";
import { isCoordinator, mayRead } from "../standing/rules";
import type { ResponseDeps } from "./deps";
import { seedOf } from "./seed";
import { ANSWERED_PER, type AnsweredPer } from "./seed-assessment";

type Fresh = ReturnType<typeof seedOf>;

const StartForm = z.object({ answeredPer: z.enum(ANSWERED_PER, "not-a-choice").default("area") });

/** Begins the text of a hearing, once: whoever comes second is given the one that is there. [H7] */
export async function start(
  deps: ResponseDeps,
  viewer: Viewer,
  consultationId: string,
  form: unknown = {},
): Promise<ResponseId> {
  const found = await matterOfConsultation(deps.db, viewer, consultationId);
  if (!found || !mayRead(viewer)) throw notFound();
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  if (found.response) return found.response.id;
  const { answeredPer } = parse(StartForm, form);
  const seed = await freshText(deps, viewer, found, answeredPer);
  return deps.db.transaction(async (tx) => {
    const { id } = found.consultation;
    await tx.select({ id: consultation.id }).from(consultation).where(eq(consultation.id, id)).for("no key update");
    const [begun] = await tx.select({ id: response.id }).from(response).where(eq(response.consultationId, id));
    return begun ? begun.id : begin(deps, tx, viewer, found, seed);
  });
}

async function begin(deps: ResponseDeps, tx: Transaction, viewer: Viewer, matter: Matter, { text, heads }: Fresh) {
  const { clock, audit, documents } = deps;
  const { id: consultationId, title } = matter.consultation;
  const id = newId<ResponseId>();
  const documentId = newId<DocumentId>();
  const municipalityId = viewer.municipality.id;
  await documents.create(tx, { id: documentId, municipalityId, seed: writeDocument(text) });
  await tx.insert(response).values({
    id,
    municipalityId,
    consultationId,
    documentId,
    title,
    startedBy: viewer.id,
    startedAt: clock.now(),
  });
  await keepHeadings(tx, consultationId, heads);
  await audit.record(tx, actorOf(viewer), {
    event: "response-started",
    objectKind: "response",
    objectId: id,
    data: { consultationId, documentId },
  });
  return id;
}

async function freshText(
  { db, agreements }: ResponseDeps,
  viewer: Viewer,
  matter: Matter,
  answeredPer: AnsweredPer,
): Promise<Fresh> {
  const { id, kind, versionId } = matter.consultation;
  const clauses = await agreements.clauses(viewer, versionId);
  // It had some when the assessment was opened; a correction may have made them something else since. [H2]
  if (isAboutGoals(kind) && !clauses.some((clause) => clause.kind === "goal"))
    throw new Refusal("conflict", "source-without-goals");
  const carried = await carriedTo(db, versionId);
  const given = await givenIn(db, id, carried);
  const followed = kind === "follow-up" ? await initiativesIn(db, matter.consultation, carried) : [];
  const initiatives = followed.filter(({ endedOn }) => endedOn === null);
  const municipality = viewer.municipality.name;
  return seedOf({ kind, municipality, clauses, given, answeredPer, initiatives }, newBlockId);
}

/** Of the version the hearing is on: each goal's owner first, then as they were given. */
async function givenIn(db: Queryable, id: ConsultationId, carried: Carried) {
  const { clauseId, centerId, deadline, assignedAt } = assignment;
  const rows = await db
    .select({ clauseId, centerId, deadline, guest: guestOfCenter(id) })
    .from(assignment)
    .innerJoin(center, eq(center.id, centerId))
    .where(eq(assignment.consultationId, id))
    .orderBy(...guestsLast(id), asc(assignedAt), asc(center.kind), asc(center.name));
  const owners = await ownersIn(db, id, carried);
  const guests = new Map(rows.map(({ centerId: of, guest }) => [of, guest]));
  const given = assignedNow(rows, carried).map((one) => ({ ...one, guest: guests.get(one.centerId) ?? null }));
  const isOwner = (one: (typeof given)[number]) => owners.get(one.clauseId) === one.centerId;
  return [...given.filter(isOwner), ...given.filter((one) => !isOwner(one))];
}
