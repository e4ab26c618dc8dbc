import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { BaseBlock, ProposedBlock } from "../../app/document-model/suggestions/shapes";
import type { Queryable } from "../../db/client";
import type { ResponseId, SuggestionId, UserId } from "../../db/ids";
import { person, suggestion } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfResponse } from "../standing";
import { accessTo, rightsOf } from "../standing/rules";
import type { SuggestionDeps } from "./deps";
import type { DecidedView, OpenRun, OpenSuggestion, SuggestionList, SuggestionView } from "./shapes";

/** Of one's own that were decided so many are shown. */
const DECIDED_SHOWN = 20;

/** What we wrote ourselves, judged when it came in (forms.ts). */
type Written = { base: BaseBlock[]; proposed: ProposedBlock[] };
export const written = ({ base, proposed }: { base: unknown; proposed: unknown }) => ({ base, proposed }) as Written;

export async function list(
  { db }: SuggestionDeps,
  viewer: Viewer,
  responseId: string,
  stamp: string | null,
): Promise<SuggestionList | null> {
  const { response, standing, document } = await matterOfResponse(db, viewer, responseId);
  const isActive = document?.state === "active";
  if (!accessTo(viewer, standing, isActive)) throw notFound();
  const rights = rightsOf(viewer, standing);
  const can = { suggest: rights.suggest && isActive, decide: rights.write && isActive };
  const now = `${await stampOf(db, response.id)}.${can.suggest ? 1 : 0}${can.decide ? 1 : 0}`;
  if (now === stamp) return null;
  const [open, decided] = await Promise.all([openOf(db, viewer, response.id), decidedOf(db, viewer, response.id)]);
  return { stamp: now, open, decided, can };
}

/** One small query on one index, for pages that ask every few seconds. */
async function stampOf(db: Queryable, responseId: ResponseId): Promise<string> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      changed: sql<string | null>`extract(epoch from max(${suggestion.changedAt}))`,
      decided: sql<number>`count(${suggestion.decision})::int`,
    })
    .from(suggestion)
    .where(eq(suggestion.responseId, responseId));
  return [row?.all ?? 0, row?.changed ?? 0, row?.decided ?? 0].join(".");
}

async function openOf(db: Queryable, viewer: Viewer, responseId: ResponseId): Promise<SuggestionView[]> {
  const { id, madeAt, changedAt, after, base, proposed } = suggestion;
  const rows = await db
    .select({ id, madeAt, changedAt, after, base, proposed, by: { id: person.id, name: person.name } })
    .from(suggestion)
    .innerJoin(person, eq(person.id, suggestion.by))
    .where(and(eq(suggestion.responseId, responseId), isNull(suggestion.decision)))
    .orderBy(asc(madeAt), asc(id));
  return rows.map((row) => ({ ...row, ...written(row), isOwn: row.by.id === viewer.id }));
}

async function decidedOf(db: Queryable, viewer: Viewer, responseId: ResponseId): Promise<DecidedView[]> {
  const { id, decision, decidedAt, reason, base, proposed } = suggestion;
  const isOwn = and(eq(suggestion.responseId, responseId), eq(suggestion.by, viewer.id));
  const rows = await db
    .select({ id, decision, decidedAt, reason, base, proposed, by: person.name })
    .from(suggestion)
    .innerJoin(person, eq(person.id, suggestion.decidedBy))
    .where(and(isOwn, inArray(decision, ["accepted", "rejected"])))
    .orderBy(desc(decidedAt))
    .limit(DECIDED_SHOWN);
  return rows.flatMap(({ decidedAt: at, ...row }) => {
    const said = row.decision;
    return at && (said === "accepted" || said === "rejected") ? [{ ...row, ...written(row), decision: said, at }] : [];
  });
}

/** Open ones, oldest first. */
export async function openRuns(db: Queryable, responseId: ResponseId): Promise<(OpenRun & { id: SuggestionId })[]> {
  const { id, after, base, proposed, madeAt, changedAt } = suggestion;
  const rows = await db
    .select({ id, after, base, proposed, changedAt, by: person.name })
    .from(suggestion)
    .innerJoin(person, eq(person.id, suggestion.by))
    .where(and(eq(suggestion.responseId, responseId), isNull(suggestion.decision)))
    .orderBy(asc(madeAt), asc(id));
  return rows.map((row) => ({ ...row, ...written(row) }));
}

/** Asked in the transaction that freezes the text: as long as there is one it is not sent. [G8] */
export async function openIn(db: Queryable, responseId: ResponseId): Promise<OpenSuggestion[]> {
  return (await openRuns(db, responseId)).map(({ id, by, after, base }) => {
    const ids = base.map((block) => block.id);
    return { id, by, blockIds: ids.length > 0 || after === null ? ids : [after] };
  });
}

/** How many somebody has open in a text, and how much they are. */
export async function openOfPerson(db: Queryable, responseId: ResponseId, by: UserId) {
  const isOpen = and(eq(suggestion.responseId, responseId), eq(suggestion.by, by), isNull(suggestion.decision));
  const count = sql<number>`count(*)::int`;
  const bytes = sql<number>`coalesce(sum(octet_length(base::text) + octet_length(proposed::text)), 0)::int`;
  const [row] = await db.select({ count, bytes }).from(suggestion).where(isOpen);
  return row ?? { count: 0, bytes: 0 };
}
