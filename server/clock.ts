/** The only place that reads the time; a test hands in its own clock. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", dateStyle: "short" });

/** The calendar day in Denmark, "YYYY-MM-DD". Deadlines are Danish days, whatever the server's zone is. */
export function danishDay(at: Date): string {
  return DAY.format(at);
}

const HOUR = 60 * 60 * 1000;

/** The moment a Danish day is over: its length is 23, 24 or 25 hours. */
export function endOfDanishDay(day: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  // Midnight in Denmark is 22 or 23 UTC; the first of the two that is in another day is it.
  const summer = new Date(noon + 10 * HOUR);
  return danishDay(summer) === day ? new Date(noon + 11 * HOUR) : summer;
}

/** And the moment it begins. */
export function startOfDanishDay(day: string): Date {
  const summer = new Date(Date.parse(`${day}T12:00:00Z`) - 14 * HOUR);
  return danishDay(summer) === day ? summer : new Date(summer.getTime() + HOUR);
}

const CLOCK_AND_DAY = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Copenhagen",
  dateStyle: "short",
  timeStyle: "short",
});

/** A time of day ("HH:MM") in Denmark: the first of two in autumn, an hour later where spring has none. */
export function danishMoment(day: string, time: string): Date {
  const summer = new Date(`${day}T${time}:00+02:00`);
  return CLOCK_AND_DAY.format(summer) === `${day} ${time}` ? summer : new Date(`${day}T${time}:00+01:00`);
}
