/** The days on which a Danish municipality's offices are closed. A day is "YYYY-MM-DD" throughout. */
export type DayOff =
  | "new-year"
  | "maundy-thursday"
  | "good-friday"
  | "easter-sunday"
  | "easter-monday"
  | "prayer-day"
  | "ascension"
  | "whit-sunday"
  | "whit-monday"
  | "constitution-day"
  | "christmas-eve"
  | "christmas-day"
  | "boxing-day"
  | "new-years-eve"
  | "weekend";

/** Counted from Easter Sunday. */
const MOVABLE: readonly [number, DayOff][] = [
  [-3, "maundy-thursday"],
  [-2, "good-friday"],
  [0, "easter-sunday"],
  [1, "easter-monday"],
  [39, "ascension"],
  [49, "whit-sunday"],
  [50, "whit-monday"],
];

/**
 * No holidays by law are 5 June, 24 and 31 December: by the municipalities' collective agreements the 24th counts as one,
 * the other two are off from noon. No plan should count on anybody then.
 */
const FIXED: readonly [string, DayOff][] = [
  ["01-01", "new-year"],
  ["06-05", "constitution-day"],
  ["12-24", "christmas-eve"],
  ["12-25", "christmas-day"],
  ["12-26", "boxing-day"],
  ["12-31", "new-years-eve"],
];

/** Store bededag, the fourth Friday after Easter, was abolished by law no. 214 of 7 March 2023, from 2024 on. */
const LAST_PRAYER_DAY = 2023;

/** Why the offices are closed on that day, the feast before the weekend; null on a working day. [H9] */
export function dayOff(day: string): DayOff | null {
  const feast = holidaysOf(Number(day.slice(0, 4))).get(day);
  if (feast) return feast;
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6 ? "weekend" : null;
}

const known = new Map<number, ReadonlyMap<string, DayOff>>();

function holidaysOf(year: number): ReadonlyMap<string, DayOff> {
  const found = known.get(year) ?? reckoned(year);
  known.set(year, found);
  return found;
}

function reckoned(year: number): ReadonlyMap<string, DayOff> {
  const easter = easterOf(year);
  const fixed = FIXED.map(([monthAndDay, name]): [string, DayOff] => [
    `${String(year).padStart(4, "0")}-${monthAndDay}`,
    name,
  ]);
  const movable = MOVABLE.map(([days, name]): [string, DayOff] => [plusDays(easter, days), name]);
  const prayer: [string, DayOff][] = year <= LAST_PRAYER_DAY ? [[plusDays(easter, 26), "prayer-day"]] : [];
  // A feast of the church that falls on 5 June is called by its own name.
  return new Map([...fixed, ...movable, ...prayer]);
}

/** Easter Sunday of the Gregorian calendar, as Meeus, Jones and Butcher reckon it. */
export function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const count = moon + weekday - 7 * late + 114;
  const date = new Date(Date.UTC(year, Math.floor(count / 31) - 1, (count % 31) + 1));
  return date.toISOString().slice(0, 10);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Calendar days have no hours, so no night in which the clocks change is among them. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
