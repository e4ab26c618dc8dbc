import type { Deadline } from "../../server/consultations/shapes";

/** Dates as Danish offices write them. Every time of day is that of Copenhagen, wherever the server stands. */
const ZONE = "Europe/Copenhagen";
const dayFormat = new Intl.DateTimeFormat("da-DK", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const shortFormat = new Intl.DateTimeFormat("da-DK", { day: "numeric", month: "short", timeZone: "UTC" });
const weekdayFormat = new Intl.DateTimeFormat("da-DK", { weekday: "long", timeZone: "UTC" });
const dateFormat = new Intl.DateTimeFormat("da-DK", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: ZONE,
});
const shortDayFormat = new Intl.DateTimeFormat("da-DK", { day: "numeric", month: "short", timeZone: ZONE });
const yearFormat = new Intl.DateTimeFormat("da-DK", { year: "numeric", timeZone: ZONE });
const clockFormat = new Intl.DateTimeFormat("da-DK", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: ZONE,
});

export type Urgency = "past" | "near" | "soon" | "later";

/** A calendar day ("YYYY-MM-DD") as a moment, for formatting alone. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

export function day(text: string): string {
  return dayFormat.format(noon(text));
}

export function shortDay(text: string): string {
  return shortFormat.format(noon(text));
}

export function date(moment: Date): string {
  return dateFormat.format(moment);
}

/** "2026", of the year in which it was so in Denmark. */
export function year(moment: Date): string {
  return yearFormat.format(moment);
}

export function dateAndTime(moment: Date): string {
  return `${dateFormat.format(moment)} kl. ${time(moment)}`;
}

/** Beside a text, where there is little room: "12. nov. kl. 09.30". */
export function shortMoment(moment: Date): string {
  return `${shortDayFormat.format(moment)} kl. ${time(moment)}`;
}

/** "09.30", as Danish writes it. */
export function time(moment: Date): string {
  return clockFormat.format(moment).replace(":", ".");
}

function atTime(deadline: Deadline): string {
  return deadline.time ? ` kl. ${deadline.time.slice(0, 5).replace(":", ".")}` : "";
}

/** How far off the deadline is, in words: "om 3 dage", "i dag kl. 12.00", "2 dage over fristen". */
export function untilDeadline(deadline: Deadline): string {
  const { daysLeft } = deadline;
  if (daysLeft < -1) return `${-daysLeft} dage over fristen`;
  if (daysLeft === -1) return "1 dag over fristen";
  if (daysLeft === 0) return `i dag${atTime(deadline)}`;
  if (daysLeft === 1) return `i morgen${atTime(deadline)}`;
  if (daysLeft < 7) return `om ${daysLeft} dage, ${weekdayFormat.format(noon(deadline.day))}${atTime(deadline)}`;
  return `om ${daysLeft} dage`;
}

/** The deadline itself: "12. marts 2026 kl. 12.00". */
export function deadlineDay(deadline: Deadline): string {
  return `${day(deadline.day)}${atTime(deadline)}`;
}

export function urgency(deadline: Deadline): Urgency {
  if (deadline.daysLeft < 0) return "past";
  if (deadline.daysLeft <= 1) return "near";
  return deadline.daysLeft <= 7 ? "soon" : "later";
}
