import { inArray } from "drizzle-orm";
import { setIfUndefined } from "lib0/map";
import type { ResponseDocument } from "../../app/document-model/document";
import type { Queryable } from "../../db/client";
import { centerNameIn } from "../../db/guests";
import type { ClauseId, ConsultationId } from "../../db/ids";
import { center } from "../../db/schema";
import type { ClauseRow } from "../agreements/shapes";
import type { Carried } from "../carry-over/shapes";
import { groundNow, undecidedIn } from "./carried";
import { coverageGrounds } from "./queries";
import { type Cell, cellsOf, isHole, linkedIn } from "./rules";
import type { Undecided } from "./shapes";
import { undecidedBy } from "./undecided";

/** What stands between a text and its approval, by name and in reading order: which clause waits for whom. [C4] [C15] */
export async function openOf(
  db: Queryable,
  consultationId: ConsultationId,
  { clauses, carried, today }: { clauses: readonly ClauseRow[]; carried: Carried; today: string },
): Promise<{ holes: { clause: string; center: string }[]; undecided: Undecided[] }> {
  const ground = (await coverageGrounds(db, [consultationId])).get(consultationId);
  if (!ground) return { holes: [], undecided: [] };
  const holes = cellsOf(groundNow(ground, carried), today).filter(isHole);
  return {
    holes: await named(db, consultationId, holes, clauses),
    undecided: await undecidedBy(db, ground, carried),
  };
}

/** The same of a frozen text, by its own links instead of the projection's: the projection may lag, these cannot. [A4] */
export async function openIn(
  db: Queryable,
  consultationId: ConsultationId,
  { text, carried, today }: { text: ResponseDocument; carried: Carried; today: string },
): Promise<{ holes: number; undecided: number }> {
  const rows = (await coverageGrounds(db, [consultationId])).get(consultationId);
  if (!rows) return { holes: 0, undecided: 0 };
  const ground = { ...rows, linked: linkedIn(text) };
  const holes = cellsOf(groundNow(ground, carried), today).filter(isHole).length;
  return { holes, undecided: undecidedIn(ground, carried).size };
}

async function named(db: Queryable, hearing: ConsultationId, holes: readonly Cell[], clauses: readonly ClauseRow[]) {
  const ids = [...new Set(holes.map((hole) => hole.centerId))];
  const centers = await db
    .select({ id: center.id, name: centerNameIn(hearing) })
    .from(center)
    .where(inArray(center.id, ids));
  const nameOf = new Map(centers.map(({ id, name }) => [id, name]));
  const holesOf = new Map<ClauseId, Cell[]>();
  for (const hole of holes) setIfUndefined(holesOf, hole.clauseId, (): Cell[] => []).push(hole);
  return clauses.flatMap(({ id, path }) =>
    (holesOf.get(id) ?? []).map((hole) => ({ clause: path, center: nameOf.get(hole.centerId) ?? "" })),
  );
}
