import { eq } from "drizzle-orm";
import { newBlockId } from "../../../app/document-model/block-id";
import { type Block, type Link, SCHEMA_VERSION } from "../../../app/document-model/document";
import { writeDocument } from "../../../app/document-model/write";
import { connect, type Database } from "../../../db/client";
import {
  type CenterId,
  type ClauseId,
  type ConsultationId,
  type DocumentId,
  newId,
  type ResponseId,
  type UserId,
} from "../../../db/ids";
import { assignment, center, consultation, municipality, person, response } from "../../../db/schema";
import { addressOf, DEMO_MUNICIPALITY } from "../../../server/demo/people";
import { createDocumentStore } from "../../../server/document-store";
import { createJobs } from "../../../server/jobs";
import { createLog } from "../../../server/log";
import type { Town } from "../../world/people";
import { acceptedSource, type Sketch } from "../../world/source";

const SECTIONS = 20;
const PER_SECTION = 20;
const CENTERS = 12;
const RESPONSES = 12;
const PARAGRAPHS = 300;
/** Clauses whose number ends so are linked by nobody: those are for the person who links while one looks. */
const LEFT_OPEN = 20;
const DAY_MS = 86_400_000;

export type Filled = {
  consultationId: ConsultationId;
  responseId: ResponseId;
  open: { number: string; clauseId: ClauseId }[];
};

/** 12 hearings on one agreement of 400 clauses, all given to all of 12 centers, each with a text that links. */
export async function fill(databaseUrl: string): Promise<Filled> {
  const { db, sql } = connect(databaseUrl, { max: 2 });
  try {
    const town = await demoTown(db);
    const { versionId } = await acceptedSource(db, town, sketches());
    const rows = await sql<{ id: ClauseId; number: string; heading: string }[]>`select id, number, heading from clause
      where version_id = ${versionId} and kind = 'clause' order by position`;
    const centers = await twelve(db, town);
    const hearings: Filled[] = [];
    for (let count = 0; count < RESPONSES; count += 1) {
      const consultationId = await hearing(db, town, { versionId, count });
      await giveAll(db, town, { consultationId, clauses: rows.map(({ id }) => id), centers });
      const links = linksOf(
        rows.filter((_, index) => (index + 1) % PER_SECTION !== 0),
        centers,
        count,
      );
      const responseId = await begin(db, { databaseUrl, town, consultationId, links });
      const open = rows.filter((_, index) => (index + 1) % LEFT_OPEN === 0);
      hearings.push({
        consultationId,
        responseId,
        open: open.map(({ id, heading }) => ({ number: heading, clauseId: id })),
      });
    }
    await sql`analyze`;
    const [first] = hearings;
    if (!first) throw new Error("Expected a hearing to be filled.");
    return first;
  } finally {
    await sql.end();
  }
}

/** What `acceptedSource` needs of the demo's municipality. */
async function demoTown(db: Database): Promise<Town> {
  const [home] = await db.select().from(municipality).where(eq(municipality.name, DEMO_MUNICIPALITY.name));
  const [tove] = await db
    .select()
    .from(person)
    .where(eq(person.email, addressOf("tovholder")));
  if (!home || !tove) throw new Error("Expected the demo world in the database.");
  return { id: home.id, people: { tove: { id: tove.id } } } as unknown as Town; // The two that are asked for.
}

function sketches(): Sketch[] {
  return Array.from({ length: SECTIONS }, (_, section) => [
    "section",
    `Kapitel ${section + 1}`,
    "",
    Array.from({ length: PER_SECTION }, (_, at): Sketch => {
      const name = `Aftalepunkt ${String(section + 1).padStart(2, "0")}${String(at + 1).padStart(2, "0")}`;
      return ["clause", name, `Parterne aftaler ${name.toLowerCase()}. ${WORDS.repeat(2)}`];
    }),
  ]);
}

