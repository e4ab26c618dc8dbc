import { asc, eq } from "drizzle-orm";
import type { NoticeId, ResponseId } from "../../db/ids";
import { notice } from "../../db/schema";
import type { Viewer } from "../../server/identity/viewer";
import { createNotices } from "../../server/notices";
import type { News, NoticeKind, Notices } from "../../server/notices/shapes";
import { type HearingWorld, hearingUnderWay, hearingWorld } from "./hearing";

export type NoticeWorld = Awaited<ReturnType<typeof noticeWorld>>;
export const PUBLIC_URL = "https://samsvar.proeve.dk";
const MAIL_FROM = "Samsvar <samsvar@proeve.dk>";

/** A text under way, and people who may be told of it. */
export async function noticeWorld() {
  const world = await hearingWorld();
  const { id: hearingId, responseId } = await hearingUnderWay(world);
  const ground = { db: world.db, clock: world.clock, log: world.log, audit: world.audit, jobs: world.jobs };
  const mailing = (smtpUrl: string, more: Partial<typeof ground> = {}) =>
    createNotices({ ...ground, ...more, mail: { smtpUrl, from: MAIL_FROM, publicUrl: PUBLIC_URL } });
  return { ...world, hearingId, responseId, mailing };
}

type Told = Partial<Pick<News, "about">> & { by?: Viewer | null; door?: Notices; responseId?: ResponseId };

/** Somebody is told of something, by Tove unless it is said otherwise. Gives the notice's id. */
export async function told(world: NoticeWorld, to: Viewer, kind: NoticeKind, more: Told = {}): Promise<NoticeId> {
  const { by = world.people.tove, about = {}, door = world.notices, responseId = world.responseId } = more;
  const before = new Set((await noticesOf(world, to)).map(({ id }) => id));
  const news = { kind, municipalityId: world.id, responseId, to: [to.id], by: by?.id ?? null, about };
  await world.db.transaction((tx) => door.tell(tx, news));
  const made = (await noticesOf(world, to)).find(({ id }) => !before.has(id));
  if (!made) throw new Error(`Expected ${to.name} to be told; they were not.`);
  return made.id;
}

export function noticesOf({ db }: HearingWorld, of: Viewer) {
  return db.select().from(notice).where(eq(notice.userId, of.id)).orderBy(asc(notice.at));
}

export async function noticeById({ db }: HearingWorld, id: NoticeId) {
  const [row] = await db.select().from(notice).where(eq(notice.id, id));
  if (!row) throw new Error(`Expected a notice ${id}; found none.`);
  return row;
}

/** In how many minutes by the test's clock the jobs run that wait under such keys. */
export async function jobsLike({ sql, clock }: HearingWorld, pattern: string): Promise<number[]> {
  const rows = await sql<{ minutes: number }[]>`
    select round(extract(epoch from run_at - ${clock.at.toISOString()}::timestamptz) / 60)::int as minutes
    from graphile_worker.jobs where key like ${pattern} order by run_at`;
  return rows.map(({ minutes }) => minutes);
}

/** The database as a process sees it that is killed when its work is done and not yet committed. */
export function killedBeforeCommit({ db }: HearingWorld): HearingWorld["db"] {
  const transaction: typeof db.transaction = (work) =>
    db.transaction(async (tx) => {
      await work(tx);
      throw new Error("killed");
    });
  return Object.assign(Object.create(db), { transaction });
}

export async function later(world: HearingWorld, minutes: number): Promise<void> {
  world.clock.at = new Date(world.clock.at.getTime() + minutes * 60_000);
}
