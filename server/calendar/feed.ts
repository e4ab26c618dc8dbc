import { eq } from "drizzle-orm";
import { calendarFeed } from "../../db/schema";
import { danishDay } from "../clock";
import { sha256 } from "../sha256";
import { mayRead } from "../standing/rules";
import type { CalendarDeps } from "./deps";
import { eventsFor } from "./events";
import type { Rate } from "./rate";
import { calendarFile } from "./rules";
import type { Fed } from "./shapes";

/**
 * A secret that is none, one that was revoked, and one of somebody who has left are answered alike, after the same one look
 * by hash: there is nothing to measure. Wrong ones are counted where they come from; right ones are never held up, as a
 * whole town hall may ask from one place. [H20]
 */
export async function feed(
  deps: CalendarDeps,
  rate: Rate,
  { file, from }: { file: string; from: string },
): Promise<Fed> {
  const secret = file.replace(/\.ics$/, "");
  const [found] = await deps.db
    .select({ userId: calendarFeed.userId })
    .from(calendarFeed)
    .where(eq(calendarFeed.secretHash, sha256(secret)));
  const viewer = found ? await deps.viewerOfUser(found.userId) : null;
  if (!viewer || !mayRead(viewer)) return rate.isSpentBy(from) ? "too-often" : "not-there";
  const now = deps.clock.now();
  const since = danishDay(new Date(now.getTime() - KEPT_MS));
  const home = deps.publicUrl?.replace(/\/$/, "") ?? "";
  return { file: calendarFile("Samsvar: frister", await eventsFor(deps.db, viewer, { since, home }), now) };
}

/** What is longer past is nobody's appointment. */
const KEPT_MS = 60 * 24 * 60 * 60 * 1000;
