import { describe, expect, test } from "vitest";
import { isDay } from "../../deadline";
import { dayOff, easterOf, plusDays } from "./holidays";
import { bestTemplate, type End, planProblems, propose } from "./propose";
import { STEP_KINDS, TEMPLATES, WEIGHTS } from "./templates";
import { isWorkingDay, workingDayAfter, workingDaysBefore, workingDaysBetween, workingDayUntil } from "./working-days";

const daysFrom = (first: string, count: number) => Array.from({ length: count }, (_, index) => plusDays(first, index));
const TEN_YEARS = daysFrom("2023-01-01", 3653);

describe("days off", () => {
  test.each([
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2019, "2019-04-21"],
    [2024, "2024-03-31"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2028, "2028-04-16"],
    [2038, "2038-04-25"],
  ])("[H9] Easter Sunday of %s is %s", (year, day) => {
    expect(easterOf(year)).toBe(day);
  });

  test("[H9] Easter is a Sunday between 22 March and 25 April in every year of four centuries", () => {
    for (let year = 1900; year < 2300; year++) {
      const day = easterOf(year);
      expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(0);
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
    }
  });

  test("[H9] the closed weekdays of a year are those that offices know, each by its name", () => {
    const closed = daysFrom("2026-01-01", 365).flatMap((day) => {
      const why = dayOff(day);
      return why && why !== "weekend" ? [`${day} ${why}`] : [];
    });
    expect(closed).toEqual([
      "2026-01-01 new-year",
      "2026-04-02 maundy-thursday",
      "2026-04-03 good-friday",
      "2026-04-05 easter-sunday",
      "2026-04-06 easter-monday",
      "2026-05-14 ascension",
      "2026-05-24 whit-sunday",
      "2026-05-25 whit-monday",
      "2026-06-05 constitution-day",
      "2026-12-24 christmas-eve",
      "2026-12-25 christmas-day",
      "2026-12-26 boxing-day",
      "2026-12-31 new-years-eve",
    ]);
  });

  test("[H9] store bededag was a day off for the last time in 2023", () => {
    expect(dayOff("2023-05-05")).toBe("prayer-day");
    expect(dayOff("2024-04-26")).toBeNull();
    expect(dayOff("2026-05-01")).toBeNull();
  });

  test("[H9] 29 February is a working day like any other, and one of 2032 a Sunday", () => {
    expect([dayOff("2024-02-29"), dayOff("2028-02-29"), dayOff("2032-02-29")]).toEqual([null, null, "weekend"]);
    expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(workingDaysBefore("2028-03-01", 1)).toBe("2028-02-29");
  });

  test("[H9] working days are counted over Easter, and over the nights when clocks change", () => {
    expect(workingDaysBefore("2026-04-07", 3)).toBe("2026-03-30");
    expect(workingDayAfter("2026-04-01")).toBe("2026-04-07");
    expect(workingDayUntil("2026-04-06")).toBe("2026-04-01");
    expect(workingDaysBetween("2026-03-27", "2026-03-31")).toEqual(["2026-03-30", "2026-03-31"]);
    expect(workingDaysBetween("2026-10-23", "2026-10-27")).toEqual(["2026-10-26", "2026-10-27"]);
  });
});

/** Every way in which a proposal could break its promise, as text; null when it keeps it. */
function broken(template: (typeof TEMPLATES)[number], today: string, end: End): string | null {
  const proposal = propose(template, today, end);
  const wanted = WEIGHTS[template].map(([kind]) => kind);
  if (!proposal.fits)
    return proposal.has < proposal.needs && proposal.needs === wanted.length ? null : "a wrong excuse";
  const { steps } = proposal;
  if (steps.map(({ kind }) => kind).join() !== wanted.join()) return "other steps, or another order";
  let before = today;
  for (const { day } of steps) {
    if (!isDay(day) || !isWorkingDay(day)) return `${day} is no working day`;
    if (day <= before) return `${day} is not after ${before}`;
    before = day;
  }
  const last = steps.at(-1);
  if (!last || last.day > end.day) return "it ends too late";
  if (last.time !== (last.day === end.day ? end.time : null)) return "it has lost the time of day";
  return planProblems(
    steps.map((step) => ({ ...step, id: step.kind })),
    end.day,
  ).size > 0
    ? "it is none by its own rule"
    : null;
}

