import { and, eq } from "drizzle-orm";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Queryable } from "../../db/client";
import { centerNameIn, isCenterIn } from "../../db/guests";
import { isId, type MunicipalityId, type VersionId } from "../../db/ids";
import {
  center,
  consultation,
  documentVersion,
  municipality,
  response,
  review,
  source,
  sourceVersion,
} from "../../db/schema";
import type { Clock } from "../clock";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { isBeyond, type Matter } from "../standing";
import { clausesFor } from "./clauses";
import type { LetterFacts } from "./letter/shapes";

export type VersionToExport = Awaited<ReturnType<typeof versionToExport>>;

/** The version as the viewer may have it: a guest has those of their one hearing. [J12] */
export async function versionFor(db: Queryable, viewer: Viewer, versionId: string): Promise<VersionToExport> {
  const found = await versionToExport(db, viewer.municipality.id, versionId);
  if (isBeyond(viewer, found.consultation.id)) throw notFound();
  return found;
}

/** A frozen version with the hearing it belongs to; not found in another municipality. [D2] */
export async function versionToExport(db: Queryable, municipalityId: MunicipalityId, versionId: string) {
  if (!isId<VersionId>(versionId)) throw notFound();
  const [found] = await db
    .select({
      version: documentVersion,
      response,
      consultation,
      municipality,
      source: { kind: source.kind, title: source.title },
      edition: { label: sourceVersion.label },
    })
    .from(documentVersion)
    .innerJoin(response, eq(response.documentId, documentVersion.documentId))
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .innerJoin(municipality, eq(municipality.id, consultation.municipalityId))
    .innerJoin(sourceVersion, eq(sourceVersion.id, consultation.versionId))
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(and(eq(documentVersion.id, versionId), eq(consultation.municipalityId, municipalityId)));
  if (!found) throw notFound();
  return found;
}

/** Whether a round about this version ended with its approval. */
export async function wasApproved(db: Queryable, versionId: VersionId): Promise<boolean> {
  return (await db.$count(review, and(eq(review.versionId, versionId), eq(review.decision, "approved")))) > 0;
}

/** The centers of a hearing by their ids, those that are gone from its work too: what they said is still theirs. [J14] */
export async function centerNames(
  db: Queryable,
  { id: hearing, municipalityId }: VersionToExport["consultation"],
): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: center.id, name: centerNameIn(hearing) })
    .from(center)
    .where(isCenterIn(municipalityId, hearing));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the letter says beside the text. */
export async function factsOf(db: Queryable, found: VersionToExport, text: ResponseDocument): Promise<LetterFacts> {
  const {
    version,
    response: { title },
    consultation: about,
  } = found;
  const named = await clausesFor(db, text, { id: version.id, hearingIsOn: about.versionId });
  return { municipality: found.municipality.name, consultation: about, source: found.source, title, version, ...named };
}

/** The same of a text that is still written: it has no number and no hash, and its date is today's. [X12] */
export async function draftFacts(
  { db, clock }: { db: Queryable; clock: Clock },
  { consultation: about }: Pick<Matter, "consultation">,
  { text, title, municipality }: { text: ResponseDocument; title: string; municipality: string },
): Promise<LetterFacts> {
  const [found] = await db
    .select({ kind: source.kind })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(eq(sourceVersion.id, about.versionId));
  if (!found) throw notFound();
  const named = await clausesFor(db, text, { id: null, hearingIsOn: about.versionId });
  const version = { number: null, frozenAt: clock.now() };
  return { municipality, consultation: about, source: found, title, version, ...named };
}
