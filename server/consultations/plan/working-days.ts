import { dayOff, plusDays } from "./holidays";

export function isWorkingDay(day: string): boolean {
  return dayOff(day) === null;
}

/** The working days after `from`, up to and with `to`, in their order. */
export function workingDaysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = workingDayAfter(from); day <= to; day = workingDayAfter(day)) days.push(day);
  return days;
}

/** That day if it is a working day, else the last one before it. */
export function workingDayUntil(day: string): string {
  return isWorkingDay(day) ? day : workingDayUntil(plusDays(day, -1));
}

/** The working day that lies so many before that day, which may itself be a day off. */
export function workingDaysBefore(day: string, count: number): string {
  const before = workingDayUntil(plusDays(day, -1));
  return count <= 1 ? before : workingDaysBefore(before, count - 1);
}

/** The next working day after that day. */
export function workingDayAfter(day: string): string {
  const next = plusDays(day, 1);
  return isWorkingDay(next) ? next : workingDayAfter(next);
}
