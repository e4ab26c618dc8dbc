import { and, eq } from "drizzle-orm";
import type { Queryable } from "../../../db/client";
import type { MunicipalityId, VersionId } from "../../../db/ids";
import { person, review, wordTemplate } from "../../../db/schema";
import type { VersionToExport } from "../queries";
import type { UsedTemplate } from "./shapes";

export async function templateOf(db: Queryable, municipalityId: MunicipalityId) {
  const [found] = await db
    .select({ template: wordTemplate, uploadedBy: person.name })
    .from(wordTemplate)
    .innerJoin(person, eq(person.id, wordTemplate.uploadedBy))
    .where(eq(wordTemplate.municipalityId, municipalityId));
  return found ?? null;
}

/** Who signed the version; nobody, where it was approved tacitly. [A11] */
async function signerOf(db: Queryable, versionId: VersionId): Promise<string> {
  const [signed] = await db
    .select({ name: person.name })
    .from(review)
    .innerJoin(person, eq(person.id, review.decidedBy))
    .where(and(eq(review.versionId, versionId), eq(review.decision, "approved")));
  return signed?.name ?? "";
}

/** The template in which a version's Word file is made; null: the letter looks as Samsvar draws it. */
export async function usedTemplate(
  db: Queryable,
  { municipality, version }: VersionToExport,
): Promise<UsedTemplate | null> {
  const used = await templateOf(db, municipality.id);
  if (!used) return null;
  const { bytes, references } = used.template;
  return { bytes, references, signer: await signerOf(db, version.id) };
}
