import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../db/ids";
import { auditEntry, source } from "../../db/schema";
import { testDatabase } from "../../tests/world/database";
import { type Town, town } from "../../tests/world/people";
import { createAudit } from "../audit";
import { Refusal } from "../errors";
import { createLog } from "../log";
import { createAgreements } from "./index";
import type { Agreements } from "./shapes";

const head = { title: "Samarbejdsaftale", kind: "agreement", publisher: "Regionen", label: "Udkast" };

let world: Awaited<ReturnType<typeof testDatabase>>;
let deps: Parameters<typeof createAgreements>[0];
let here: Town;
let elsewhere: Town;

beforeAll(async () => {
  world = await testDatabase();
  const clock = { now: () => new Date("2026-03-02T09:00:00Z") };
  deps = { db: world.db, clock, log: createLog("silent"), audit: createAudit({ db: world.db, clock }) };
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await town(world.db);
  elsewhere = await town(world.db, "En anden kommune");
});

/** What it is refused with, field by field. */
async function refused(doors: Agreements, fields: Record<string, string | File>): Promise<unknown> {
  const error = await doors.propose(here.people.tove, { ...head, ...fields }).catch((thrown: unknown) => thrown);
  return error instanceof Refusal ? error.fields : error;
}

test("[S10] a paper that breaks what reads it is refused at its field, and nothing is written", async () => {
  for (const code of ["took-too-long", "too-large", "damaged", "encrypted", "unsafe-file"] as const) {
    const doors = createAgreements({ ...deps, reading: { read: async () => ({ refused: code }) } });
    const file = new File(["%PDF-1.7"], "aftale.pdf");
    expect(await refused(doors, { file })).toEqual({ file: code });
    expect(await refused(doors, { text: "Tekst." })).toEqual({ text: code });
  }
  const sources = await world.db.select().from(source).where(eq(source.municipalityId, here.id));
  const entries = await world.db.select().from(auditEntry).where(eq(auditEntry.municipalityId, here.id));
  expect([sources, entries]).toEqual([[], []]);
});

test("[S11] while a paper is read, its sender's session sees how far it is, and nobody else does", async () => {
  const [uploadId, { tove }] = [newId().replaceAll("-", ""), here.people];
  const others = [{ ...tove, sessionId: newId() }, here.people.lise, elsewhere.people.tove];
  const seen: unknown[] = [];
  const look = () => {
    seen.push(doors.progress(tove, uploadId));
    expect(others.map((viewer) => doors.progress(viewer, uploadId))).toEqual([null, null, null]);
  };
  const doors: Agreements = createAgreements({
    ...deps,
    reading: {
      async read(_, hear) {
        look();
        hear?.(120, 200);
        look();
        return { refused: "damaged" };
      },
    },
  });
  expect(await refused(doors, { text: "Tekst.", uploadId })).toEqual({ text: "damaged" });
  expect(seen).toEqual([{ step: "waiting" }, { step: "reading", done: 120, of: 200 }]);
  expect(doors.progress(tove, uploadId)).toBeNull();
  expect(await refused(doors, { text: "Tekst.", uploadId: "ikke et id" })).toEqual({ text: "damaged" });
  expect(doors.progress(tove, "ikke et id")).toBeNull();
});
