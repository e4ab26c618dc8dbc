import { eq } from "drizzle-orm";
import type { ResponseDocument } from "../../app/document-model/document";
import { isAboutGoals } from "../../app/document-model/goals";
import type { Queryable } from "../../db/client";
import type { VersionId } from "../../db/ids";
import { documentVersion } from "../../db/schema";
import type { Carried } from "../carry-over/shapes";
import { documentIn } from "../document-store";
import { goalsSaid, withGoals } from "../goals";
import { initiativesSaid, withInitiatives } from "../initiatives";
import type { Matter } from "../standing";
import type { PartMatter } from "./queries";

/** What stands beside a text, while the text itself is still to be read. */
export const NO_TEXT: ResponseDocument = { schemaVersion: 2, blocks: [], links: {} };

/** The text with what the centers say beside it now, in the form in which a sending freezes it. [A31] [M4] [M16] */
export async function withBeside(
  db: Queryable,
  { consultation }: PartMatter,
  text: ResponseDocument,
  carried: Carried,
): Promise<ResponseDocument> {
  if (!isAboutGoals(consultation.kind)) return text;
  const goals = await goalsSaid(db, consultation, carried);
  const followed = await initiativesSaid(db, consultation, carried);
  return withInitiatives(withGoals(text, goals), followed);
}

/** The same of a text that may be sent: then it has what was frozen with it, whatever has been counted since. [A34] */
export async function withBesideThen(
  db: Queryable,
  matter: PartMatter & Pick<Matter, "round" | "standing">,
  text: ResponseDocument,
  carried: Carried,
): Promise<ResponseDocument> {
  const { round, standing } = matter;
  const isSent = standing.status !== "writing" && round !== null;
  if (!isSent || !isAboutGoals(matter.consultation.kind)) return withBeside(db, matter, text, carried);
  const { goals, initiatives } = await frozenText(db, round.versionId);
  return { ...text, ...(goals ? { goals } : {}), ...(initiatives ? { initiatives } : {}) };
}

async function frozenText(db: Queryable, id: VersionId): Promise<ResponseDocument> {
  const { canonical, sha256 } = documentVersion;
  const [row] = await db.select({ canonical, sha256 }).from(documentVersion).where(eq(documentVersion.id, id));
  if (!row) throw new Error(`Expected version ${id} to be there; it is not.`);
  return documentIn(row);
}
