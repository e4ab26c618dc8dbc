import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { calendarFeed } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { sha256 } from "../sha256";
import { mayRead } from "../standing/rules";
import type { CalendarDeps } from "./deps";
import type { FeedStanding, MadeFeed } from "./shapes";

export async function standing({ db }: CalendarDeps, { id }: Viewer): Promise<FeedStanding> {
  const [found] = await db.select().from(calendarFeed).where(eq(calendarFeed.userId, id));
  return { madeAt: found?.madeAt ?? null };
}

/** 256 random bits, told once; only their SHA-256 is kept. Made anew, the address before it is dead. [H20] */
export async function make({ db, clock, audit, publicUrl }: CalendarDeps, viewer: Viewer): Promise<MadeFeed> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const secret = randomBytes(32).toString("base64url");
  const row = { secretHash: sha256(secret), madeAt: clock.now() };
  await db.transaction(async (tx) => {
    const target = calendarFeed.userId;
    await tx
      .insert(calendarFeed)
      .values({ userId: viewer.id, ...row })
      .onConflictDoUpdate({ target, set: row });
    await record(audit, tx, viewer, "calendar-made");
  });
  return { path: `/kalender/${secret}.ics`, home: publicUrl?.replace(/\/$/, "") ?? null };
}

export async function revoke({ db, audit }: CalendarDeps, viewer: Viewer): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx.delete(calendarFeed).where(eq(calendarFeed.userId, viewer.id)).returning();
    if (gone.length > 0) await record(audit, tx, viewer, "calendar-revoked");
  });
}

function record(audit: CalendarDeps["audit"], tx: Transaction, viewer: Viewer, event: string) {
  return audit.record(tx, actorOf(viewer), { event, objectKind: "person", objectId: viewer.id });
}
