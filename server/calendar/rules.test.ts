import { expect, test } from "vitest";
import { type CalendarEvent, calendarFile, escaped, folded } from "./rules";

const now = new Date("2026-03-02T09:00:00.123Z");
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "frist-1@samsvar",
  sequence: 0,
  day: "2026-03-29",
  time: null,
  summary: "Ekstern frist: Høring",
  url: null,
  ...more,
});
const unfolded = (file: string) => file.replace(/\r\n /g, "");

test("[H21] a line is folded at 75 octets and never inside a letter, and unfolds to what it was", () => {
  for (const text of ["æøå".repeat(80), "x".repeat(75), "x".repeat(76), "👩‍🦽 høring ".repeat(30), ""]) {
    const lines = folded(text).split("\r\n");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(folded(text))).toBe(text);
    expect(folded(text)).not.toContain("\ufffd");
  }
});

test("[H21] what has a meaning in the file is spelled, and nothing typed makes a line of its own", () => {
  expect(escaped("a;b,c\\d\r\ne\nf\u0007")).toBe("a\\;b\\,c\\\\d\\ne\\nf");
  const file = calendarFile("Samsvar", [event({ summary: "x\r\nEND:VCALENDAR\r\nATTACH:http://ond.example" })], now);
  expect(file.split("\r\n").filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
  expect(file).not.toMatch(/^ATTACH/m);
});

test("[H21] a day is a date and a time of day names Copenhagen, on both days when clocks change", () => {
  const file = calendarFile(
    "Samsvar",
    [event(), event({ uid: "b", day: "2026-10-25", time: "02:30", sequence: 3 })],
    now,
  );
  expect(file).toContain("DTSTART;VALUE=DATE:20260329\r\n");
  expect(file).toContain("DTSTART;TZID=Europe/Copenhagen:20261025T023000\r\n");
  expect(file).toContain("SEQUENCE:3\r\n");
  expect(file).toContain("DTSTAMP:20260302T090000Z\r\n");
  expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(file.split("\r\n").filter((line) => /[\r\n]/.test(line))).toEqual([]);
});
