import type { Deadline } from "./consultations/shapes";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS = 24 * 60 * 60 * 1000;

/** Whether the text is a day that the calendar has: "2026-02-30" is none. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A deadline as pages show it. Both days are Danish calendar days, so no zone can shift the count. [H3] */
export function deadlineOf(day: string, time: string | null, today: string): Deadline {
  const daysLeft = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / MILLISECONDS);
  return { day, time, daysLeft };
}
