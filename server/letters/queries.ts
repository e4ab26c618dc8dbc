import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { type ConsultationId, isId, type LetterId } from "../../db/ids";
import { letter, person } from "../../db/schema";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { isCoordinator, mayRead } from "../standing/rules";
import type { LetterHead, LetterPage, LetterProposal } from "./shapes";

export function onlyCoordinators(viewer: Viewer): void {
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
}

export async function waiting(db: Queryable, viewer: Viewer): Promise<LetterHead[]> {
  onlyCoordinators(viewer);
  const rows = await pages(db, viewer, isNull(letter.consultationId));
  return rows.map(({ proposal: _, ...head }) => head);
}

export async function find(db: Queryable, viewer: Viewer, letterId: string): Promise<LetterPage | null> {
  onlyCoordinators(viewer);
  if (!isId<LetterId>(letterId)) return null;
  const [found] = await pages(db, viewer, and(eq(letter.id, letterId), isNull(letter.consultationId)));
  return found ?? null;
}

export async function ofHearing(db: Queryable, viewer: Viewer, consultationId: string): Promise<LetterPage | null> {
  if (!isId<ConsultationId>(consultationId) || !mayRead(viewer)) return null;
  const [found] = await pages(db, viewer, eq(letter.consultationId, consultationId));
  return found ?? null;
}

/** Of one that waits only coordinators know; one that has its hearing is seen by whoever reads hearings. */
export async function file(db: Queryable, viewer: Viewer, letterId: string) {
  if (!isId<LetterId>(letterId)) throw notFound();
  const { fileName, bytes, consultationId } = letter;
  const isOurs = and(eq(letter.id, letterId), eq(letter.municipalityId, viewer.municipality.id));
  const [found] = await db.select({ fileName, bytes, consultationId }).from(letter).where(isOurs);
  const maySee = found?.consultationId ? mayRead(viewer) : isCoordinator(viewer);
  if (!found || !maySee) throw notFound();
  return { fileName: found.fileName, bytes: found.bytes };
}

async function pages(db: Queryable, viewer: Viewer, which: SQL | undefined): Promise<LetterPage[]> {
  const { id, fileName, receivedAt, proposal } = letter;
  const rows = await db
    .select({ id, fileName, receivedAt, proposal, receivedBy: person.name })
    .from(letter)
    .innerJoin(person, eq(person.id, letter.receivedBy))
    .where(and(eq(letter.municipalityId, viewer.municipality.id), which))
    .orderBy(desc(receivedAt), desc(id))
    .limit(50);
  // Our own words: receive.ts writes what the reader of letters says.
  return rows.map((row) => ({ ...row, proposal: row.proposal as LetterProposal }));
}
