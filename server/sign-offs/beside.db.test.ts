import { afterAll, beforeAll, expect, test } from "vitest";
import { type HearingWorld, hearingForm, hearingWorld, writes } from "../../tests/world/hearing";
import { signOffsOf } from "../../tests/world/sign-offs";
import type { Sketch } from "../../tests/world/source";
import { createGoals } from "../goals";
import type { Viewer } from "../identity/viewer";
import { createInitiatives } from "../initiatives";
import type { SignOffs } from "./shapes";

const GOALS: Sketch[] = [
  [
    "section",
    "Et sundt hverdagsliv",
    "",
    [
      ["goal", "Mål: Færre er ensomme", ""],
      ["goal", "Bedre tænder", ""],
    ],
  ],
];

let world: HearingWorld;
let signOffs: SignOffs;
let goals: ReturnType<typeof createGoals>;
let initiatives: ReturnType<typeof createInitiatives>;
beforeAll(async () => {
  world = await hearingWorld(GOALS);
  signOffs = signOffsOf(world);
  goals = createGoals({ ...world, onSaid: (tx, id) => signOffs.watchHearing(tx, id) });
  initiatives = createInitiatives({ ...world, onTended: (tx, id) => signOffs.watchSource(tx, id) });
});
afterAll(() => world.close());

/** A text about goals in which Social has the first and Ældre the second, with a line of Social's. */
async function aboutGoals(kind: "assessment" | "follow-up" = "assessment") {
  const { people, centers, consultations, responses, called } = world;
  const id = await consultations.open(people.tove, hearingForm(world, { kind }));
  const give = (heading: string, centerId: string) =>
    consultations.assign(people.tove, id, { clauseId: called(heading), centerId, deadline: "2026-03-12" });
  await give("Mål: Færre er ensomme", centers.social);
  await give("Bedre tænder", centers.elderly);
  const responseId = await responses.start(people.tove, id);
  const { documentId } = await responses.page(people.tove, responseId);
  await writes(world, people.sune, documentId, "Vi ringer ugentligt.", [
    { kind: "clause", id: called("Mål: Færre er ensomme"), center: centers.social },
  ]);
  return { id, responseId, documentId };
}
type Text = Awaited<ReturnType<typeof aboutGoals>>;

function says(viewer: Viewer, { id }: Text, status: string, more: Record<string, unknown> = {}) {
  const place = { clauseId: world.called("Mål: Færre er ensomme"), centerId: world.centers.social };
  return goals.say(viewer, id, { ...place, status, ...more });
}

const page = ({ responseId }: Text, center = world.centers.social) =>
  signOffs.page(world.people.lars, responseId, center);

async function signs(text: Text) {
  const { sha256, standing } = await page(text);
  const form = { sha256, after: standing.decision?.id ?? "" };
  await signOffs.sign(world.people.lars, text.responseId, world.centers.social, form);
}

async function waiting() {
  const rows = await world.sql`select key from graphile_worker.jobs where key like 'lapses-%'`;
  return rows.map(({ key }) => String(key));
}

test("[A31] [A32] a status that is said otherwise after the sign-off makes it lapse, is named with who said it, and written back it stands", async () => {
  const { people, clock } = world;
  const text = await aboutGoals();
  await says(people.sune, text, "in-progress", { nextStep: "Besøg", due: "2026-06-01" });
  await signs(text);
  expect(await page(text)).toMatchObject({
    standing: { state: "signed" },
    text: { goals: { said: [{ status: "in-progress" }] } },
  });
  clock.at = new Date("2026-03-03T09:00:00Z");
  await says(people.tove, text, "met", { nextStep: "Besøg" });
  expect(await waiting()).toContain(`lapses-${text.documentId}`);
  const { standing, lapse, news } = await page(text);
  const place = { goal: world.called("Mål: Færre er ensomme"), center: world.centers.social };
  const changes = [
    { of: "status", ...place, before: "in-progress", after: "met" },
    { of: "due", ...place, before: "2026-06-01", after: null },
  ];
  expect(standing.state).toBe("lapsed");
  const by = [{ by: people.tove.name, at: clock.at }];
  expect(lapse).toMatchObject({ edits: [], beside: changes.map((change) => ({ change, by })), causes: [] });
  expect(news).toMatchObject({ changes: [], beside: changes });
  clock.at = new Date("2026-03-04T09:00:00Z");
  await says(people.sune, text, "in-progress", { nextStep: "Besøg", due: "2026-06-01" });
  expect((await page(text)).standing.state).toBe("signed");
});

test("[A31] what another center says, and what is said before anybody has signed, makes nothing lapse", async () => {
  const { people, centers, called } = world;
  const text = await aboutGoals();
  await says(people.sune, text, "planned");
  expect(await waiting()).not.toContain(`lapses-${text.documentId}`);
  await signs(text);
  await goals.say(people.elsa, text.id, { clauseId: called("Bedre tænder"), centerId: centers.elderly, status: "met" });
  expect((await page(text)).standing.state).toBe("signed");
  expect((await page(text, centers.elderly)).standing).toMatchObject({ state: "none", hasText: true });
});

