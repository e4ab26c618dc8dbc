import { expect, test } from "vitest";
import { seeded } from "../../tests/sync/random";
import { CHART, chartOf } from "./figure-chart";
import { compareFigures, danish, decimalOf, targetWords, withUnit } from "./figures";

test.each([
  ["2,04", "2.04"],
  ["2,10", "2.10"],
  ["323", "323"],
  ["007", "7"],
  ["0", "0"],
  ["-0,00", "0.00"],
  ["−3,5", "-3.5"],
  ["60.000", "60000"],
  ["1.250.000,5", "1250000.5"],
  [" 75 % ", "75"],
  ["1 250", "1250"],
])("[M13] “%s” is the figure %s", (written, value) => {
  expect(decimalOf(written)).toBe(value);
});

test.each([
  "",
  "2.04",
  "1,2,3",
  "1.25,0",
  "mange",
  "1e5",
  ",5",
  "5,",
  "--1",
  "12345678901234",
  "0,1234567",
  "٣",
  "NaN",
  "1/2",
])("[M13] “%s” is none", (written) => {
  expect(decimalOf(written)).toBeNull();
});

test("[M13] a figure reads back as it was written, and any two are told apart exactly", () => {
  const random = seeded(13);
  const digits = (count: number) => Array.from({ length: count }, () => random.below(10)).join("");
  const figure = () => {
    const whole = digits(1 + random.below(11)).replace(/^0+(?=\d)/, "");
    const value = random.below(2) ? `${whole}.${digits(1 + random.below(6))}` : whole;
    return random.below(3) === 0 && /[1-9]/.test(value) ? `-${value}` : value;
  };
  for (let round = 0; round < 2000; round++) {
    const [one, other] = [figure(), figure()];
    expect(decimalOf(danish(one))).toBe(one);
    expect(Math.sign(compareFigures(one, other))).toBe(-Math.sign(compareFigures(other, one)) || 0);
    expect(compareFigures(one, one.includes(".") ? `${one}0` : `${one}.0`)).toBe(0);
  }
  expect(compareFigures("0.1", "0.10001")).toBe(-1);
  expect(compareFigures("-2", "-10")).toBe(1);
});

test("[M17] a target is said as people say it", () => {
  expect(targetWords({ from: "1", to: "3" }, "%")).toBe("1–3\u00a0%");
  expect(targetWords({ from: "50", to: "50.0" }, "%")).toBe("50\u00a0%");
  expect(targetWords({ from: "20" }, "antal")).toBe("mindst 20");
  expect(targetWords({ to: "60000" }, "kr.")).toBe("højst 60.000\u00a0kr.");
  expect(targetWords({}, "%")).toBe("");
  expect(withUnit("12", "skoler")).toBe("12\u00a0skoler");
});

test("[M15] a drawing stays in its box, whatever the figures, and higher figures stand higher", () => {
  const random = seeded(15);
  for (let round = 0; round < 300; round++) {
    const figures = Array.from({ length: 1 + random.below(8) }, (_, at) => ({
      day: new Date(Date.UTC(2018, 0, 1 + at * (1 + random.below(90)))).toISOString().slice(0, 10),
      value: `${random.below(2) ? "-" : ""}${random.below(1e6)}.${random.below(100)}`,
    }));
    const target = { ...(random.below(2) ? { from: "-5" } : {}), ...(random.below(2) ? { to: "900" } : {}) };
    const { points, band } = chartOf(figures, target);
    for (const { x, y } of points) {
      expect(x >= 0 && x <= CHART.width).toBe(true);
      expect(y >= 0 && y <= CHART.height).toBe(true);
    }
    if (band) expect(band.y >= 0 && band.y + band.height <= CHART.height + 0.1 && band.height > 0).toBe(true);
    const highest = figures.reduce(
      (most, { value }, at) => (Number(value) > Number(figures[most]?.value) ? at : most),
      0,
    );
    expect(points[highest]?.y).toBe(Math.min(...points.map(({ y }) => y)));
  }
});
