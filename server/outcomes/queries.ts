import { eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../../db/client";
import { shortNameIn } from "../../db/guests";
import { type CenterId, type ClauseId, type ConsultationId, isId, type ResponseId } from "../../db/ids";
import { center, clause, documentVersion, outcome, person } from "../../db/schema";
import { documentIn } from "../document-store";
import type { matterOfResponse } from "../standing";
import { roundState } from "../standing/rules";
import { remarksIn, type SaidRemark } from "./rules";
import type { About, RecordedOutcome } from "./shapes";

type Matter = Awaited<ReturnType<typeof matterOfResponse>>;

/** The remarks of the version that stands approved; null when none does. */
export async function approvedRemarks(db: Queryable, { round }: Pick<Matter, "round">): Promise<SaidRemark[] | null> {
  if (!round || roundState(round) !== "approved") return null;
  const { canonical, sha256 } = documentVersion;
  const [version] = await db
    .select({ canonical, sha256 })
    .from(documentVersion)
    .where(eq(documentVersion.id, round.versionId));
  return version ? remarksIn(documentIn(version)) : null;
}

export async function recordedOf(db: Queryable, responseId: ResponseId): Promise<Map<string, RecordedOutcome>> {
  const rows = await db
    .select({ row: outcome, by: person.name })
    .from(outcome)
    .innerJoin(person, eq(person.id, outcome.recordedBy))
    .where(eq(outcome.responseId, responseId));
  return new Map(
    rows.map(({ row, by }) => [row.blockId, { outcome: row.outcome, reason: row.reason, by, at: row.recordedAt }]),
  );
}

export async function clausesOf(db: Queryable, remarks: readonly SaidRemark[]): Promise<Map<string, About & {}>> {
  const links = remarks.flatMap((remark) => remark.links.filter(({ kind }) => kind === "clause"));
  const ids = [...new Set(links.map(({ id }) => id))].filter((id) => isId<ClauseId>(id));
  if (ids.length === 0) return new Map();
  // What a correction has joined to another means that one. [S18]
  const living = alias(clause, "living");
  const { id, versionId, position, number, heading, text } = living;
  const rows = await db
    .select({ linked: clause.id, about: { id, versionId, position, number, heading, text } })
    .from(clause)
    .innerJoin(living, sql`${living.id} = coalesce(${clause.joinedIntoId}, ${clause.id})`)
    .where(inArray(clause.id, ids));
  return new Map(rows.map(({ linked, about }) => [linked, about]));
}

export async function centersOf(
  db: Queryable,
  hearing: ConsultationId,
  remarks: readonly SaidRemark[],
): Promise<Map<string, string>> {
  const named = [...new Set(remarks.flatMap(({ links }) => links.map((link) => link.center)))];
  const ids = named.filter((id) => isId<CenterId>(id));
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: center.id, shortName: shortNameIn(hearing) })
    .from(center)
    .where(inArray(center.id, ids));
  return new Map(rows.map(({ id, shortName }) => [id, shortName]));
}
