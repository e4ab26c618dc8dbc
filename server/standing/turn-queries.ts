import { and, asc, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { DocumentId, ReviewId, UserId } from "../../db/ids";
import { delegation, documentUpdate, reviewStep } from "../../db/schema";
import { decidersIn, turnIn } from "./rules";

/** A round that waits, of a text. */
export type WaitingRound = { id: ReviewId; sentBy: UserId; documentId: DocumentId };

/** The steps of some rounds, each round's in their order. */
export async function stepsOf(db: Queryable, rounds: readonly ReviewId[]) {
  const found = new Map(rounds.map((id) => [id, [] as (typeof reviewStep.$inferSelect)[]]));
  if (rounds.length === 0) return found;
  const isOfThem = inArray(reviewStep.reviewId, [...rounds]);
  const rows = await db.select().from(reviewStep).where(isOfThem).orderBy(asc(reviewStep.position));
  for (const row of rows) found.get(row.reviewId)?.push(row);
  return found;
}

/** Who may decide each of these rounds now: as many queries for one as for all. `today` null: nobody stands in for the day. */
export async function decidersOf(
  db: Queryable,
  rounds: readonly WaitingRound[],
  today: string | null,
): Promise<Map<ReviewId, UserId[]>> {
  if (rounds.length === 0) return new Map();
  const steps = await stepsOf(
    db,
    rounds.map(({ id }) => id),
  );
  const authors = await onlyAuthors(db, rounds);
  const approvers = rounds.flatMap(({ id }) => turnIn(steps.get(id) ?? [])?.approverId ?? []);
  const delegates = today ? await delegatesOf(db, approvers, today) : new Map<UserId, UserId[]>();
  return new Map(
    rounds.map(({ id, sentBy, documentId }) => {
      const own = steps.get(id) ?? [];
      const turn = turnIn(own);
      const standIns = turn ? (delegates.get(turn.approverId) ?? []) : [];
      const round = { steps: own, senderId: sentBy, onlyAuthorId: authors.get(documentId) ?? null };
      return [id, decidersIn(round, standIns)];
    }),
  );
}

/** To whom each of them has handed their decisions on that Danish day. [A12] */
export async function delegatesOf(db: Queryable, approvers: readonly UserId[], day: string) {
  const found = new Map<UserId, UserId[]>();
  if (approvers.length === 0) return found;
  const runs = and(lte(delegation.firstDay, day), gte(delegation.lastDay, day), isNull(delegation.endedAt));
  const rows = await db
    .select({ fromId: delegation.fromId, toId: delegation.toId })
    .from(delegation)
    .where(and(inArray(delegation.fromId, [...approvers]), runs));
  for (const { fromId, toId } of rows) found.set(fromId, [...(found.get(fromId) ?? []), toId]);
  return found;
}

/** Whoever alone has written in a text; seeds and repairs are the server's. [A5] */
async function onlyAuthors(db: Queryable, rounds: readonly WaitingRound[]): Promise<Map<DocumentId, UserId>> {
  const { documentId, userId, origin } = documentUpdate;
  const ids = rounds.map((round) => round.documentId);
  const rows = await db
    .select({ documentId, author: sql<UserId>`min(${userId}::text)` })
    .from(documentUpdate)
    .where(and(inArray(documentId, ids), inArray(origin, ["client", "amendment"])))
    .groupBy(documentId)
    .having(sql`count(distinct ${userId}) = 1`);
  return new Map(rows.map((row) => [row.documentId, row.author]));
}
