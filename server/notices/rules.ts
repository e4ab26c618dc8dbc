import { danishDay } from "../clock";
import type { Role } from "../identity/viewer";
import { mayRead } from "../standing/rules";
import { type MailWish, NOTICE_KINDS, type NoticeKind } from "./shapes";

/** What waits for one person alone is mailed at once, the rest once a day. [N4] */
export const MAIL_BY_DEFAULT: Readonly<Record<NoticeKind, MailWish>> = {
  mentioned: "at-once",
  "comment-assigned": "daily",
  "comment-answered": "daily",
  "part-returned": "at-once",
  "sign-off-lapsed": "daily",
  "suggestion-decided": "daily",
  "approval-waits": "at-once",
  "approval-decided": "daily",
  "approval-returned": "daily",
  reopened: "daily",
  "deadline-near": "at-once",
  "deadline-missed": "at-once",
  "external-deadline-near": "at-once",
  "deadline-moved": "daily",
  "webhook-paused": "at-once",
  "tasks-handed-over": "daily",
  invited: "at-once",
  "invitation-answered": "daily",
  "invitation-withdrawn": "daily",
};

/** What administrators are told of: how the house is kept, and nothing of hearings. [D10] [T20] */
const OF_THE_HOUSE: readonly NoticeKind[] = ["webhook-paused"];

/** What somebody with these roles is told of at all. [N3] */
export function kindsFor(who: { roles: readonly { role: Role }[] }): NoticeKind[] {
  const keeps = who.roles.some(({ role }) => role === "administrator");
  const reads = mayRead(who);
  return NOTICE_KINDS.filter((kind) => (OF_THE_HOUSE.includes(kind) ? keeps : reads));
}

const MINUTE = 60_000;
const AGAIN_AFTER = [1, 5, 30].map((minutes) => minutes * MINUTE);

/** When a mail that has failed so often is tried again, in milliseconds; null: not any more. [N6] */
export function retryAfter(tries: number): number | null {
  return AGAIN_AFTER[tries - 1] ?? null;
}

/** Read for so long, a notice has done its work. */
export const KEPT_DAYS = 90;

const MORNING = 7;
const DAY_MS = 24 * 60 * MINUTE;
const hourFormat = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  hourCycle: "h23",
  timeZone: "Europe/Copenhagen",
});

/** Seven o'clock in Copenhagen on that day, summer or winter. */
export function morningOf(day: string): Date {
  const winter = new Date(`${day}T0${MORNING}:00:00+01:00`);
  return Number(hourFormat.format(winter)) === MORNING ? winter : new Date(`${day}T0${MORNING}:00:00+02:00`);
}

/** The next morning after that moment. */
export function nextMorning(now: Date): Date {
  const today = danishDay(now);
  return now < morningOf(today) ? morningOf(today) : morningOf(dayAfter(today));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

/** The day whose mail is due: today, on a workday, from its morning on. [N7] */
export function digestDay(now: Date): string | null {
  const today = danishDay(now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && now >= morningOf(today) ? today : null;
}
