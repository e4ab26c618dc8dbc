import { asc, eq } from "drizzle-orm";
import type { Queryable } from "../../../db/client";
import type { ResponseId } from "../../../db/ids";
import { overview, overviewRow, person } from "../../../db/schema";
import type { Viewer } from "../../identity/viewer";
import type { OutcomeDeps } from "../deps";
import { page } from "../page";
import type { AnsweredRemark, OverviewPage, OverviewRow } from "../shapes";
import { clearest, matchRows } from "./match";
import { verdictIn } from "./verdict";

/** The rows in the order they came, and for the one that is open which remarks it may answer. */
export async function overviewPage(
  deps: OutcomeDeps,
  viewer: Viewer,
  id: string,
  rowId?: string,
): Promise<OverviewPage> {
  const { responseId, remarks, can } = await page(deps, viewer, id);
  const rows = await rowsOf(deps.db, responseId);
  const overviews = (await overviewsOf(deps.db, responseId)).map((one) => {
    const own = rows.filter(({ overviewId }) => overviewId === one.id);
    return { ...one, rows: own.length, isInUse: own.some(({ state }) => state.kind === "recorded") };
  });
  return { responseId, overviews, rows, remarks, open: openIn(rows, remarks, rowId), can };
}

function openIn(
  rows: readonly OverviewRow[],
  remarks: readonly AnsweredRemark[],
  rowId?: string,
): OverviewPage["open"] {
  const wanted = rows.findIndex(({ id }) => id === rowId);
  const at = wanted >= 0 ? wanted : rows.findIndex(({ state }) => state.kind === "waiting");
  const row = rows[at];
  if (!row) return null;
  if (row.state.kind !== "waiting") return { row, proposed: [], chosen: null, outcome: null };
  const comparable = remarks.map(({ blockId, text, about }) => ({
    blockId,
    text,
    about: about.flatMap((clause) => (clause ? [clause] : [])),
  }));
  const proposed = matchRows(rows, comparable)(at);
  return { row, proposed, chosen: clearest(proposed)?.blockId ?? null, outcome: verdictIn(row) };
}

async function overviewsOf(db: Queryable, responseId: ResponseId) {
  const { id, kind, name, others, addedAt } = overview;
  return db
    .select({ id, kind, name, others, by: person.name, at: addedAt })
    .from(overview)
    .innerJoin(person, eq(person.id, overview.addedBy))
    .where(eq(overview.responseId, responseId))
    .orderBy(asc(overview.addedAt), asc(overview.id));
}

async function rowsOf(db: Queryable, responseId: ResponseId): Promise<OverviewRow[]> {
  const rows = await db
    .select({ row: overviewRow, by: person.name })
    .from(overviewRow)
    .innerJoin(overview, eq(overview.id, overviewRow.overviewId))
    .leftJoin(person, eq(person.id, overviewRow.settledBy))
    .where(eq(overview.responseId, responseId))
    .orderBy(asc(overview.addedAt), asc(overview.id), asc(overviewRow.position));
  return rows.map(({ row, by }) => asRow(row, by ?? ""));
}

function asRow(stored: typeof overviewRow.$inferSelect, by: string): OverviewRow {
  const { settled, outcome, reason, records, settledBy: _by, settledAt, position: _at, ...row } = stored;
  if (!settled || !settledAt) return { ...row, state: { kind: "waiting" } };
  if (settled === "set-aside" || !outcome) return { ...row, state: { kind: "set-aside", by, at: settledAt } };
  const blockIds = records.map(({ blockId }) => blockId);
  return { ...row, state: { kind: "recorded", outcome, reason, blockIds, by, at: settledAt } };
}