describe("a plan", () => {
  test("[H10] of every span from 9 days to 7 weeks, over ten years, keeps order, working days and deadline", () => {
    const failures: string[] = [];
    const times = [null, "12:00", "02:30", "23:59"];
    // Every third day: all weekdays, and every day of the ten years as a last one many times over.
    for (const [index, today] of TEN_YEARS.filter((_, index) => index % 3 === 0).entries())
      for (let span = 9; span <= 49; span++) {
        const end = { day: plusDays(today, span), time: times[(span + index) % 4] ?? null };
        const template = TEMPLATES[(span + index) % 3] ?? "short";
        const failure = broken(template, today, end);
        if (failure) failures.push(`${template} ${today} + ${span}: ${failure}`);
      }
    expect(failures).toEqual([]);
  }, 60_000);

  test("[H10] from 9 days on some template fits, but where Easter or Christmas takes the time", () => {
    const without = TEN_YEARS.filter((today) => !bestTemplate(today, { day: plusDays(today, 9), time: null }));
    expect(without.filter((today) => !/-(12-|03-|04-)/.test(today))).toEqual([]);
  });

  test("[H10] too short a time is said with its figures", () => {
    const end = { day: "2026-04-10", time: null };
    expect(propose("two-rounds", "2026-04-01", end)).toEqual({ fits: false, has: 4, needs: 6 });
    expect(bestTemplate("2026-04-01", end)).toBe("short");
    expect(bestTemplate("2026-04-01", { day: "2026-04-06", time: null })).toBeNull();
    expect(propose("short", "2026-04-10", { day: "2026-04-01", time: null })).toEqual({
      fits: false,
      has: 0,
      needs: 3,
    });
  });

  test("[H10] five weeks with two rounds are shared out as an office would", () => {
    const plan = propose("two-rounds", "2026-02-02", { day: "2026-03-10", time: "12:00" });
    expect(plan).toEqual({
      fits: true,
      steps: [
        { kind: "draft", day: "2026-02-09", time: null },
        { kind: "comments", day: "2026-02-23", time: null },
        { kind: "second-round", day: "2026-02-27", time: null },
        { kind: "center-manager", day: "2026-03-04", time: null },
        { kind: "director", day: "2026-03-06", time: null },
        { kind: "sent", day: "2026-03-10", time: "12:00" },
      ],
    });
  });

  test("[H10] a deadline before the office is awake, or on a day off, is met the working day before", () => {
    const last = (day: string, time: string | null) => {
      const plan = propose("short", "2026-03-02", { day, time });
      return plan.fits && plan.steps.at(-1);
    };
    expect(last("2026-03-30", "08:00")).toEqual({ kind: "sent", day: "2026-03-27", time: null });
    expect(last("2026-03-29", "12:00")).toEqual({ kind: "sent", day: "2026-03-27", time: null });
    expect(last("2026-03-30", "10:00")).toEqual({ kind: "sent", day: "2026-03-30", time: "10:00" });
  });

  test("[H11] a step after the external deadline, or before an earlier step, is named; the others are not", () => {
    const steps = STEP_KINDS.map((kind, index) => ({ id: kind, kind, day: plusDays("2026-03-02", index) }));
    expect([...planProblems(steps, "2026-03-20")]).toEqual([]);
    const odd = steps.map((step) => (step.kind === "comments" ? { ...step, day: "2026-03-21" } : step));
    expect([...planProblems(odd, "2026-03-20")]).toEqual([["comments", "step-after-external-deadline"]]);
    const back = steps.map((step) => (step.kind === "director" ? { ...step, day: "2026-03-03" } : step));
    expect([...planProblems(back, "2026-03-20")]).toEqual([["director", "step-before-earlier-step"]]);
  });
});
