import { and, asc, eq } from "drizzle-orm";
import { type ResponseDocument, SCHEMA_VERSION } from "../../app/document-model/document";
import type { Queryable } from "../../db/client";
import { isId, type MunicipalityId, type VersionId } from "../../db/ids";
import { clause, consultation, documentVersion, municipality, response, source, sourceVersion } from "../../db/schema";
import { notFound } from "../errors";
import { sha256 } from "../sha256";
import type { LetterFacts } from "./letter/shapes";

export type VersionToExport = Awaited<ReturnType<typeof versionToExport>>;

/** A frozen version with the hearing it belongs to; not found in another municipality. [D2] */
export async function versionToExport(db: Queryable, municipalityId: MunicipalityId, versionId: string) {
  if (!isId<VersionId>(versionId)) throw notFound();
  const [found] = await db
    .select({ version: documentVersion, response, consultation, municipality, source: { kind: source.kind } })
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

/** What the letter says beside the text. */
export async function factsOf(db: Queryable, found: VersionToExport): Promise<LetterFacts> {
  const {
    version,
    response: { title },
    consultation: about,
  } = found;
  const clauses = await db
    .select()
    .from(clause)
    .where(eq(clause.versionId, about.versionId))
    .orderBy(asc(clause.position));
  return { municipality: found.municipality.name, consultation: about, source: found.source, title, version, clauses };
}

/** The frozen text. What is exported and filed is what the hash speaks of, or nothing is. [X7] */
export function documentIn({ canonical, ...version }: { canonical: string; sha256: string }): ResponseDocument {
  const found = sha256(canonical);
  if (found !== version.sha256)
    throw new Error(`Expected a version with SHA-256 ${version.sha256}; its text has ${found}.`);
  const document = JSON.parse(canonical);
  if (document.schemaVersion !== SCHEMA_VERSION)
    throw new Error(`Expected a document of schema ${SCHEMA_VERSION}; got ${document.schemaVersion}.`);
  return document as ResponseDocument;
}
