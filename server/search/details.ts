import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../../db/client";
import { shortNameIn } from "../../db/guests";
import type { CenterId, ClauseId, DocumentId, ResponseId, SourceVersionId } from "../../db/ids";
import {
  center,
  clause,
  consultation,
  outcome,
  paragraph,
  paragraphLink,
  person,
  response,
  source,
  sourceVersion,
} from "../../db/schema";
import type { Candidate } from "./candidates";
import { recordedIn } from "./remarks";
import { CLOSES, OPENS, parts } from "./rules";
import type { Hit, Remark } from "./shapes";

/** What a page of hits shows: the words with the hits marked, and where they stand. Six queries, whatever the number. */
export async function detailed(db: Queryable, found: readonly Candidate[]): Promise<Hit[]> {
  if (found.length === 0) return [];
  const words = await wording(db, found);
  const places = await placesOf(db, found);
  return found.flatMap((one, index) => {
    const said = words.find(({ n }) => n === index + 1);
    const place = places.find(({ holder, part }) => holder === one.holder && part === one.part);
    // Gone since it was found.
    if (!said || !place) return [];
    const title = parts(said.title, said.markedTitle, true);
    const text = parts(said.body, said.markedBody, false);
    return [{ id: `${one.holder}/${one.part}`, way: one.way, at: new Date(one.at), title, text, ...place.of }];
  });
}

const MARKS = `HighlightAll=true, StartSel=${OPENS}, StopSel=${CLOSES}`;

/** Marked in the plain form of the words, which has each sign where the text has it. */
function wording(db: Queryable, found: readonly Candidate[]) {
  type Row = { n: number; title: string; body: string; markedTitle: string; markedBody: string };
  const kinds = found.map((one) => one.kind);
  const [holders, blocks, queries] = [
    found.map((one) => one.holder),
    found.map((one) => one.part),
    found.map((one) => one.query),
  ];
  return db.execute<Row>(sql`
    select key.n::int, ground.title, ground.body,
      ts_headline('danish', search_plain(ground.title), key.query::tsquery, ${MARKS}) as "markedTitle",
      ts_headline('danish', search_plain(ground.body), key.query::tsquery, ${MARKS}) as "markedBody"
    from unnest(${sql.param(kinds)}::text[], ${sql.param(holders)}::uuid[], ${sql.param(blocks)}::text[], ${sql.param(queries)}::text[])
      with ordinality key(kind, holder, part, query, n)
    cross join lateral (select * from search_ground g where g.kind = key.kind and g.holder = key.holder and g.part = key.part limit 1) ground`);
}

type Of<Kind extends Hit["kind"]> = Omit<Extract<Hit, { kind: Kind }>, "id" | "way" | "at" | "title" | "text">;
type Place = { holder: string; part: string; of: Of<"source"> | Of<"clause"> | Of<"remark"> | Of<"response"> };

async function placesOf(db: Queryable, found: readonly Candidate[]): Promise<Place[]> {
  const of = (kind: Hit["kind"]) => found.filter((one) => one.kind === kind);
  return [
    ...(await versions(db, of("source"))),
    ...(await clauses(db, of("clause"))),
    ...(await responses(db, of("response"))),
    ...(await remarks(db, of("remark"))),
  ];
}

const ofSource = { versionId: sourceVersion.id, sourceTitle: source.title, sourceLabel: sourceVersion.label };
const ofHearing = { responseId: response.id, userKey: consultation.userKey, hearing: consultation.title };

// The holders' kinds are in the entry beside them.
const idsOf = <Id extends string>(found: readonly Candidate[]) => found.map(({ holder }) => holder as Id);

async function versions(db: Queryable, found: readonly Candidate[]): Promise<Place[]> {
  if (found.length === 0) return [];
  const rows = await db
    .select(ofSource)
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(inArray(sourceVersion.id, idsOf<SourceVersionId>(found)));
  return rows.map((row) => ({ holder: row.versionId, part: "", of: { kind: "source", ...row } }));
}

async function clauses(db: Queryable, found: readonly Candidate[]): Promise<Place[]> {
  if (found.length === 0) return [];
  const rows = await db
    .select({ clauseId: clause.id, ...ofSource })
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(inArray(clause.id, idsOf<ClauseId>(found)));
  return rows.map((row) => ({ holder: row.clauseId, part: "", of: { kind: "clause", ...row } }));
}

async function responses(db: Queryable, found: readonly Candidate[]): Promise<Place[]> {
  if (found.length === 0) return [];
  const rows = await db
    .select(ofHearing)
    .from(response)
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .where(inArray(response.id, idsOf<ResponseId>(found)));
  return rows.map((row) => ({ holder: row.responseId, part: "", of: { kind: "response", ...row } }));
}

async function remarks(db: Queryable, found: readonly Candidate[]): Promise<Place[]> {
  if (found.length === 0) return [];
  const documents = [...new Set(idsOf<DocumentId>(found))];
  const blocks = [...new Set(found.map(({ part }) => part))];
  const { documentId, blockId, heading } = paragraph;
  const rows = await db
    .select({ documentId, blockId, heading, outcome, recordedBy: person.name, ...ofHearing })
    .from(paragraph)
    .innerJoin(response, eq(response.documentId, paragraph.documentId))
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .leftJoin(outcome, and(eq(outcome.responseId, response.id), eq(outcome.blockId, blockId)))
    .leftJoin(person, eq(person.id, outcome.recordedBy))
    .where(and(inArray(documentId, documents), inArray(blockId, blocks)));
  const links = await linksOf(db, documents, blocks);
  return rows.map(({ documentId: holder, outcome: made, recordedBy, ...row }) => {
    const mine = links.filter((link) => link.documentId === holder && link.blockId === row.blockId);
    const linked = { centers: named(mine.map((link) => link.center)), clauses: named(mine.map((link) => link.number)) };
    const said = { by: saidBy(mine), outcome: recordedIn({ outcome: made, recordedBy }) };
    return { holder, part: row.blockId, of: { kind: "remark", ...row, ...linked, ...said } };
  });
}

/** Each center once with each stance it has taken. */
function saidBy(links: Awaited<ReturnType<typeof linksOf>>): Remark["by"] {
  const by = links.flatMap(({ center: name, stance }) => (name ? [{ center: name, stance }] : []));
  return [...new Map(by.map((one) => [`${one.stance} ${one.center}`, one])).values()];
}

const living = alias(clause, "living");

function linksOf(db: Queryable, documents: DocumentId[], blocks: string[]) {
  const { documentId, blockId, targetId, targetKind } = paragraphLink;
  return (
    db
      .select({
        documentId,
        blockId,
        center: shortNameIn(response.consultationId),
        number: living.number,
        stance: paragraphLink.stance,
      })
      .from(paragraphLink)
      .innerJoin(response, eq(response.documentId, documentId))
      .leftJoin(center, eq(center.id, sql<CenterId>`${paragraphLink.centerId}`))
      .leftJoin(clause, and(eq(clause.id, sql<ClauseId>`${targetId}`), eq(targetKind, "clause")))
      // What a correction has joined to another is called by that one's number. [S18]
      .leftJoin(living, sql`${living.id} = coalesce(${clause.joinedIntoId}, ${clause.id})`)
      .where(and(inArray(documentId, documents), inArray(blockId, blocks)))
      .orderBy(center.name, living.position)
  );
}

function named(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null && name !== "") as string[])];
}
