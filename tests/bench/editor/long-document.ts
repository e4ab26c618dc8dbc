import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { asc, eq } from "drizzle-orm";
import * as Y from "yjs";
import { allBlocks, textOf } from "../../../app/document-model/document";
import { readDocument } from "../../../app/document-model/read";
import { connect, type Database } from "../../../db/client";
import type { DocumentId, ResponseId } from "../../../db/ids";
import { center, clause, consultation, document, documentUpdate, person, response } from "../../../db/schema";
import { HEARING } from "../../../server/demo/hearing";
import { addressOf, type DemoPerson } from "../../../server/demo/people";
import { createSnapshots, replay } from "../../../server/document-store";
import { createJobs } from "../../../server/jobs";
import { createLog } from "../../../server/log";
import { seeded } from "../../sync/random";
import { type Written, writeHistory } from "./history";
import { countWords } from "./words";

const WORDS = 30_000;
const UPDATES = 100_000;
const CLIENTS = 20;
/** As long a tail as the store leaves before it makes the next snapshot: a load has to read it too. */
const TAIL = 500;
const WRITERS: readonly DemoPerson[] = ["tovholder", "bidragyder.social", "bidragyder.aeldre", "bidragyder.boern"];

/** What the demo's hearing has become: a text as long as any, of which the page is to take no notice. */
export type LongDocument = {
  responseId: ResponseId;
  documentId: DocumentId;
  /** Paragraphs of the top level, in order, that are some words long. */
  blockIds: string[];
  facts: string;
};

/** Goes on with the demo's half-written text in its own log, as if many people had done so for weeks. */
export async function plantLongDocument(databaseUrl: string): Promise<LongDocument> {
  const { db, sql } = connect(databaseUrl, { max: 2 });
  try {
    const found = await demoResponse(db);
    const doc = replay(await logOf(db, found));
    const clientIds = Array.from({ length: CLIENTS }, (_, index) => 2 ** 31 + 7_919 * (index + 1));
    const plan = { random: seeded(30_000), clientIds, words: WORDS, updates: UPDATES - found.headSeq };
    const log = writeHistory(doc, { ...plan, links: await targets(db, found.versionId) });
    const by = authors(clientIds, await writers(db));
    const copied = await copyIn(sql, found, log.slice(0, -TAIL), by);
    await keepSnapshot(db, databaseUrl, copied);
    await copyIn(sql, copied, log.slice(-TAIL), by);
    await issue(sql, found, by);
    return { ...found, documentId: found.id, ...described(doc, log) };
  } finally {
    await sql.end();
  }
}

type Found = Awaited<ReturnType<typeof demoResponse>>;

async function demoResponse(db: Database) {
  const [found] = await db
    .select({
      responseId: response.id,
      id: document.id,
      epoch: document.epoch,
      headSeq: document.headSeq,
      versionId: consultation.versionId,
    })
    .from(response)
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .innerJoin(document, eq(document.id, response.documentId))
    .where(eq(consultation.title, HEARING.title));
  if (!found) throw new Error(`Expected the demo's hearing "${HEARING.title}" to have a text; found none.`);
  return found;
}

async function targets(db: Database, versionId: Found["versionId"]) {
  const clauses = await db.select().from(clause).where(eq(clause.versionId, versionId)).orderBy(asc(clause.id));
  const centers = await db.select().from(center).orderBy(asc(center.name));
  return clauses.flatMap(({ id }) => centers.map((by) => ({ kind: "clause" as const, id, center: by.id })));
}

async function writers(db: Database) {
  const all = await db.select({ id: person.id, email: person.email }).from(person);
  return all.filter(({ email }) => WRITERS.some((key) => addressOf(key) === email)).map(({ id }) => id);
}

async function logOf(db: Database, { id }: Found): Promise<Uint8Array[]> {
  const rows = await db.select().from(documentUpdate).where(eq(documentUpdate.documentId, id));
  return rows.sort((one, other) => one.seq - other.seq).map(({ payload }) => payload);
}

type Author = { userId: string; sessionId: string };

function authors(clientIds: readonly number[], people: readonly string[]): Map<number, Author> {
  return new Map(
    clientIds.map((id, index) => [id, { userId: people[index % people.length] ?? "", sessionId: randomUUID() }]),
  );
}

type Sql = ReturnType<typeof connect>["sql"];
type By = ReadonlyMap<number, Author>;

/** The rows go in by COPY: a hundred thousand in a second or two. Answers where the document stands then. */
async function copyIn(sql: Sql, found: Found, log: readonly Written[], by: By): Promise<Found> {
  const { id, epoch, headSeq } = found;
  const start = Date.now() - (UPDATES - headSeq) * 1000;
  const rows = await sql`copy document_update
    (document_id, epoch, seq, user_id, session_id, node_id, origin, payload, bytes, at) from stdin`.writable();
  for (const [index, { payload, clientId }] of log.entries()) {
    const { userId = "", sessionId = "" } = by.get(clientId) ?? {};
    const written = [`\\\\x${Buffer.from(payload).toString("hex")}`, payload.byteLength];
    const at = new Date(start + index * 1000).toISOString();
    const row = [id, epoch, headSeq + 1 + index, userId, sessionId, "bench", "client", ...written, at];
    if (!rows.write(`${row.join("\t")}\n`)) await once(rows, "drain");
  }
  rows.end();
  await once(rows, "finish");
  const bytes = log.reduce((total, { payload }) => total + payload.byteLength, 0);
  const [row] = await sql<{ headSeq: number }[]>`update document
    set head_seq = head_seq + ${log.length}, tail_bytes = tail_bytes + ${bytes} where id = ${id}
    returning head_seq::float8 as "headSeq"`;
  return { ...found, headSeq: row?.headSeq ?? 0 };
}

/** The store's own, as it would have made it at that moment. */
async function keepSnapshot(db: Database, databaseUrl: string, { id, headSeq }: Found): Promise<void> {
  const log = createLog("error");
  const snapshots = createSnapshots({ db, databaseUrl, jobs: createJobs({ databaseUrl, log }), log });
  snapshots.consider({ id, headSeq, snapshotSeq: 0, tailBytes: 0 });
  await snapshots.idle();
  await snapshots.stop();
}

/** The client ids as the server would have issued them. */
async function issue(sql: Sql, { id }: Found, by: By): Promise<void> {
  for (const [clientId, { userId, sessionId }] of by) {
    await sql`insert into document_client (document_id, client_id, user_id, session_id, nonce, at)
      values (${id}, ${clientId}, ${userId}, ${sessionId}, ${randomUUID()}, now())`;
  }
  await sql`analyze document_update`;
}

function described(doc: Y.Doc, log: Written[]) {
  const text = readDocument(doc);
  const blocks = [...allBlocks(text)];
  const words = blocks.reduce((total, block) => total + countWords(textOf(block)), 0);
  const links = Object.values(text.links).flat().length;
  const bytes = Y.encodeStateAsUpdate(doc).byteLength;
  const logBytes = log.reduce((total, { payload }) => total + payload.byteLength, 0);
  const top = text.blocks.flatMap((block) => (block.type === "block" && textOf(block).length > 120 ? [block.id] : []));
  return {
    blockIds: top,
    facts: `${words} words in ${blocks.length} blocks, ${links} links; log ${UPDATES} updates, ${kib(logBytes)}; state ${kib(bytes)}`,
  };
}

function kib(bytes: number): string {
  return `${Math.round(bytes / 1024)} KiB`;
}
