/** The only place that reads the time; a test hands in its own clock. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen", dateStyle: "short" });

/** The calendar day in Denmark, "YYYY-MM-DD". Deadlines are Danish days, whatever the server's zone is. */
export function danishDay(at: Date): string {
  return DAY.format(at);
}
