import { and, eq } from "drizzle-orm";
import type { Part } from "../../app/document-model/part";
import type { Queryable } from "../../db/client";
import type { CenterId, ResponseId, UserId } from "../../db/ids";
import { partReading } from "../../db/schema";

/** What somebody had before them before this visit (`part`), and in it (`seenPart`). */
export type Reading = { part: Part; at: Date; seenPart: Part; seenAt: Date; isFirst: boolean };
type Seen = { part: Part; at: Date };
/** `isFirst`: it is what they had before them when they first came, and they have not been away since. */
type Look = Seen & { isFirst: boolean };
type Reader = { personId: UserId; responseId: ResponseId; centerId: CenterId };

/** As in the text itself: away for longer than this is another visit. [E32] */
const VISIT_ENDS_MS = 30 * 60_000;

/** What is marked as changed is what differs from this; nothing for who looks for the first time. [A29] */
export function lastLook(before: Reading | null, now: Date): Look | null {
  if (!before) return null;
  const isAnother = now.getTime() - before.seenAt.getTime() > VISIT_ENDS_MS;
  const { part, at, seenPart, seenAt, isFirst } = before;
  return isAnother ? { part: seenPart, at: seenAt, isFirst: false } : { part, at, isFirst };
}

/** What is remembered once the page has stood before them. */
function readingAfter(before: Reading | null, { part, at }: Seen): Reading {
  const since = lastLook(before, at) ?? { part, at, isFirst: true };
  return { ...since, seenPart: part, seenAt: at };
}

export async function readingOf(db: Queryable, reader: Reader): Promise<Reading | null> {
  const [row] = await db.select().from(partReading).where(isOf(reader));
  // Only `remember` writes these columns, so what is in them are parts.
  return row ? { ...row, part: row.part as Part, seenPart: row.seenPart as Part } : null;
}

/** `anew`: all of it has been dealt with, and is the ground for what changes from now on. */
export async function remember(db: Queryable, reader: Reader, seen: Seen, how: "as-visit" | "anew"): Promise<void> {
  const { paragraphs, beside } = seen.part;
  const now = { ...seen, part: { paragraphs, ...(beside ? { beside } : {}) } };
  const { part, at, seenPart, seenAt, isFirst } =
    how === "anew" ? dealtWith(now) : readingAfter(await readingOf(db, reader), now);
  const { personId, responseId, centerId } = partReading;
  const row = { part, at, seenPart, seenAt, isFirst };
  await db
    .insert(partReading)
    .values({ ...reader, ...row })
    .onConflictDoUpdate({ target: [personId, responseId, centerId], set: row });
}

function dealtWith({ part, at }: Seen): Reading {
  return { part, at, seenPart: part, seenAt: at, isFirst: false };
}

function isOf({ personId, responseId, centerId }: Reader) {
  return and(
    eq(partReading.personId, personId),
    eq(partReading.responseId, responseId),
    eq(partReading.centerId, centerId),
  );
}
