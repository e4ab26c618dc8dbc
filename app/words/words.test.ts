import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Deadline } from "../../server/consultations/shapes";
import { AUDIT_EVENTS, auditSentence } from "./audit-events";
import { clauseMark, clauseName, shortened } from "./clause-names";
import { enumerated, plural } from "./numbers";
import { fieldSentence, REFUSALS, refusalSentence } from "./refusals";
import { dateAndTime, deadlineDay, untilDeadline, urgency } from "./time";

const server = fileURLToPath(new URL("../../server", import.meta.url));

/** What the server's own sources say, so that a new code without a sentence fails here. */
function inSources(pattern: RegExp): string[] {
  const files = readdirSync(server, { recursive: true, encoding: "utf8" });
  const sources = files.filter((name) => name.endsWith(".ts") && !name.includes(".test."));
  const found = sources.flatMap((name) => [...readFileSync(join(server, name), "utf8").matchAll(pattern)]);
  return [...new Set(found.flatMap((match) => match[1] ?? []))].sort();
}

test("every code that a service refuses with has a Danish sentence", () => {
  const codes = inSources(/new Refusal\(\s*"[a-z-]+",\s*"([a-z-]+)"/g);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !(code in REFUSALS))).toEqual([]);
});

test("every code that a form's schema gives to a field has a Danish sentence", () => {
  const inSchemas = inSources(/\.(?:min|max|regex|refine)\([^\n]*, "([a-z-]+)"\)/g);
  const beside = inSources(/z\.(?:string|enum|union)\((?:[^\n]*, )?"([a-z-]+)"\)/g);
  const codes = [...inSchemas, ...beside];
  expect(codes).toContain("missing");
  expect(codes.filter((code) => !(code in REFUSALS))).toEqual([]);
});

test("every event that is recorded has a sentence in the audit trail", () => {
  const events = inSources(/[^(]event: "([a-z-]+)"/g);
  expect(events).toContain("signed-in");
  expect(events.filter((event) => !(event in AUDIT_EVENTS))).toEqual([]);
});

test("an unknown code is answered politely, not shown", () => {
  expect(refusalSentence("a-code-of-tomorrow")).toMatch(/Prøv igen/);
  expect(fieldSentence("title", "a-code-of-tomorrow")).toBe("Indholdet kan ikke bruges. Ret feltet.");
  expect(auditSentence("event-of-tomorrow")).toContain("event-of-tomorrow");
});

test("a field has its own sentence where the general one would not help", () => {
  expect(fieldSentence("title", "missing")).toBe("Skriv en titel.");
  expect(fieldSentence("anything", "missing")).toBe("Udfyld feltet.");
});

test("a deadline says how far off it is, as people say it", () => {
  const says = (daysLeft: number, time: string | null = null) => untilDeadline(deadline(daysLeft, time));
  expect(says(-2)).toBe("2 dage over fristen");
  expect(says(-1)).toBe("1 dag over fristen");
  expect(says(0, "12:00")).toBe("i dag kl. 12.00");
  expect(says(0)).toBe("i dag");
  expect(says(1, "09:30:00")).toBe("i morgen kl. 09.30");
  expect(says(3)).toBe("om 3 dage, torsdag");
  expect(says(21, "12:00")).toBe("om 21 dage");
});

test("a deadline is past, near, soon or later by whole days", () => {
  expect([-1, 0, 1, 2, 7, 8].map((daysLeft) => urgency(deadline(daysLeft, null)))).toEqual([
    "past",
    "near",
    "near",
    "soon",
    "soon",
    "later",
  ]);
});

test("a deadline's day is the Danish calendar day, and a moment is told in Copenhagen's time", () => {
  expect(deadlineDay(deadline(3, "12:00"))).toBe("12. marts 2026 kl. 12.00");
  expect(dateAndTime(new Date("2026-03-12T23:30:00Z"))).toBe("13. marts 2026 kl. 00.30");
});

test("counts agree with their nouns", () => {
  expect(plural(1, "bestemmelse", "bestemmelser")).toBe("1 bestemmelse");
  expect(plural(1200, "bestemmelse", "bestemmelser")).toBe("1.200 bestemmelser");
  expect(enumerated(["mål", "afsnit", "områder"])).toBe("mål, afsnit og områder");
});

test("a clause is called by its number and heading, else by how its text begins", () => {
  const clause = { number: "3.2", heading: "Udskrivning", text: "Sygehuset varsler kommunen." };
  expect(clauseName(clause)).toBe("3.2 Udskrivning");
  expect(clauseMark(clause)).toBe("3.2");
  expect(clauseName({ number: "", heading: "", text: "Sygehuset varsler kommunen." })).toBe(
    "Sygehuset varsler kommunen.",
  );
  expect(shortened("et to tre fire fem", 11)).toBe("et to tre…");
});

function deadline(daysLeft: number, time: string | null): Deadline {
  return { day: "2026-03-12", time, daysLeft };
}
