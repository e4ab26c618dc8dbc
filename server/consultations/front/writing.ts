import { and, eq, inArray, sql } from "drizzle-orm";
import { Touched } from "../../../app/document-model/touched";
import type { Queryable } from "../../../db/client";
import type { DocumentId, UserId } from "../../../db/ids";
import { document, documentSnapshot, documentUpdate, paragraph, person } from "../../../db/schema";
import { replay } from "../../document-store";
import type { ConsultationDeps } from "../deps";
import type { Entry } from "./rules";
import type { Deed } from "./shapes";

/** So much of the log's end is looked at: what a dozen people write in some days. */
const MOST_UPDATES = 20_000;
const MOST_DAYS = 30;
/** Of so many bytes a text takes 20 ms or more to read: then it is not said where in it somebody wrote. */
const LONG = 128 * 1024;

/** Who has written in the text, person by person and day by day, and under which heading last. */
export async function writingIn({ db, documents }: ConsultationDeps, documentId: DocumentId): Promise<Entry[]> {
  const days = await writingDays(db, documentId);
  const places = days.length > 0 ? await placesOf(db, documents, documentId, days) : new Map<number, Deed["last"]>();
  return days.map(({ userId, name, at, seq }) => ({
    who: { id: userId, name },
    at: new Date(at),
    kind: "written",
    things: ["text"],
    about: null,
    last: places.get(Number(seq)) ?? null,
  }));
}

type WritingDay = { userId: UserId; name: string; at: string; seq: string };

/** By the log's own key from its end, so that a long log costs no more than a short one. */
async function writingDays(db: Queryable, documentId: DocumentId): Promise<WritingDay[]> {
  const rows = await db.execute<WritingDay>(sql`
    select written.user_id as "userId", ${person.name} as name, max(written.at) as at, max(written.seq) as seq
    from (
      select user_id, at, seq, (at at time zone 'Europe/Copenhagen')::date as day from ${documentUpdate}
      where document_id = ${documentId} and origin = 'client' and user_id is not null
        and epoch = (select epoch from ${document} where id = ${documentId})
      order by seq desc limit ${MOST_UPDATES}
    ) written
    join ${person} on ${person.id} = written.user_id
    group by written.user_id, ${person.name}, written.day order by max(written.seq) desc limit ${MOST_DAYS}`);
  return [...rows];
}

/** The heading over the last paragraph that each of these updates wrote in, where it still stands. */
async function placesOf(
  db: Queryable,
  documents: ConsultationDeps["documents"],
  documentId: DocumentId,
  days: readonly WritingDay[],
): Promise<Map<number, Deed["last"]>> {
  if ((await bytesOf(db, documentId)) > LONG) return new Map();
  const loaded = await documents.load(documentId);
  if (!loaded) return new Map();
  const { seq, payload, epoch } = documentUpdate;
  const isAsked = inArray(
    seq,
    days.map((one) => Number(one.seq)),
  );
  const updates = await db
    .select({ seq, payload })
    .from(documentUpdate)
    .where(and(eq(documentUpdate.documentId, documentId), eq(epoch, loaded.epoch), isAsked));
  const doc = replay(loaded.updates);
  const blocks = updates.flatMap((update) => {
    const touched = new Touched(doc);
    touched.add(update.payload);
    const [blockId] = touched.ids();
    return blockId ? [{ seq: update.seq, blockId }] : [];
  });
  doc.destroy();
  const headings = await headingsOf(db, documentId, [...new Set(blocks.map(({ blockId }) => blockId))]);
  return new Map(
    blocks.flatMap(({ seq: at, blockId }) => {
      const heading = headings.get(blockId);
      return heading ? [[at, { blockId, heading }] as const] : [];
    }),
  );
}

async function bytesOf(db: Queryable, documentId: DocumentId): Promise<number> {
  const snapshot = sql`select octet_length(${documentSnapshot.state}) from ${documentSnapshot}
    where ${documentSnapshot.documentId} = ${document.id} and ${documentSnapshot.epoch} = ${document.epoch}
      and ${documentSnapshot.seq} = ${document.snapshotSeq}`;
  const [row] = await db
    .select({ bytes: sql<number>`${document.tailBytes} + coalesce((${snapshot}), 0)` })
    .from(document)
    .where(eq(document.id, documentId));
  return row?.bytes ?? 0;
}

/** Each block's heading; a heading is its own. */
async function headingsOf(db: Queryable, documentId: DocumentId, ids: readonly string[]): Promise<Map<string, string>> {
  const { blockId, kind, text, heading } = paragraph;
  const rows = await db
    .select({ blockId, heading: sql<string>`case when ${kind} = 'heading' then ${text} else ${heading} end` })
    .from(paragraph)
    .where(and(eq(paragraph.documentId, documentId), inArray(blockId, [...ids])));
  return new Map(rows.map((row) => [row.blockId, row.heading.trim()]));
}
