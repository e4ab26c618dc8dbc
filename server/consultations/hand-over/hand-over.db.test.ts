import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allBlocks, textOf } from "../../../app/document-model/document";
import { readDocument } from "../../../app/document-model/read";
import type { CenterId } from "../../../db/ids";
import { assignment, center, centerHandover, givenSection, notice } from "../../../db/schema";
import { eventsOf, type HearingWorld, hearingForm, hearingWorld, writes } from "../../../tests/world/hearing";
import { signOffsOf, twoParts } from "../../../tests/world/sign-offs";
import { createIdentity } from "../../identity";
import { createReviews } from "../../reviews";
import { createConsultations } from "..";

let world: HearingWorld;
let identity: ReturnType<typeof createIdentity>;
let consultations: ReturnType<typeof createConsultations>;
const knocked: unknown[] = [];
const TODAY = "2026-03-02";

beforeAll(async () => {
  world = await hearingWorld();
  const told = { onDocumentChanged: (id: unknown) => void knocked.push(id), handOverPart: signOffsOf(world).handOver };
  consultations = createConsultations({ ...world, ...told });
  identity = createIdentity({
    ...world,
    secret: "s".repeat(32),
    isSecure: false,
    demoPassword: "",
    onSessionEnded: () => {},
    onCenterClosed: async (tx, actor) => {
      const changed = await consultations.handOver(tx, actor);
      return () => void knocked.push(...changed);
    },
  });
});

afterAll(() => world.close());

/** A center of its own, so that closing it leaves the others as they are. */
async function fresh(name: string, kind: "center" | "council" = "center"): Promise<CenterId> {
  return identity.createCenter(world.people.adam, { centerName: name, shortName: name, kind });
}

async function givenTo(consultationId: string, centerId: CenterId) {
  const rows = await world.db
    .select()
    .from(assignment)
    .where(and(eq(assignment.consultationId, consultationId as never), eq(assignment.centerId, centerId)));
  return rows.length;
}

const close = (centerId: string, successorId: string, closedOn = TODAY) =>
  identity.closeCenter(world.people.adam, { centerId, successorId, closedOn });

