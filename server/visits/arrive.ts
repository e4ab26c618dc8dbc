import { and, eq } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { document, documentVisit } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { accessTo } from "../standing/rules";
import type { VisitDeps } from "./deps";
import { changedSince } from "./queries";
import { type Visit, visitOnArrival } from "./rules";
import type { SinceLast } from "./shapes";

/** Two tabs that arrive at once remember the same: what either says is what was so a moment ago. */
export async function arrive(deps: VisitDeps, viewer: Viewer, responseId: string): Promise<SinceLast> {
  const { db, clock } = deps;
  const { id, epoch, headSeq } = await documentToRead(db, viewer, responseId);
  const [before] = await db.select().from(documentVisit).where(isOf(viewer, id));
  const visit = visitOnArrival(before ?? null, { epoch, headSeq, at: clock.now() });
  await remember(db, viewer, id, visit);
  if (!before) return { since: null, blocks: [] };
  const blocks = visit.sinceSeq < headSeq ? await changedSince(deps, id, { ...visit, by: viewer.id }) : [];
  return { since: visit.sinceAt, blocks };
}

export async function stay({ db, clock }: VisitDeps, viewer: Viewer, responseId: string): Promise<void> {
  const { id, epoch, headSeq } = await documentToRead(db, viewer, responseId);
  const seen = { seenSeq: headSeq, seenAt: clock.now() };
  await db
    .update(documentVisit)
    .set(seen)
    .where(and(isOf(viewer, id), eq(documentVisit.epoch, epoch)));
}

export async function see({ db, clock }: VisitDeps, viewer: Viewer, responseId: string): Promise<void> {
  const { id, epoch, headSeq } = await documentToRead(db, viewer, responseId);
  const at = clock.now();
  await remember(db, viewer, id, { epoch, sinceSeq: headSeq, sinceAt: at, seenSeq: headSeq, seenAt: at });
}

async function documentToRead(db: Queryable, viewer: Viewer, responseId: string) {
  const { response, standing, document: found } = await matterOfResponse(db, viewer, responseId);
  if (!found || !accessTo(viewer, standing, found.state === "active")) throw notFound();
  const { id, epoch, headSeq } = document;
  const [row] = await db.select({ id, epoch, headSeq }).from(document).where(eq(id, response.documentId));
  if (!row) throw notFound();
  return row;
}

async function remember(db: Queryable, viewer: Viewer, documentId: DocumentId, visit: Visit): Promise<void> {
  const { personId, documentId: of } = documentVisit;
  await db
    .insert(documentVisit)
    .values({ ...visit, personId: viewer.id, documentId })
    .onConflictDoUpdate({ target: [personId, of], set: visit });
}

function isOf(viewer: Viewer, documentId: DocumentId) {
  return and(eq(documentVisit.personId, viewer.id), eq(documentVisit.documentId, documentId));
}
