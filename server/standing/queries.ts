import { and, eq, or, type SQL, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "../../db/client";
import {
  type CenterId,
  type ConsultationId,
  type DocumentId,
  isId,
  type MunicipalityId,
  type ResponseId,
  type ReviewId,
} from "../../db/ids";
import { consultation, document, filing, response, review } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { question } from "../once";
import { lastOf, roundState, type Standing, statusOf } from "./rules";
import { decidersOf } from "./turn-queries";

/** Whose municipality it is: a viewer, or a job that acts in nobody's name. */
export type Home = Pick<Viewer, "guest"> & { municipality: { id: MunicipalityId } };

/** A hearing with its response, newest round and filing: what every decision about it looks at. */
export type Matter = Awaited<ReturnType<typeof findMatter>> & {};

/** By which of its ids a matter is looked for. */
const BY = {
  hearing: (id: string) => (isId<ConsultationId>(id) ? eq(consultation.id, id) : null),
  response: (id: string) => (isId<ResponseId>(id) ? eq(response.id, id) : null),
  document: (id: string) => (isId<DocumentId>(id) ? eq(response.documentId, id) : null),
};

/** The hearings of the viewer's municipality; for a guest the one they are in. [D2] [J12] */
export function isSeenBy({ municipality, guest }: Home): SQL | undefined {
  const ofHost = eq(consultation.municipalityId, municipality.id);
  return guest ? and(ofHost, eq(consultation.id, guest.consultationId)) : ofHost;
}

/**
 * What one person sees who is at home and in others' hearings: `viewers` are all of them who they are there (`guestsOf`), and
 * `which` says for each what of it is meant. [J17]
 */
export function isSeenByAny<One extends Home>(
  viewers: readonly One[],
  which: (viewer: One) => SQL | undefined = () => undefined,
): SQL | undefined {
  return or(...viewers.map((one) => and(isSeenBy(one), which(one))), sql`false`);
}

/** Joins a response to the newest of its rounds. */
export const isNewestRound = and(
  eq(review.responseId, response.id),
  eq(review.round, sql`(select max(newer.round) from review newer where newer.response_id = ${response.id})`),
);

export function matterOfConsultation(db: Queryable, viewer: Home, id: string) {
  return findMatter(db, viewer, "hearing", id);
}

export function matterOfDocument(db: Queryable, viewer: Viewer, id: string) {
  return findMatter(db, viewer, "document", id);
}

/**
 * Refuses what is not there, or not in the viewer's municipality, in one and the same way. [D2]
 * `today`: the Danish day, for whoever asks who may decide; without it, nobody stands in for the day. [A12]
 */
export async function matterOfResponse(db: Queryable, viewer: Home, id: string, today: string | null = null) {
  const matter = await findMatter(db, viewer, "response", id, today);
  if (!matter?.response) throw notFound();
  return { ...matter, response: matter.response };
}

/** The matter of a response, its hearing's row locked: decisions about one hearing come one after the other. [A6] */
export async function lockedMatterOfResponse(tx: Transaction, viewer: Home, id: string, today: string | null = null) {
  const { consultation: found } = await matterOfResponse(tx, viewer, id);
  await lock(tx, found.id);
  return matterOfResponse(tx, viewer, id, today);
}

/** The same of a hearing, which may have no response yet. What is not the viewer's to see is not found. [A6] [D2] */
export async function lockedMatterOfConsultation(tx: Transaction, viewer: Home, id: string): Promise<Matter> {
  const found = await matterOfConsultation(tx, viewer, id);
  if (!found) throw notFound();
  await lock(tx, found.consultation.id);
  const matter = await matterOfConsultation(tx, viewer, id);
  if (!matter) throw notFound();
  return matter;
}

async function lock(tx: Transaction, id: ConsultationId): Promise<void> {
  await tx.select({ id: consultation.id }).from(consultation).where(eq(consultation.id, id)).for("no key update");
}

/** A round by its id. Whether it is the viewer's to see is judged by its response. */
export async function roundById(db: Queryable, id: string) {
  const [found] = isId<ReviewId>(id) ? await db.select().from(review).where(eq(review.id, id)) : [];
  if (!found) throw notFound();
  return found;
}

const matterAsked = question<Awaited<ReturnType<typeof readMatter>>>();

/** One statement, and one more where a round waits: every page of a hearing asks this first, and each of its parts again. [Q29] */
function findMatter(db: Queryable, viewer: Home, by: keyof typeof BY, id: string, today: string | null = null) {
  const which = BY[by](id);
  if (!which) return Promise.resolve(null);
  return matterAsked(db, viewer, `${by} ${id} ${today}`, () => readMatter(db, viewer, which, today));
}

async function readMatter(db: Queryable, viewer: Home, which: SQL, today: string | null) {
  const [found] = await db
    .select({
      consultation,
      response,
      round: review,
      filing: { state: filing.state },
      document: { state: document.state },
      participating: sql<CenterId[]>`(select coalesce(json_agg(distinct a.center_id), '[]') from assignment a
        where a.consultation_id = ${consultation.id})`,
      handedOver: sql<
        Handed[]
      >`(select coalesce(json_agg(json_build_object('from', h.center_id, 'to', h.successor_id)), '[]')
        from center_handover h where h.consultation_id = ${consultation.id})`,
    })
    .from(consultation)
    .leftJoin(response, eq(response.consultationId, consultation.id))
    .leftJoin(document, eq(document.id, response.documentId))
    .leftJoin(review, isNewestRound)
    .leftJoin(filing, eq(filing.versionId, review.versionId))
    .where(and(which, isSeenBy(viewer)));
  if (!found) return null;
  const { participating, handedOver, ...matter } = found;
  return { ...matter, standing: await standingOf(db, found, today) };
}

type Handed = { from: CenterId; to: CenterId };

type Found = {
  response: { documentId: DocumentId } | null;
  round: typeof review.$inferSelect | null;
  filing: { state: typeof filing.$inferSelect.state } | null;
  participating: CenterId[];
  handedOver: Handed[];
};

async function standingOf(db: Queryable, found: Found, today: string | null): Promise<Standing> {
  const { round, response: begun, participating, handedOver } = found;
  const waits = round && begun && roundState(round) === "waiting";
  const rounds = waits ? [{ id: round.id, sentBy: round.sentBy, documentId: begun.documentId }] : [];
  return {
    status: begun ? statusOf(round, found.filing) : "not-started",
    participating,
    // A closed center's tasks may have gone on from its successor: whose they are now is the last one's. [H53]
    handedOver: lastOf(handedOver),
    deciders: [...(await decidersOf(db, rounds, today)).values()].flat(),
  };
}
