import { afterAll, beforeAll, expect, test } from "vitest";
import { calendarFeed } from "../../db/schema";
import { type HearingWorld, hearingForm, hearingUnderWay, hearingWorld, neighbour } from "../../tests/world/hearing";
import type { Viewer } from "../identity/viewer";
import { createCalendar } from "./index";
import type { Calendar } from "./shapes";

let world: HearingWorld;
let calendar: Calendar;
let gone: Viewer | null = null;
beforeAll(async () => {
  world = await hearingWorld();
  const people = Object.values(world.people);
  const viewerOfUser = async (id: string) => (id === gone?.id ? null : (people.find((one) => one.id === id) ?? null));
  calendar = createCalendar({ ...world, publicUrl: "https://samsvar.proeve.dk", viewerOfUser });
});
afterAll(() => world.close());

const nameOf = (path: string) => path.replace("/kalender/", "");
const made = async (who: Viewer) => nameOf((await calendar.make(who)).path);
async function shown(file: string): Promise<string[]> {
  const fed = await calendar.feed(file, "10.0.0.1");
  if (typeof fed === "string") return [fed];
  return [...fed.file.replace(/\r\n /g, "").matchAll(/^(?:SUMMARY|SEQUENCE):(.*?)\r$/gm)].map((line) => line[1] ?? "");
}

test("[H20] an address is told once, kept as its hash, made anew and closed by its person alone", async () => {
  const { people, db } = world;
  const first = await made(people.sune);
  expect(first).toMatch(/^[A-Za-z0-9_-]{43}\.ics$/);
  const [row] = await db.select().from(calendarFeed);
  expect(JSON.stringify(row)).not.toContain(first.slice(0, 43));
  expect(row!.secretHash).toMatch(/^[0-9a-f]{64}$/);
  expect(await shown(first)).toEqual([]);
  const second = await made(people.sune);
  expect([await shown(first), await shown(second)]).toEqual([["not-there"], []]);
  await calendar.revoke(people.elsa);
  expect(await shown(second)).toEqual([]);
  await calendar.revoke(people.sune);
  expect([await shown(second), await calendar.standing(people.sune)]).toEqual([["not-there"], { madeAt: null }]);
  await expect(calendar.make(people.rita)).rejects.toMatchObject({ code: "not-for-your-role" });
});

test("[H20] guesses are not there, and too many of them from one place are told to wait; whoever knows an address is not", async () => {
  const { people } = world;
  const right = await made(people.lise);
  const guesses = ["", "x", ".ics", `${"a".repeat(43)}.ics`, "../../etc/passwd", "æ\u0000ø.ics"];
  const asked = Array.from({ length: 24 }, (_, index) => guesses[index % guesses.length] ?? "");
  const answers: unknown[] = [];
  for (const guess of asked) answers.push(await calendar.feed(guess, "10.9.9.9"));
  expect(answers).toEqual([...Array(20).fill("not-there"), ...Array(4).fill("too-often")]);
  expect(await calendar.feed(right, "10.9.9.9")).toHaveProperty("file");
  gone = people.lise;
  expect(await calendar.feed(right, "10.1.1.1")).toBe("not-there");
  gone = null;
});

test("[H21] everybody is shown the deadlines and plans that are theirs, moved ones with a higher number, and no text", async () => {
  const { people, consultations } = world;
  const { id } = await hearingUnderWay(world);
  await consultations.open(people.tove, hearingForm(world, { title: "En anden høring" }));
  await neighbour(world);
  const sune = await made(people.sune);
  const lines = await shown(sune);
  expect(lines).toContain("Frist for Center for Social: Høring om samarbejdsaftalen (HS-2026-0001)");
  expect(lines).toContain("Ekstern frist: Høring om samarbejdsaftalen (HS-2026-0001)");
  expect(lines.filter((line) => /Ældre|anden høring|Nabo/.test(line))).toEqual([]);
  const tove = (await shown(await made(people.tove))).filter((line) => line.startsWith("Ekstern frist"));
  expect(tove).toHaveLength(2);
  expect(await shown(await made(people.unni))).toEqual([]);
  expect(await shown(await made(people.lise))).toEqual([]);
  const facts = { deadline: "2026-03-27", deadlineTime: "10:00", caseNumber: "26/1234", kle: "29.30.08" };
  await consultations.plans.change(people.tove, id, { ...facts, reason: "Mere tid", movePlan: "yes" });
  const fed = await calendar.feed(sune, "10.0.0.1");
  const file = typeof fed === "string" ? fed : fed.file.replace(/\r\n /g, "");
  expect(file).toContain(
    `UID:frist-${id}@samsvar\r\nDTSTAMP:20260302T090000Z\r\nSEQUENCE:1\r\nDTSTART;TZID=Europe/Copenhagen:20260327T100000`,
  );
  expect(file).toContain(`URL:https://samsvar.proeve.dk/hoeringer/${id}/plan`);
  expect(new Set(file.match(/^UID:.*$/gm)).size).toBe(file.match(/^BEGIN:VEVENT/gm)!.length);
});
