import { eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { ClauseId, SourceVersionId } from "../../../db/ids";
import { clause } from "../../../db/schema";
import { sha256 } from "../../sha256";
import { contentOf } from "../clause-rows";
import type { Difference, StoredClause } from "./rows";

/**
 * Writes a difference to the clauses' rows, in an order in which no two living ones ever have one position: first what
 * leaves the order, then what moves steps aside, then all take their places, and what comes back comes last.
 */
export async function writeDifference(tx: Transaction, versionId: SourceVersionId, { made, changed }: Difference) {
  const joined = changed.filter(({ before }) => "joinedIntoId" in before).map(({ after }) => after);
  const moved = changed.filter(({ before }) => isPlace(before)).map(({ after }) => after);
  const reworded = changed.filter(({ before }) => isWording(before)).map(({ after }) => after);
  for (const row of joined) if (row.joinedIntoId !== null) await point(tx, row);
  await stepAside(tx, moved);
  if (made.length > 0) await tx.insert(clause).values(made.map((row) => insertOf(versionId, row)));
  await takePlaces(tx, moved);
  for (const row of reworded) await reword(tx, row);
  for (const row of joined) if (row.joinedIntoId === null) await point(tx, row);
}

function isPlace(before: Partial<StoredClause>): boolean {
  return ["position", "parentId", "depth", "kind", "page"].some((field) => field in before);
}

function isWording(before: Partial<StoredClause>): boolean {
  return ["number", "heading", "text"].some((field) => field in before);
}

// The ids are those of rows of `clause`, or made by newId() for one.
const idOf = ({ id }: { id: string }) => id as ClauseId;

function insertOf(versionId: SourceVersionId, row: StoredClause): typeof clause.$inferInsert {
  const { parentId, joinedIntoId, ...rest } = row;
  return {
    ...rest,
    id: idOf(row),
    versionId,
    parentId: parentId as ClauseId | null,
    joinedIntoId: joinedIntoId as ClauseId | null,
    contentHash: sha256(contentOf(row)),
  };
}

async function point(tx: Transaction, row: StoredClause): Promise<void> {
  const joinedIntoId = row.joinedIntoId as ClauseId | null;
  await tx
    .update(clause)
    .set({ joinedIntoId })
    .where(eq(clause.id, idOf(row)));
}

async function stepAside(tx: Transaction, moved: readonly StoredClause[]): Promise<void> {
  if (moved.length === 0) return;
  const aside = { position: sql`-1 - ${clause.position}` };
  await tx
    .update(clause)
    .set(aside)
    .where(inArray(clause.id, moved.map(idOf)));
}

/** One statement, and no word in it: searching follows words, and need not hear of places. */
async function takePlaces(tx: Transaction, moved: readonly StoredClause[]): Promise<void> {
  if (moved.length === 0) return;
  const places = moved.map(({ id, parentId, position, depth, kind, page }) => ({
    id,
    parent_id: parentId,
    position,
    depth,
    kind,
    page,
  }));
  await tx.execute(sql`
    update clause set parent_id = place.parent_id, position = place.position, depth = place.depth, kind = place.kind,
      page = place.page
    from jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb)
      as place(id uuid, parent_id uuid, position int, depth int, kind text, page int)
    where clause.id = place.id`);
}

async function reword(tx: Transaction, row: StoredClause): Promise<void> {
  const { number, heading, text } = row;
  const words = { number, heading, text, contentHash: sha256(contentOf(row)) };
  await tx
    .update(clause)
    .set(words)
    .where(eq(clause.id, idOf(row)));
}