test("[A31] a part of which only a status was said is signed off, and one signed before statuses were covered stands", async () => {
  const { people, centers, sql } = world;
  const text = await aboutGoals();
  await goals.say(people.elsa, text.id, {
    clauseId: world.called("Bedre tænder"),
    centerId: centers.elderly,
    status: "not-current",
  });
  const read = await signOffs.page(people.lone, text.responseId, centers.elderly);
  expect(read.can.sign).toBe(true);
  await signOffs.sign(people.lone, text.responseId, centers.elderly, { sha256: read.sha256, after: "" });
  await signs(text);
  await sql`alter table sign_off disable trigger user`;
  await sql`update sign_off set part = part - 'beside' where response_id = ${text.responseId}`;
  await sql`alter table sign_off enable trigger user`;
  await says(people.sune, text, "met");
  expect((await page(text)).standing.state).toBe("signed");
});

test("[A31] [A32] an initiative, its deadline and its figures are the part's; each that changes is told by name", async () => {
  const { people, centers, called, clock } = world;
  const text = await aboutGoals("follow-up");
  const form = { centerId: centers.social, title: "Portalen", period: "2026", deadline: "april/maj" };
  const id = await initiatives.add(people.sune, text.id, { clauseId: called("Mål: Færre er ensomme"), ...form });
  const measured = { name: "Brugere", unit: "%" };
  const indicator = await initiatives.addIndicator(people.sune, text.id, id, measured);
  await initiatives.say(people.sune, text.id, indicator, { value: "2,04", day: "2026-02-01" });
  await signs(text);
  clock.at = new Date("2026-03-05T09:00:00Z");
  await initiatives.change(people.sune, text.id, id, { ...form, deadline: "juni" });
  await initiatives.say(people.tove, text.id, indicator, { value: "2,1", day: "2026-02-01" });
  const { lapse } = await page(text);
  expect(
    lapse?.beside.map(({ change, by }) => [change.of, change.before, change.after, by.map((one) => one.by)]),
  ).toEqual([
    ["deadline", "april/maj", "juni", [people.sune.name]],
    ["figure", "2.04", "2.1", [people.tove.name]],
  ]);
  await initiatives.change(people.tove, text.id, id, { ...form, centerId: centers.elderly });
  expect((await page(text)).lapse?.beside).toMatchObject([{ change: { of: "initiative", after: null } }]);
  await initiatives.end(people.tove, text.id, id, true);
});

test("[A33] of a sign-off and a status at once one comes first: what is signed is what stands, or it has lapsed and that is looked at", async () => {
  const { people } = world;
  for (const status of ["planned", "in-progress", "partly-met", "met"]) {
    const text = await aboutGoals();
    await says(people.sune, text, "not-current");
    const { sha256 } = await page(text);
    const signed = signOffs.sign(people.lars, text.responseId, world.centers.social, { sha256, after: "" }).then(
      () => true,
      (refusal) => {
        expect(refusal).toMatchObject({ code: "text-changed-since-you-read-it" });
        return false;
      },
    );
    const [isSigned] = await Promise.all([signed, says(people.tove, text, status)]);
    const { standing, lapse } = await page(text);
    expect(standing.state).toBe(isSigned ? "lapsed" : "none");
    expect(lapse?.beside.length ?? 0).toBe(isSigned ? 1 : 0);
    expect((await waiting()).includes(`lapses-${text.documentId}`)).toBe(isSigned);
  }
});

test("[A34] what is counted after a text was sent leaves its sign-offs standing until it is opened again", async () => {
  const { people, centers, called, reviews } = world;
  const text = await aboutGoals("follow-up");
  const form = { centerId: centers.social, title: "Madklubben", period: "", deadline: "" };
  const id = await initiatives.add(people.sune, text.id, { clauseId: called("Mål: Færre er ensomme"), ...form });
  const indicator = await initiatives.addIndicator(people.sune, text.id, id, { name: "Gæster", unit: "antal" });
  await signs(text);
  await reviews.send(people.tove, text.responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  const later = await aboutGoals("follow-up");
  await initiatives.say(people.sune, later.id, indicator, { value: "12", day: "2026-03-01" });
  await signOffs.tellLapses({ documentId: text.documentId });
  expect((await page(text)).standing.state).toBe("signed");
  expect((await signOffs.parts(people.tove, text.responseId)).standings[0]?.state).toBe("signed");
  await reviews.reopen(people.tove, text.responseId, { reason: "Et tal mangler." });
  expect((await page(text)).standing.state).toBe("lapsed");
});