async function hearingFor(centerId: CenterId) {
  const { people, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  await consultations.assign(people.tove, id, { clauseId: called("Indlæggelse"), centerId, deadline: "2026-03-12" });
  return id;
}

test("[H50] only administrators close, name and open centers; closed ones are listed last, with how many people they have", async () => {
  for (const one of [world.people.tove, world.people.rita, world.people.lars]) {
    await expect(identity.centersPage(one)).rejects.toMatchObject({ code: "administrators-only" });
    await expect(identity.closeCenter(one, {})).rejects.toMatchObject({ code: "administrators-only" });
    await expect(identity.createCenter(one, {})).rejects.toMatchObject({ code: "administrators-only" });
    await expect(identity.renameCenter(one, {})).rejects.toMatchObject({ code: "administrators-only" });
    await expect(identity.reopenCenter(one, {})).rejects.toMatchObject({ code: "administrators-only" });
  }
  const made = await fresh("Center for Prøver");
  await expect(fresh("center for prøver")).rejects.toMatchObject({ fields: { centerName: "center-name-taken" } });
  await identity.renameCenter(world.people.adam, { centerId: made, centerName: " Center for\nAlt ", shortName: "Alt" });
  await close(made, world.centers.social);
  const page = await identity.centersPage(world.people.adam);
  expect(page.at(-1)).toMatchObject({ name: "Center for Alt", state: "closed", closedOn: TODAY, members: 0 });
  expect(page.find(({ id }) => id === world.centers.social)).toMatchObject({ members: 2, state: "open" });
  const again = { centerId: made, centerName: "Andet", shortName: "Andet" };
  await expect(identity.renameCenter(world.people.adam, again)).rejects.toMatchObject({ code: "center-is-closed" });
  await expect(identity.reopenCenter(world.people.adam, { centerId: made })).rejects.toMatchObject({
    code: "center-is-closed",
  });
  expect(await eventsOf(world, made)).toEqual(["center-created", "center-renamed", "center-closed"]);
});

test("[H51] what is wrong with a closing is told at its field, and a center next door is not there", async () => {
  const made = await fresh("Center A");
  await expect(close(made, made)).rejects.toMatchObject({ fields: { successorId: "successor-is-itself" } });
  await expect(close(made, "")).rejects.toMatchObject({ fields: { successorId: "missing" } });
  await expect(close(made, world.centers.social, "2026-02-29")).rejects.toMatchObject({
    fields: { closedOn: "not-a-day" },
  });
  await expect(close(made, world.centers.social, "2026-03-01")).rejects.toMatchObject({
    fields: { closedOn: "closing-day-passed" },
  });
  await expect(close("not-an-id", world.centers.social)).rejects.toMatchObject({ kind: "not-found" });
});

test("[H50] [H53] until its day a closing changes nothing and is taken back; on the day the job hands over, once", async () => {
  const [made, heir] = [await fresh("Center B"), await fresh("Center C")];
  const id = await hearingFor(made);
  await close(made, heir, "2026-03-05");
  await close(made, heir, "2026-03-05");
  await consultations.handOverDue({ municipalityId: world.id });
  expect(await givenTo(id, made)).toBe(2);
  await identity.reopenCenter(world.people.adam, { centerId: made });
  await identity.reopenCenter(world.people.adam, { centerId: made });
  await close(made, heir, "2026-03-06");
  const jobs =
    await world.sql`select run_at from graphile_worker.jobs where key = ${`hand-over:${world.id}:2026-03-06`}`;
  expect(jobs.map(({ run_at }) => new Date(run_at).toISOString())).toEqual(["2026-03-05T23:00:00.000Z"]);
  world.clock.at = new Date("2026-03-05T23:00:00Z");
  await consultations.handOverDue({ municipalityId: world.id });
  await consultations.handOverDue({ municipalityId: world.id });
  world.clock.at = new Date("2026-03-02T09:00:00Z");
  expect([await givenTo(id, made), await givenTo(id, heir)]).toEqual([0, 2]);
  expect((await eventsOf(world, id)).filter((event) => event === "tasks-handed-over")).toHaveLength(1);
  await world.db.update(center).set({ closedOn: "2026-01-01" }).where(eq(center.id, made));
});

test("[H53] [M1] open tasks and who answers for a goal go to the successor, whose own deadline stays; those concerned are told", async () => {
  const { db, people } = world;
  const [made, heir] = [await fresh("Center D"), await fresh("Center E")];
  const id = await hearingFor(made);
  const [first] = await db.select().from(assignment).where(eq(assignment.consultationId, id));
  await consultations.assign(people.tove, id, { clauseId: first!.clauseId, centerId: heir, deadline: "2026-03-10" });
  for (const centerId of [heir, made])
    await consultations.own(people.tove, id, { clauseId: first!.clauseId, centerId });
  await close(made, heir);
  const rows = await db.select().from(assignment).where(eq(assignment.consultationId, id));
  expect(rows.map(({ centerId, isOwner, deadline }) => [centerId === heir, isOwner, deadline]).sort()).toEqual([
    [true, false, "2026-03-12"],
    [true, true, "2026-03-10"],
  ]);
  const told = await db.select().from(notice).where(eq(notice.consultationId, id));
  expect(told.map(({ kind, userId, about }) => [kind, userId, about])).toEqual([
    ["tasks-handed-over", people.tove.id, { centerId: heir }],
  ]);
});

test("[H52] a closed center is given nothing and answers for nothing; the message stands at the field and names who does", async () => {
  const { people, called } = world;
  const [made, heir] = [await fresh("Center F"), await fresh("Center G")];
  const id = await hearingFor(heir);
  await close(made, heir);
  const form = { clauseId: called("Udskrivning"), centerId: made, deadline: "2026-03-12" };
  const code = { fields: { centerId: "center-taken-over|Center F|Center G" } };
  await expect(consultations.assign(people.tove, id, form)).rejects.toMatchObject(code);
  await expect(consultations.own(people.tove, id, form)).rejects.toMatchObject(code);
  const { centers } = await consultations.page(people.tove, id);
  expect(centers.find((one) => one.id === made)?.closed).toEqual({ on: TODAY, successor: "Center G" });
  expect(centers.find((one) => one.id === heir)?.closed).toBeUndefined();
});

test("[H52] of a closing and an assignment at once one comes first, and nothing is left with the closed center", async () => {
  const { people, called } = world;
  for (let round = 0; round < 4; round++) {
    const [made, heir] = [await fresh(`Samtidig ${round}`), await fresh(`Efter ${round}`)];
    const id = await consultations.open(people.tove, hearingForm(world));
    const form = { clauseId: called("Indlæggelse"), centerId: made, deadline: "2026-03-12" };
    const given = consultations.assign(people.tove, id, form).then(
      () => true,
      () => false,
    );
    const [isGiven] = await Promise.all([given, close(made, heir)]);
    expect([await givenTo(id, made), await givenTo(id, heir)]).toEqual([0, isGiven ? 2 : 0]);
  }
});

test("[H54] [H55] [H56] an unsigned part and its sections go along; its people write on, and their text counts for the successor", async () => {
  const { db, people, centers, called } = world;
  const { id, responseId, documentId, about } = await twoParts(world);
  const doc = (await world.documents.load(documentId))!.doc!;
  const heading = [...allBlocks(readDocument(doc))].find((one) => one.kind === "heading" && textOf(one) !== "");
  await signOffsOf(world).giveSection(people.tove, responseId, { blockId: heading!.id, centerId: centers.elderly });
  await close(centers.elderly, centers.youth);
  expect(await db.select().from(centerHandover).where(eq(centerHandover.consultationId, id))).toMatchObject([
    { centerId: centers.elderly, successorId: centers.youth },
  ]);
  const [section] = await db.select().from(givenSection).where(eq(givenSection.responseId, responseId));
  expect(section?.centerId).toBe(centers.youth);
  expect(knocked).toContain(documentId);
  const coverage = await world.links.coverage(people.unni, id);
  expect(coverage.centers.map((one) => one.id)).toEqual([centers.social, centers.youth]);
  const cell = coverage.cells.find((one) => one.clauseId === called("Varsling"));
  expect(cell).toMatchObject({ centerId: centers.youth, state: "answered" });
  // Elsa, of the closed center, goes on: in its name, and for its successor.
  const page = await world.responses.page(people.elsa, responseId);
  expect(page).toMatchObject({ access: "write", linkAs: [centers.elderly] });
  await writes(world, people.elsa, documentId, "Og vi følger op.", [about("Plan", centers.elderly)]);
  const then = await world.links.coverage(people.elsa, id);
  expect(then.cells.find((one) => one.clauseId === called("Plan"))).toMatchObject({
    centerId: centers.youth,
    state: "answered",
    mayAnswer: true,
  });
  const parts = await signOffsOf(world).parts(people.ulla, responseId);
  expect(parts.standings.map(({ center: one, hasText }) => [one.id, hasText])).toEqual([
    [centers.social, true],
    [centers.youth, true],
  ]);
  await db.update(center).set({ closedOn: null, successorId: null }).where(eq(center.id, centers.elderly));
});

test("[H54] a part that stands signed stays its center's with what is settled in it; what is open goes", async () => {
  const { people, centers, called } = world;
  const { id, responseId } = await twoParts(world);
  const signOffs = signOffsOf(world);
  const { sha256 } = await signOffs.page(people.lone, responseId, centers.elderly);
  await signOffs.sign(people.lone, responseId, centers.elderly, { sha256, after: "" });
  await close(centers.elderly, centers.youth);
  const { cells } = await world.links.coverage(people.tove, id);
  const whose = (heading: string) => cells.filter((one) => one.clauseId === called(heading)).map((one) => one.centerId);
  expect([whose("Varsling"), whose("Plan")]).toEqual([[centers.elderly], [centers.youth]]);
  const { standings } = await signOffs.parts(people.tove, responseId);
  expect(standings.find((one) => one.center.id === centers.elderly)?.state).toBe("signed");
  await world.db.update(center).set({ closedOn: null, successorId: null }).where(eq(center.id, centers.elderly));
});

test("[H54] what is sent stays as it was, and goes on when it is opened again", async () => {
  const { people, centers } = world;
  const { id, responseId } = await twoParts(world);
  const reviews = createReviews({ ...world, onReopened: consultations.handOver });
  await reviews.send(people.tove, responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  await close(centers.elderly, centers.youth);
  expect(await givenTo(id, centers.youth)).toBe(0);
  await reviews.reopen(people.tove, responseId, { reason: "Vi mangler et afsnit." });
  expect([await givenTo(id, centers.elderly), await givenTo(id, centers.youth)]).toEqual([0, 2]);
});
