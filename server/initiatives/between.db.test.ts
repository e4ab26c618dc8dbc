import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CenterId } from "../../db/ids";
import { auditEntry, center, indicatorValue } from "../../db/schema";
import { eventsOf, type HearingWorld, hearingForm, hearingWorld, neighbour, writes } from "../../tests/world/hearing";
import { signOffsOf } from "../../tests/world/sign-offs";
import type { Sketch } from "../../tests/world/source";
import { createConsultations } from "../consultations";
import { createIdentity } from "../identity";
import type { Viewer } from "../identity/viewer";
import { createInitiatives } from "./index";

const GOALS: Sketch[] = [["section", "Hverdagsliv", "", [["goal", "Færre er ensomme", ""]]]];

let world: HearingWorld;
let initiatives: ReturnType<typeof createInitiatives>;
let consultations: ReturnType<typeof createConsultations>;
let identity: ReturnType<typeof createIdentity>;
beforeAll(async () => {
  world = await hearingWorld(GOALS);
  const signOffs = signOffsOf(world);
  initiatives = createInitiatives({ ...world, onTended: (tx, id) => signOffs.watchSource(tx, id) });
  const told = { handOverPart: signOffs.handOver, handOverInitiatives: initiatives.handOver };
  consultations = createConsultations({ ...world, ...told });
  identity = createIdentity({
    ...world,
    secret: "s".repeat(32),
    isSecure: false,
    demoPassword: "",
    onSessionEnded: () => {},
    onCenterClosed: async (tx, actor) => {
      await consultations.handOver(tx, actor);
      return () => {};
    },
  });
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-09T09:00:00Z");
});
afterAll(() => world.close());

/** A follow-up on the one goal, with an initiative of that center's that is measured by one indicator. */
async function followed(centerId: CenterId = world.centers.social) {
  const { people, responses, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world, { kind: "follow-up", deadline: "2026-12-18" }));
  const clauseId = called("Færre er ensomme");
  await consultations.assign(people.tove, id, { clauseId, centerId, deadline: "2026-12-01" });
  const form = { clauseId, centerId, title: "Madklubben", period: "2026", deadline: "juni" };
  const initiativeId = await initiatives.add(people.tove, id, form);
  const measured = { name: "Gæster", unit: "antal" };
  const indicatorId = await initiatives.addIndicator(people.tove, id, initiativeId, measured);
  const responseId = await responses.start(people.tove, id);
  return { id, initiativeId, indicatorId, responseId };
}
type Followed = Awaited<ReturnType<typeof followed>>;

async function approves({ responseId }: Followed) {
  const { people, reviews } = world;
  const { documentId } = await world.responses.page(people.tove, responseId);
  await writes(world, people.sune, documentId, "Der bliver spist.");
  const form = { approverId: people.dorte.id, holesAccepted: "yes" };
  const reviewId = await reviews.send(people.tove, responseId, form);
  const [round] = (await reviews.page(people.dorte, responseId)).rounds;
  await reviews.approve(people.dorte, reviewId, { sha256: round!.sha256 });
}

async function ofGoal(viewer: Viewer, { initiativeId }: Followed) {
  const page = await initiatives.ofGoal(viewer, [world.called("Færre er ensomme")]);
  return page.initiatives.find(({ id }) => id === initiativeId)!;
}

const onBoard = async (id: string, { initiativeId }: Followed, viewer = world.people.lise) =>
  (await initiatives.board(viewer, id))!.initiatives.find((row) => row.id === initiativeId)!;

test("[M23] a figure is counted when it comes, with the day it is of and who said it, also after the text was sent", async () => {
  const { people, clock, db } = world;
  const one = await followed();
  await initiatives.count(people.sune, one.indicatorId, { value: "12", day: "2026-02-01" });
  await approves(one);
  await expect(
    initiatives.say(people.sune, one.id, one.indicatorId, { value: "1", day: "2026-03-01" }),
  ).rejects.toMatchObject({ code: "approved" });
  clock.at = new Date("2026-04-01T08:00:00Z");
  await initiatives.count(people.sune, one.indicatorId, { value: "1.250,5", day: "2026-03-31" });
  await initiatives.count(people.sune, one.indicatorId, { value: "1250,5", day: "2026-03-31" });
  expect((await ofGoal(people.sune, one)).indicators[0]?.figures).toMatchObject([
    { day: "2026-02-01", value: "12", by: people.sune.name, isNew: false },
    { day: "2026-03-31", value: "1250.5", by: people.sune.name, at: clock.at, isNew: true },
  ]);
  const said = and(eq(auditEntry.objectKind, "initiative"), eq(auditEntry.objectId, one.initiativeId));
  expect(await db.select().from(auditEntry).where(said)).toHaveLength(2);
  await initiatives.uncount(people.tove, one.indicatorId, { day: "2026-03-31" });
  expect((await ofGoal(people.sune, one)).indicators[0]?.figures).toHaveLength(1);
  const rows = await db.select().from(indicatorValue).where(eq(indicatorValue.indicatorId, one.indicatorId));
  expect(rows).toHaveLength(3);
});

