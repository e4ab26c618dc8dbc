import { danishDay } from "../clock";

/**
 * The days of the demo, counted from the day it is filled, so that something is always due tomorrow. Days are working
 * days ("YYYY-MM-DD"); whatever has happened happened before today.
 */
export function calendarOf(now: Date) {
  const today = danishDay(now);
  const year = Number(today.slice(0, 4));
  return {
    year,
    lastYear: (monthAndDay: string) => workdayFrom(`${year - 1}-${monthAndDay}`, 1),
    ago: (days: number) => workdayFrom(plus(today, -days), -1),
    ahead: (days: number) => workdayFrom(plus(today, days), 1),
  };
}

export type DemoCalendar = ReturnType<typeof calendarOf>;

/** A moment of that day; in summer an hour later, which does not matter here. */
export function momentOf(day: string, time: string): Date {
  return new Date(`${day}T${time}:00+01:00`);
}

function plus(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** That day, or the nearest one in the direction of `step` that is no Saturday or Sunday. */
function workdayFrom(day: string, step: 1 | -1): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? workdayFrom(plus(day, step), step) : day;
}
