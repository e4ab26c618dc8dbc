import { and, asc, eq, gte, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../../db/client";
import type { MunicipalityId } from "../../db/ids";
import { kleChoice, kleList, kleNumber, person } from "../../db/schema";
import { wordsOf } from "./rules";
import type { KleKind, KleListPage, KleNumber } from "./shapes";

const next = alias(kleNumber, "next");

const columns = {
  number: kleNumber.number,
  title: kleNumber.title,
  validFrom: kleNumber.validFrom,
  validTo: kleNumber.validTo,
  nextNumber: next.number,
  nextTitle: next.title,
};

/** A successor that the list does not have is none to be told of. */
function numbersIn(db: Queryable) {
  const isNext = and(
    eq(next.municipalityId, kleNumber.municipalityId),
    eq(next.kind, kleNumber.kind),
    eq(next.number, kleNumber.successor),
  );
  return db.select(columns).from(kleNumber).leftJoin(next, isNext).$dynamic();
}

type Row = Awaited<ReturnType<typeof numbersIn>>[number];

function asNumber({ nextNumber, nextTitle, ...number }: Row): KleNumber {
  return { ...number, successor: nextNumber && nextTitle ? { number: nextNumber, title: nextTitle } : null };
}

function isOf(municipalityId: MunicipalityId, kind: KleKind) {
  return and(eq(kleNumber.municipalityId, municipalityId), eq(kleNumber.kind, kind));
}

/** One number; null where the list does not have it. */
export async function numberOf(db: Queryable, municipalityId: MunicipalityId, kind: KleKind, number: string) {
  const [found] = await numbersIn(db).where(and(isOf(municipalityId, kind), eq(kleNumber.number, number)));
  return found ? asNumber(found) : null;
}

export async function listOf(db: Queryable, municipalityId: MunicipalityId, kind: KleKind) {
  const isIt = and(eq(kleList.municipalityId, municipalityId), eq(kleList.kind, kind));
  const [found] = await db
    .select({ list: kleList, importedBy: person.name })
    .from(kleList)
    .innerJoin(person, eq(person.id, kleList.importedBy))
    .where(isIt);
  return found ?? null;
}

const MOST = 12;

/** By the beginning of the number, else by all words; what has them in its title comes first. */
export async function search(
  db: Queryable,
  municipalityId: MunicipalityId,
  kind: KleKind,
  query: string,
): Promise<KleNumber[]> {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const beginsSo = sql`starts_with(lower(${kleNumber.number}), ${query.trim().toLowerCase()})`;
  const hasAll = words.map((word) => sql`position(${word} in ${kleNumber.words}) > 0`);
  const inTitle = words.map(
    (word) => sql`(position(${word} in ${kleNumber.words}) between 1 and char_length(${kleNumber.title}))::int`,
  );
  const rows = await numbersIn(db)
    .where(and(isOf(municipalityId, kind), sql`(${beginsSo} or (${sql.join(hasAll, sql` and `)}))`))
    .orderBy(sql`${beginsSo} desc`, sql`${sql.join(inTitle, sql` + `)} desc`, asc(kleNumber.number))
    .limit(MOST);
  return rows.map(asNumber);
}

const ENDING_SHOWN = 40;

export async function listPage(
  db: Queryable,
  municipalityId: MunicipalityId,
  kind: KleKind,
  today: string,
): Promise<KleListPage | null> {
  const found = await listOf(db, municipalityId, kind);
  if (!found) return null;
  const { edition, fileName, count: numbers, importedAt } = found.list;
  const ends = and(isOf(municipalityId, kind), isNotNull(kleNumber.validTo), gte(kleNumber.validTo, today));
  const ending = await numbersIn(db)
    .where(ends)
    .orderBy(asc(kleNumber.validTo), asc(kleNumber.number))
    .limit(ENDING_SHOWN);
  const about = { edition, fileName, count: numbers, importedBy: found.importedBy, importedAt };
  return { ...about, ending: ending.map(asNumber) };
}

export async function facetChosen(db: Queryable, municipalityId: MunicipalityId): Promise<string> {
  const isOurs = eq(kleChoice.municipalityId, municipalityId);
  const [found] = await db.select({ facet: kleChoice.facet }).from(kleChoice).where(isOurs);
  return found?.facet ?? "";
}