test("[M23] [D2] it is for who writes for its center and for coordinators; to another municipality it is not there", async () => {
  const { people } = world;
  const one = await followed();
  const form = { value: "3", day: "2026-03-01" };
  for (const other of [people.elsa, people.lars, people.lise, people.jens])
    await expect(initiatives.count(other, one.indicatorId, form)).rejects.toMatchObject({ code: "not-your-center" });
  const there = await neighbour(world);
  const guest = { municipality: there.people.sune.municipality } as unknown as Viewer["guest"];
  for (const other of [there.people.tove, people.rita, people.adam, { ...people.sune, guest } as Viewer])
    await expect(initiatives.count(other, one.indicatorId, form)).rejects.toMatchObject({ kind: "not-found" });
  await expect(initiatives.count(people.tove, "x", form)).rejects.toMatchObject({ kind: "not-found" });
  const mayCount = async (viewer: Viewer) => (await ofGoal(viewer, one)).mayCount;
  expect([await mayCount(people.sune), await mayCount(people.tove), await mayCount(people.elsa)]).toEqual([
    true,
    true,
    false,
  ]);
  await initiatives.end(people.tove, one.id, one.initiativeId, true);
  await expect(initiatives.count(people.tove, one.indicatorId, form)).rejects.toMatchObject({
    code: "initiative-ended",
  });
});

test("[M25] a figure that is no number, a day ahead and no day answer at their fields, and nothing is written", async () => {
  const { people } = world;
  const one = await followed();
  const cases = [
    [{ value: "mange", day: "2026-03-01" }, { value: "not-a-figure" }],
    [{ value: "2.04", day: "2026-03-01" }, { value: "not-a-figure" }],
    [{ value: "", day: "2026-03-01" }, { value: "missing" }],
    [{ value: "2", day: "2026-03-10" }, { day: "day-ahead" }],
    [{ value: "2", day: "i går" }, { day: "not-a-day" }],
  ] as const;
  for (const [form, fields] of cases)
    await expect(initiatives.count(people.sune, one.indicatorId, form)).rejects.toMatchObject({ fields });
  expect((await ofGoal(people.sune, one)).indicators[0]?.figures).toEqual([]);
});

test("[M24] the next follow-up marks what has come since the last approved one, and so does what it is frozen with", async () => {
  const { people, clock, reviews } = world;
  const first = await followed();
  const count = (value: string, day: string) => initiatives.count(people.sune, first.indicatorId, { value, day });
  await count("10", "2026-01-31");
  expect((await onBoard(first.id, first)).indicators[0]?.figures).toMatchObject([{ isNew: false }]);
  await approves(first);
  clock.at = new Date("2026-06-01T08:00:00Z");
  for (const [value, day] of [
    ["12", "2026-03-31"],
    ["14", "2026-04-30"],
    ["11", "2026-01-31"],
  ] as const)
    await count(value, day);
  const next = await followed();
  expect((await onBoard(next.id, first)).indicators[0]?.figures.map(({ value, isNew }) => [value, isNew])).toEqual([
    ["11", true],
    ["12", true],
    ["14", true],
  ]);
  await approves(next);
  const { frozen } = await reviews.page(people.dorte, next.responseId);
  const said = frozen?.initiatives?.said.find(({ id }) => id === first.initiativeId);
  expect(said?.indicators[0]?.figures[2]).toEqual({ day: "2026-04-30", value: "14", isNew: true });
  const third = await followed();
  expect((await onBoard(third.id, first)).indicators[0]?.figures.some(({ isNew }) => isNew)).toBe(false);
});

test("[M23] [A33] of a figure and a sign-off at once one comes first, and of a figure and a sending", async () => {
  const { people, centers, reviews } = world;
  const signOffs = signOffsOf(world);
  for (const value of ["1", "2", "3"]) {
    const one = await followed();
    const { sha256 } = await signOffs.page(people.lars, one.responseId, centers.social);
    const signed = signOffs.sign(people.lars, one.responseId, centers.social, { sha256, after: "" }).then(
      () => true,
      (refusal) => {
        expect(refusal).toMatchObject({ code: "text-changed-since-you-read-it" });
        return false;
      },
    );
    const counted = initiatives.count(people.sune, one.indicatorId, { value, day: "2026-03-01" });
    const [isSigned] = await Promise.all([signed, counted]);
    const { standing } = await signOffs.page(people.lars, one.responseId, centers.social);
    expect(standing.state).toBe(isSigned ? "lapsed" : "none");
    const sent = await followed();
    const { documentId } = await world.responses.page(people.tove, sent.responseId);
    await writes(world, people.sune, documentId, "Der bliver spist.");
    await Promise.all([
      reviews.send(people.tove, sent.responseId, { approverId: people.dorte.id, holesAccepted: "yes" }),
      initiatives.count(people.sune, sent.indicatorId, { value, day: "2026-03-01" }),
    ]);
    expect((await ofGoal(people.sune, sent)).indicators[0]?.figures).toHaveLength(1);
  }
});

