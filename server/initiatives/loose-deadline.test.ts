import { expect, test } from "vitest";
import { seeded } from "../../tests/sync/random";
import { isDay } from "../deadline";
import { dayOfDeadline } from "./loose-deadline";

const TODAY = "2018-03-08";

test.each([
  ["april/maj 2018", "2018-05-31"],
  ["april-maj", "2018-05-31"],
  ["forventes afsluttet april/maj 2018", "2018-05-31"],
  ["inden sommerferien", "2018-06-29"],
  ["Inden sommerferien 2019", "2019-06-28"],
  ["før sommer", "2018-06-29"],
  ["efter sommerferien", "2018-08-31"],
  ["i juni", "2018-06-30"],
  ["marts", "2018-03-31"],
  ["februar", "2019-02-28"],
  ["februar 2020", "2020-02-29"],
  ["primo maj", "2018-05-10"],
  ["medio maj 2019", "2019-05-20"],
  ["ultimo sept. 2018", "2018-09-30"],
  ["ultimo 2018", "2018-12-31"],
  ["primo 2019", "2019-01-31"],
  ["medio 2019", "2019-06-30"],
  ["1. kvartal 2019", "2019-03-31"],
  ["4. kvartal", "2018-12-31"],
  ["Q2 2018", "2018-06-30"],
  ["tredje kvartal", "2018-09-30"],
  ["2. halvår 2018", "2018-12-31"],
  ["første halvår", "2018-06-30"],
  ["efteråret", "2018-11-30"],
  ["foråret 2019", "2019-05-31"],
  ["sommeren", "2018-08-31"],
  ["vinteren", "2019-02-28"],
  ["inden jul", "2018-12-23"],
  ["årsskiftet", "2018-12-31"],
  ["ved årets udgang", "2018-12-31"],
  ["inden 2020", "2019-12-31"],
  ["inden udgangen af 2020", "2020-12-31"],
  ["2030", "2030-12-31"],
  ["2018-2020", "2020-12-31"],
  ["december/januar 2019", "2019-01-31"],
  ["8. marts", "2018-03-08"],
  ["7. marts", "2019-03-07"],
  ["den 8. marts 2018", "2018-03-08"],
  ["8/3-2018", "2018-03-08"],
  ["08.03.18", "2018-03-08"],
  ["2018-03-08", "2018-03-08"],
  ["29. februar", "2020-02-29"],
  ["uge 12", "2018-03-23"],
  ["uge 1 2019", "2019-01-04"],
])("[M12] “%s” sorts by %s", (written, day) => {
  expect(dayOfDeadline(written, TODAY)).toBe(day);
});

test.each([
  "",
  "løbende",
  "varig indsats",
  "når projektet er evalueret",
  "29. februar 2018",
  "31. april 2018",
  "5. kvartal",
  "30 deltagere",
])("[M12] “%s” says no day, and sorts last", (written) => {
  expect(dayOfDeadline(written, TODAY)).toBeNull();
});

test("[M12] whatever is written, the day is one of the calendar, and without a year none that is past", () => {
  const random = seeded(12);
  const words = [
    "primo",
    "ultimo",
    "medio",
    "maj",
    "februar",
    "december",
    "/",
    "-",
    "inden",
    "sommerferien",
    "efteråret",
    "uge",
    "kvartal",
    "halvår",
    "3.",
    "29.",
    "31",
    "53",
    "1.",
    "q4",
    "jul",
    "løbende",
    "2018",
    "2024",
    "99999",
    "’",
    "é",
  ];
  for (let round = 0; round < 3000; round++) {
    const picked = Array.from({ length: 1 + random.below(5) }, () => random.oneOf(words));
    const written = picked.join(" ");
    const day = dayOfDeadline(written, TODAY);
    if (day === null) continue;
    expect(isDay(day), `${written} → ${day}`).toBe(true);
    if (!/20\d\d|\d *[./]/.test(written)) expect(day >= TODAY, written).toBe(true);
  }
});
