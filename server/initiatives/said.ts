import type { ResponseDocument } from "../../app/document-model/document";
import type { InitiativeSaid, InitiativesSaid } from "../../app/document-model/initiatives";
import { headingFor, type Laid } from "../../app/document-model/sections";
import type { Queryable, Transaction } from "../../db/client";
import type { ClauseId, ConsultationId, InitiativeId } from "../../db/ids";
import { type consultation, initiativeHeading } from "../../db/schema";
import { carriedOn } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { goalsOf } from "./goals";
import { asSaid, indicatorsOf, initiativesIn, laidIn } from "./queries";

export type Consultation = Pick<typeof consultation.$inferSelect, "id" | "municipalityId" | "versionId" | "kind">;

/** What the headings of a text are looked for with; null where it is no follow-up. */
export type Followed = { goals: { id: ClauseId; name: string }[]; initiatives: InitiativeSaid[]; laid: Laid[] } | null;

/**
 * The initiatives of a follow-up as they stand, with their figures: in the order of the source's goals, then as they were
 * added; those that have ended are left out. What is sent for approval is frozen with exactly this. [M10] [M16]
 */
export async function initiativesSaid(db: Queryable, about: Consultation, carried: Carried): Promise<Followed> {
  if (about.kind !== "follow-up") return null;
  const goals = await goalsOf(db, about.versionId);
  const rows = (await initiativesIn(db, about, carried)).filter(({ endedOn }) => endedOn === null);
  const indicators = await indicatorsOf(
    db,
    rows.map(({ id }) => id),
  );
  const place = new Map(goals.map(({ id }, index) => [id, index]));
  const initiatives = rows
    .filter(({ clauseId }) => place.has(clauseId))
    .sort((a, b) => (place.get(a.clauseId) ?? 0) - (place.get(b.clauseId) ?? 0))
    .map(({ id, clauseId, title, centerId, center, period, deadline }): InitiativeSaid => {
      const own = indicators.filter(({ initiativeId }) => initiativeId === id).map(asSaid);
      const when = { ...(period ? { period } : {}), ...(deadline ? { deadline } : {}) };
      return { id, goal: clauseId, title, center: centerId, centerName: center, ...when, indicators: own };
    });
  return { goals, initiatives, laid: await laidNow(db, about.id, carried) };
}

/** Headings follow their goals, as everything does that is said of them. */
async function laidNow(db: Queryable, id: ConsultationId, carried: Carried): Promise<Laid[]> {
  return carriedOn(await laidIn(db, id), carried).map(({ heading, clauseId, initiative }) => ({
    heading,
    goal: clauseId,
    initiative,
  }));
}

/** The text with its initiatives, each with the heading it stands under there; a text that is no follow-up is the same text. */
export function withInitiatives(text: ResponseDocument, followed: Followed): ResponseDocument {
  if (!followed) return text;
  const { goals, laid } = followed;
  const headed = goals.flatMap(({ id, name }) => {
    const heading = headingFor(text, laid, { goal: id, initiative: null }, `Mål: ${name}`);
    return heading ? [{ goal: id as string, heading }] : [];
  });
  const said = followed.initiatives.map((one): InitiativeSaid => {
    const heading = headingFor(text, laid, { goal: one.goal, initiative: one.id }, one.title);
    return heading ? { ...one, heading } : one;
  });
  const initiatives: InitiativesSaid = { goals: headed, said };
  return headed.length + said.length > 0 ? { ...text, initiatives } : text;
}

/** Which heading of a fresh text is whose: a goal's, or an initiative's. */
export type Head = { blockId: string; goal: ClauseId; initiative: InitiativeId | null };

/** Kept in the transaction that begins the text. [M14] */
export async function keepHeadings(
  tx: Transaction,
  consultationId: ConsultationId,
  heads: readonly Head[],
): Promise<void> {
  if (heads.length === 0) return;
  const rows = heads.map(({ blockId, goal, initiative }) => ({
    consultationId,
    blockId,
    clauseId: goal,
    initiativeId: initiative,
  }));
  await tx.insert(initiativeHeading).values(rows);
}