/** A center of its own, so that closing it leaves the others as they are. */
const fresh = (name: string): Promise<CenterId> =>
  identity.createCenter(world.people.adam, { centerName: name, shortName: name, kind: "center" });

const close = (centerId: string, successorId: string) =>
  identity.closeCenter(world.people.adam, { centerId, successorId, closedOn: "2026-03-09" });

test("[H65] what goes on at a closed center goes on with its successor, once; what has ended and what was said keep its name", async () => {
  const { people, clock } = world;
  const [made, heir] = [await fresh("Center Nord"), await fresh("Center Syd")];
  const [going, over] = [await followed(made), await followed(made)];
  await initiatives.end(people.tove, over.id, over.initiativeId, true);
  const form = { clauseId: world.called("Færre er ensomme"), centerId: made, title: "Gåklubben" };
  const late = { ...going, initiativeId: await initiatives.add(people.tove, going.id, form) };
  const { documentId } = await world.responses.page(people.tove, going.responseId);
  await writes(world, people.tove, documentId, "Gåklubben", [], { kind: "heading" });
  await approves(going);
  await close(made, heir);
  await consultations.handOverDue({ municipalityId: world.id });
  expect(await ofGoal(people.tove, going)).toMatchObject({ centerId: heir, center: "Center Syd", isLeft: false });
  expect(await ofGoal(people.tove, over)).toMatchObject({ centerId: made, center: "Center Nord", isLeft: false });
  expect(await ofGoal(people.tove, late)).toMatchObject({ center: "Center Syd", last: { center: "Center Nord" } });
  expect((await eventsOf(world, made)).filter((event) => event === "initiatives-handed-over")).toHaveLength(1);
  clock.at = new Date("2026-03-10T09:00:00Z");
});

test("[H65] [H54] where its part of a follow-up stands signed, an initiative goes when that text is sent", async () => {
  const { people } = world;
  const [made, heir] = [await fresh("Center Øst"), await fresh("Center Vest")];
  const one = await followed(made);
  const signOffs = signOffsOf(world);
  const place = { clauseId: world.called("Færre er ensomme"), centerId: made };
  await world.goals.say(people.tove, one.id, { ...place, status: "planned" });
  const { sha256 } = await signOffs.page(people.dorte, one.responseId, made);
  await signOffs.sign(people.dorte, one.responseId, made, { sha256, after: "" });
  await close(made, heir);
  expect(await ofGoal(people.tove, one)).toMatchObject({ centerId: made, isLeft: true });
  expect((await signOffs.page(people.dorte, one.responseId, made)).standing.state).toBe("signed");
  await approves(one);
  await consultations.handOverDue({ municipalityId: world.id });
  expect(await ofGoal(people.tove, one)).toMatchObject({ centerId: heir, isLeft: false });
});

test("[H65] of an initiative given to a center and its closing at once one comes first, and nothing is left with the closed one", async () => {
  const { people, called } = world;
  const { id } = await followed();
  for (let round = 0; round < 4; round++) {
    const [made, heir] = [await fresh(`Samtidig ${round}`), await fresh(`Efter ${round}`)];
    const form = { clauseId: called("Færre er ensomme"), centerId: made, title: `Nyt ${round}` };
    const added = initiatives.add(people.tove, id, form).then(
      (initiativeId) => initiativeId,
      (refusal) => {
        expect(refusal).toMatchObject({ fields: { centerId: "center-closed" } });
        return null;
      },
    );
    const [initiativeId] = await Promise.all([added, close(made, heir)]);
    const { initiatives: rows } = await initiatives.ofGoal(people.tove, [called("Færre er ensomme")]);
    expect(rows.filter(({ centerId }) => centerId === made)).toEqual([]);
    if (initiativeId) expect(rows.find((row) => row.id === initiativeId)?.centerId).toBe(heir);
  }
});

test("[H65] one whose center is closed and has no successor is said to be without a center, until a coordinator gives it away", async () => {
  const { people, centers, db } = world;
  const made = await fresh("Center Alene");
  const one = await followed(made);
  await db.update(center).set({ closedOn: "2026-03-01" }).where(eq(center.id, made));
  expect(await onBoard(one.id, one, people.tove)).toMatchObject({ isLeft: true, mayTend: true });
  const form = { title: "Madklubben", centerId: centers.social, period: "2026", deadline: "juni" };
  await initiatives.change(people.tove, one.id, one.initiativeId, form);
  expect(await onBoard(one.id, one)).toMatchObject({ isLeft: false, centerId: centers.social });
});
