import { describe, expect, test } from "vitest";
import { findCpr, hasCpr } from "./cpr";

describe("[F5] the CPR finder", () => {
  test.each(["010190-1234", "0101901234", "010190 1234", "Borgeren (311257-5678) fik", "290200-4321", "010136-9999"])(
    "finds %s",
    (text) => expect(hasCpr(text)).toBe(true),
  );

  test.each([
    "12-10-2017",
    "29.30.08-G01-12-25",
    "CVR 19435075",
    "33 34 94 00",
    "2025-7608",
    "20250701123456",
    "310299-1234",
    "290201-4321",
    "290200-1234",
    "320190-1234",
    "011390-1234",
    "1.010190-1234",
    "010190-12345",
  ])("raises no false alarm on %s", (text) => expect(hasCpr(text)).toBe(false));

  test("judges the leap day by the century that the seventh digit gives", () => {
    // 29 February 2000 was a day, 29 February 1900 was not.
    expect(hasCpr("290200-5123")).toBe(true);
    expect(hasCpr("290200-0123")).toBe(false);
  });

  test("tells every place", () => {
    expect(findCpr("a 010190-1234 b 020290-1234")).toEqual([
      { from: 2, to: 13 },
      { from: 16, to: 27 },
    ]);
  });
});
