import { expect, test } from "vitest";
import { plusDays } from "../plan/holidays";
import { isWorkingDay, workingDaysBefore } from "../plan/working-days";
import { isMissed, occasionOn } from "./rules";

test.each([
  ["2026-04-07", ["2026-03-30 three-days", "2026-03-31 three-days", "2026-04-01 one-day", "2026-04-07 the-day"]],
  ["2026-03-30", ["2026-03-25 three-days", "2026-03-26 three-days", "2026-03-27 one-day", "2026-03-30 the-day"]],
  ["2026-04-05", ["2026-03-30 three-days", "2026-03-31 three-days", "2026-04-01 one-day", "2026-04-05 the-day"]],
  ["2028-02-29", ["2028-02-24 three-days", "2028-02-25 three-days", "2028-02-28 one-day", "2028-02-29 the-day"]],
])("[N12] the occasions of a deadline on %s, over feasts and weekends", (deadline, expected) => {
  const days = Array.from({ length: 20 }, (_, index) => plusDays(deadline, index - 15));
  const occasions = days.flatMap((day) => {
    const occasion = occasionOn(day, deadline);
    return occasion ? [`${day} ${occasion}`] : [];
  });
  expect(occasions).toEqual(expected);
});

test("[N12] on every day of five years each deadline has its occasions in order, and is missed on the next working day", () => {
  for (let index = 0; index < 1826; index++) {
    const deadline = plusDays("2026-01-01", index);
    expect(occasionOn(workingDaysBefore(deadline, 3), deadline)).toBe("three-days");
    expect(occasionOn(workingDaysBefore(deadline, 1), deadline)).toBe("one-day");
    expect(occasionOn(deadline, deadline)).toBe("the-day");
    expect(occasionOn(plusDays(deadline, 1), deadline)).toBeNull();
    expect(isMissed(deadline, deadline)).toBe(false);
    expect(isMissed(plusDays(deadline, 1), deadline)).toBe(isWorkingDay(plusDays(deadline, 1)));
  }
});