const WORDS =
  "Hospitalet giver kommunen besked samme dag, og kommunen svarer inden for et døgn, så borgeren ved, hvem der gør hvad. ";

async function twelve(db: Database, { id }: Town): Promise<CenterId[]> {
  const there = await db.select({ id: center.id }).from(center).where(eq(center.municipalityId, id));
  const more = Array.from({ length: CENTERS - there.length }, (_, index) => ({
    id: newId<CenterId>(),
    municipalityId: id,
    name: `Center for område ${index + 1}`,
    shortName: `Område ${index + 1}`,
    kind: "center" as const,
  }));
  await db.insert(center).values(more);
  return [...there, ...more].map((one) => one.id);
}

type Version = { versionId: typeof consultation.$inferInsert.versionId; count: number };

async function hearing(db: Database, { id: municipalityId, people }: Town, { versionId, count }: Version) {
  const id = newId<ConsultationId>();
  await db.insert(consultation).values({
    id,
    municipalityId,
    kind: "hearing",
    title: `Høring om det hele, nr. ${count + 1}`,
    sender: "Region Hovedstaden",
    versionId,
    deadline: dayFromNow(20),
    deadlineTime: null,
    caseNumber: `2026-${7000 + count}`,
    kle: "29.30.00",
    userKey: `HS-2031-${String(count + 1).padStart(4, "0")}`,
    coordinatorId: people.tove.id,
    createdAt: new Date(),
  });
  return id;
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

type Given = { consultationId: ConsultationId; clauses: readonly ClauseId[]; centers: readonly CenterId[] };

/** Deadlines a few days before and after today. */
async function giveAll(db: Database, { people }: Town, { consultationId, clauses, centers }: Given): Promise<void> {
  const by = { assignedBy: people.tove.id as UserId, assignedAt: new Date() };
  for (const [index, centerId] of centers.entries()) {
    const rows = clauses.map((clauseId, at) => ({
      consultationId,
      clauseId,
      centerId,
      deadline: dayFromNow(((index + Math.floor(at / PER_SECTION)) % 15) - 2),
      ...by,
    }));
    await db.insert(assignment).values(rows);
  }
}

/** Two links for each paragraph, spread over clauses and centers. */
function linksOf(clauses: readonly { id: ClauseId }[], centers: readonly CenterId[], count: number): Link[][] {
  const at = <One>(some: readonly One[], index: number) => some[index % some.length] as One;
  return Array.from({ length: PARAGRAPHS }, (_, index) =>
    [0, 1].map((second) => ({
      kind: "clause" as const,
      id: at(clauses, index * 7 + second * 3 + count).id,
      center: at(centers, index * 5 + second + count),
    })),
  );
}

type Beginning = { databaseUrl: string; town: Town; consultationId: ConsultationId; links: Link[][] };

async function begin(db: Database, { databaseUrl, town, consultationId, links }: Beginning): Promise<ResponseId> {
  const log = createLog("error");
  const store = createDocumentStore({
    db,
    clock: { now: () => new Date() },
    log,
    jobs: createJobs({ databaseUrl, log }),
    nodeId: "bench",
  });
  const blocks = links.map((_, index) => paragraph(`Bemærkning ${index + 1}. ${WORDS}`));
  const linked = Object.fromEntries(links.map((own, index) => [blocks[index]?.id ?? "", own]));
  const seed = writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: linked });
  const ids = { id: newId<ResponseId>(), documentId: newId<DocumentId>() };
  await db.transaction(async (tx) => {
    await store.create(tx, { id: ids.documentId, municipalityId: town.id, seed });
    const begun = { startedBy: town.people.tove.id, startedAt: new Date(), title: "Svar" };
    await tx.insert(response).values({ ...ids, municipalityId: town.id, consultationId, ...begun });
  });
  return ids.id;
}

function paragraph(text: string): Block {
  return { type: "block", id: newBlockId(), kind: "paragraph", level: 0, content: [{ text }] };
}
