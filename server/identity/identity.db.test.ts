import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { membership, person, session } from "../../db/schema";
import { testDatabase } from "../../tests/world/database";
import { createAudit } from "../audit";
import { createJobs } from "../jobs";
import { createLog } from "../log";
import { createIdentity } from ".";

let database: Awaited<ReturnType<typeof testDatabase>>;
let now = new Date("2026-03-02T09:00:00Z");
const clock = { now: () => now };
const ended: string[] = [];
let identity: ReturnType<typeof createIdentity>;
let audit: ReturnType<typeof createAudit>;

beforeAll(async () => {
  database = await testDatabase();
  audit = createAudit({ db: database.db, clock });
  identity = createIdentity({
    jobs: createJobs({ databaseUrl: database.url, log: createLog("silent") }),
    onSessionEnded: (sessionId) => ended.push(sessionId),
    db: database.db,
    clock,
    audit,
    secret: "s".repeat(32),
    isSecure: false,
    demoPassword: "",
  });
  await database.db.transaction((tx) =>
    identity.foundMunicipality(tx, {
      name: "Prøve Kommune",
      cvr: "11223344",
      isDemo: false,
      centers: [{ key: "social", name: "Center for Social", shortName: "Social", kind: "center" }],
      people: [
        {
          email: "tove@proeve.dk",
          name: "Tove",
          title: "Tovholder",
          password: "ret-kode",
          roles: [{ role: "coordinator" }],
        },
        {
          email: "bo@proeve.dk",
          name: "Bo",
          title: "Konsulent",
          password: "ret-kode",
          roles: [{ role: "contributor", center: "social" }],
        },
      ],
    }),
  );
});
afterAll(() => database.close());

test("[D4] the right password opens a session, and its cookie names the viewer with roles", async () => {
  const { cookie } = await identity.signIn({ email: " Bo@Proeve.DK ", password: "ret-kode" }, "127.0.0.1");
  const viewer = await identity.viewerOf(cookie.split(";")[0]);
  expect(viewer).toMatchObject({
    name: "Bo",
    municipality: { name: "Prøve Kommune" },
    roles: [{ role: "contributor", center: { shortName: "Social" } }],
  });
});

test("[D4] a wrong address and a wrong password are told apart by nobody", async () => {
  const wrong = { code: "wrong-password", fields: { password: "wrong-password" } };
  await expect(identity.signIn({ email: "bo@proeve.dk", password: "forkert" }, "10.0.0.1")).rejects.toMatchObject(
    wrong,
  );
  await expect(identity.signIn({ email: "ingen@proeve.dk", password: "forkert" }, "10.0.0.1")).rejects.toMatchObject(
    wrong,
  );
  await expect(identity.signIn({ email: "", password: "" }, "10.0.0.1")).rejects.toMatchObject({
    fields: { email: "missing", password: "missing" },
  });
});

test("[D4] eight wrong tries from one place close the door there, also to guesses made side by side", async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, () => identity.signIn({ email: "tove@proeve.dk", password: "gæt" }, "10.0.0.2")),
  );
  const codes = tries.map((one) => (one.status === "rejected" ? (one.reason as { code: string }).code : "in"));
  expect(codes.filter((code) => code === "wrong-password")).toHaveLength(8);
  expect(codes.filter((code) => code === "too-many-attempts")).toHaveLength(4);
  await expect(identity.signIn({ email: "tove@proeve.dk", password: "ret-kode" }, "10.0.0.3")).resolves.toBeDefined();
});

test("[D5] a session lives twelve hours, each hour of use begins it anew, a tab that stands open does not, and signing out ends it at once", async () => {
  const { cookie } = await identity.signIn({ email: "bo@proeve.dk", password: "ret-kode" }, "127.0.0.1");
  const header = cookie.split(";")[0];
  now = new Date(now.getTime() + 8 * 3_600_000);
  const viewer = await identity.viewerOf(header);
  now = new Date(now.getTime() + 8 * 3_600_000);
  expect(await identity.viewerOf(header)).not.toBeNull();
  now = new Date(now.getTime() + 11 * 3_600_000);
  expect(await identity.viewerStanding(header)).not.toBeNull();
  now = new Date(now.getTime() + 2 * 3_600_000);
  expect(await identity.viewerStanding(header)).toBeNull();
  now = new Date(now.getTime() - 2 * 3_600_000);
  await identity.signOut(viewer!);
  expect(ended).toContain(viewer!.sessionId);
  expect(await identity.viewerOf(header)).toBeNull();

  const later = await identity.signIn({ email: "bo@proeve.dk", password: "ret-kode" }, "127.0.0.1");
  now = new Date(now.getTime() + 13 * 3_600_000);
  expect(await identity.viewerOf(later.cookie.split(";")[0])).toBeNull();
});

test("[D5] the table holds no token, and a made-up one opens nothing", async () => {
  const { cookie } = await identity.signIn({ email: "bo@proeve.dk", password: "ret-kode" }, "127.0.0.1");
  const token = /=([^;]+)/.exec(cookie)?.[1] ?? "";
  const rows = await database.db.select().from(session);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some((row) => JSON.stringify(row).includes(token))).toBe(false);
  expect(await identity.viewerOf("samsvar_session=AAAA")).toBeNull();
});

test("[D4] somebody who is no longer active is signed out and stays out", async () => {
  const { cookie } = await identity.signIn({ email: "bo@proeve.dk", password: "ret-kode" }, "127.0.0.1");
  await database.db.update(person).set({ isActive: false }).where(eq(person.email, "bo@proeve.dk"));
  expect(await identity.viewerOf(cookie.split(";")[0])).toBeNull();
  await expect(identity.signIn({ email: "bo@proeve.dk", password: "ret-kode" }, "127.0.0.9")).rejects.toMatchObject({
    code: "wrong-password",
  });
  await database.db.update(person).set({ isActive: true }).where(eq(person.email, "bo@proeve.dk"));
});

test("[D6] only an administrator sees the people; only a demo shows them before signing in", async () => {
  const { cookie } = await identity.signIn({ email: "tove@proeve.dk", password: "ret-kode" }, "127.0.0.1");
  const viewer = (await identity.viewerOf(cookie.split(";")[0]))!;
  await expect(identity.people(viewer)).rejects.toMatchObject({ kind: "forbidden", code: "administrators-only" });
  expect(await identity.demo()).toBeNull();
  await database.db
    .insert(membership)
    .values({ id: crypto.randomUUID(), userId: viewer.id, role: "administrator", centerId: null });
  const again = (await identity.viewerOf(cookie.split(";")[0]))!;
  expect((await identity.people(again)).map((row) => row.name)).toEqual(["Bo", "Tove"]);
});

test("[U1] signing in is in the trail, the chain holds, and nobody rewrites it", async () => {
  const [anyone] = await database.db.select().from(person);
  const { cookie } = await identity.signIn({ email: "tove@proeve.dk", password: "ret-kode" }, "127.0.0.1");
  const viewer = (await identity.viewerOf(cookie.split(";")[0]))!;
  await expect(audit.trail(viewer)).rejects.toMatchObject({ kind: "forbidden", code: "auditors-only" });
  const { entries } = await audit.trail({ ...viewer, roles: [{ role: "auditor", center: null }] });
  expect(entries[0]?.event).toBe("signed-in");
  expect(await audit.verify(anyone!.municipalityId)).toMatchObject({ brokenAt: null });
  await expect(database.sql`update audit_entry set event = 'x'`).rejects.toThrow(/append only/);
  await expect(database.sql`delete from audit_entry`).rejects.toThrow(/append only/);
});
