import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { type ClauseId, isId } from "../../db/ids";
import { carryOver, clause, source, sourceVersion } from "../../db/schema";
import type { Viewer } from "../identity/viewer";
import { pageOf } from "../paging";
import { mayRead } from "../standing/rules";
import type { SearchDeps } from "./deps";
import { MAX_ROWS, rowsOf, together } from "./remarks";
import type { ClauseHistory, Next, Wording } from "./shapes";

/** Ten years of a clause that everybody comments on are hundreds of them. */
const A_PAGE = 30;
const NOTHING: ClauseHistory = {
  remarks: [],
  page: 1,
  pages: 1,
  total: { remarks: 0, texts: 0 },
  isBounded: false,
  earlier: [],
  next: [],
};

/** A remark given on what a clause came from is one on the clause: by decisions, never by a guess. [Q8] [Q20] */
export async function history(
  { db }: SearchDeps,
  viewer: Viewer,
  asked: readonly string[],
  wanted: number,
): Promise<ClauseHistory> {
  const [own, ...ancestors] = asked.filter((id) => isId<ClauseId>(id));
  if (!mayRead(viewer) || !own) return NOTHING;
  const rows = await rowsOf(db, viewer, [own, ...ancestors]);
  const wordings = await wordingsOf(db, viewer, ancestors);
  const all = together(viewer, rows);
  const { shown, page, pages } = pageOf(all, wanted, A_PAGE);
  return {
    remarks: shown,
    page,
    pages,
    total: { remarks: all.length, texts: new Set(all.map(({ responseId }) => responseId)).size },
    isBounded: rows.length === MAX_ROWS,
    earlier: ancestors.flatMap((id) => wordings.find((wording) => wording.id === id) ?? []),
    next: await nextOf(db, viewer, own),
  };
}

const WORDING = {
  id: clause.id,
  number: clause.number,
  heading: clause.heading,
  text: clause.text,
  versionId: sourceVersion.id,
  edition: sourceVersion.number,
  label: sourceVersion.label,
};

async function wordingsOf(db: Queryable, viewer: Viewer, ids: ClauseId[]): Promise<Wording[]> {
  if (ids.length === 0) return [];
  return db
    .select(WORDING)
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(and(inArray(clause.id, ids), eq(source.municipalityId, viewer.municipality.id)));
}

/** In each accepted version that follows its own, by what has been decided; nothing where none does. */
async function nextOf(db: Queryable, viewer: Viewer, id: ClauseId): Promise<Next[]> {
  const own = db.select({ id: clause.versionId }).from(clause).where(eq(clause.id, id));
  const versions = await db
    .select({ versionId: sourceVersion.id, edition: sourceVersion.number, label: sourceVersion.label })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(
      and(
        inArray(sourceVersion.followsId, own),
        isNotNull(sourceVersion.acceptedAt),
        eq(source.municipalityId, viewer.municipality.id),
      ),
    )
    .orderBy(asc(sourceVersion.number));
  if (versions.length === 0) return [];
  const steps = await db
    // One that a correction has joined to another since means that one. [S18]
    .select({
      versionId: carryOver.toVersionId,
      change: carryOver.change,
      to: sql<ClauseId | null>`coalesce(${clause.joinedIntoId}, ${clause.id})`,
    })
    .from(carryOver)
    .leftJoin(clause, eq(clause.id, carryOver.toClauseId))
    .where(and(eq(carryOver.fromClauseId, id), isNull(carryOver.undoneAt)));
  const wordings = await wordingsOf(
    db,
    viewer,
    steps.flatMap(({ to }) => to ?? []),
  );
  return versions.map((version): Next => {
    const taken = steps.filter((step) => step.versionId === version.versionId);
    const to = taken.flatMap((step) => wordings.find((wording) => wording.id === step.to) ?? []);
    if (to.length > 0) return { ...version, state: "carried", to };
    if (taken.some(({ change }) => change === "met")) return { ...version, state: "met" };
    return { ...version, state: taken.length > 0 ? "dropped" : "undecided" };
  });
}
