import { eq } from "drizzle-orm";
import { newBlockId } from "../../app/document-model/block-id";
import { writeDocument } from "../../app/document-model/write";
import type { Transaction } from "../../db/client";
import { type DocumentId, newId, type ResponseId } from "../../db/ids";
import { assignment, consultation, response } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { type Matter, matterOfConsultation } from "../standing";
import { isCoordinator, mayRead } from "../standing/rules";
import type { ResponseDeps } from "./deps";
import { seedOf } from "./seed";

/** Begins the text of a hearing, once: whoever comes second is given the one that is there. [H7] */
export async function start(deps: ResponseDeps, viewer: Viewer, consultationId: string): Promise<ResponseId> {
  const found = await matterOfConsultation(deps.db, viewer, consultationId);
  if (!found || !mayRead(viewer)) throw notFound();
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  if (found.response) return found.response.id;
  const seed = await freshText(deps, viewer, found);
  return deps.db.transaction(async (tx) => {
    const { id } = found.consultation;
    await tx.select({ id: consultation.id }).from(consultation).where(eq(consultation.id, id)).for("no key update");
    const [begun] = await tx.select({ id: response.id }).from(response).where(eq(response.consultationId, id));
    return begun ? begun.id : begin(deps, tx, viewer, found, seed);
  });
}

async function begin(deps: ResponseDeps, tx: Transaction, viewer: Viewer, matter: Matter, seed: Uint8Array) {
  const { clock, audit, documents } = deps;
  const { id: consultationId, title } = matter.consultation;
  const id = newId<ResponseId>();
  const documentId = newId<DocumentId>();
  const municipalityId = viewer.municipality.id;
  await documents.create(tx, { id: documentId, municipalityId, seed });
  await tx.insert(response).values({
    id,
    municipalityId,
    consultationId,
    documentId,
    title,
    startedBy: viewer.id,
    startedAt: clock.now(),
  });
  await audit.record(tx, actorOf(viewer), {
    event: "response-started",
    objectKind: "response",
    objectId: id,
    data: { consultationId, documentId },
  });
  return id;
}

async function freshText({ db, agreements }: ResponseDeps, viewer: Viewer, matter: Matter): Promise<Uint8Array> {
  const { id, kind, versionId } = matter.consultation;
  const { clauses } = await agreements.version(viewer, versionId);
  const { clauseId } = assignment;
  const given = await db.selectDistinct({ clauseId }).from(assignment).where(eq(assignment.consultationId, id));
  const assigned = given.map((row) => row.clauseId);
  return writeDocument(seedOf({ kind, municipality: viewer.municipality.name, clauses, assigned }, newBlockId));
}
