import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CenterId, IndicatorId, InitiativeId } from "../../db/ids";
import { type HearingWorld, hearingForm, hearingWorld } from "../../tests/world/hearing";
import { jointGoals, TWO_GOALS } from "../../tests/world/joint";
import { documentIn } from "../document-store";
import type { Viewer } from "../identity/viewer";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld(TWO_GOALS);
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-09T09:00:00Z");
});
afterAll(() => world.close());

type Joint = Awaited<ReturnType<typeof jointGoals>>;

const adding = (id: string, who: Viewer, centerId: CenterId, title: string) =>
  world.initiatives.add(who, id, { clauseId: world.called("Strategi"), centerId, title });

async function followUp(more: Record<string, unknown> = {}, known?: Joint["guest"]) {
  return jointGoals(world, { kind: "follow-up", ...more }, known);
}

/** The same of the host's and of the guest's: an initiative each, measured by one figure. */
async function tended(joint: Joint) {
  const { people, centers, initiatives } = world;
  const made = async (who: Viewer, centerId: CenterId, title: string) => {
    const initiative = await adding(joint.id, who, centerId, title);
    const indicator = await initiatives.addIndicator(who, joint.id, initiative, { name: "Brugere" });
    return { initiative, indicator, centerId };
  };
  const theirs = await made(await joint.at("sune"), joint.guest.centers.social, "Fælles kurser");
  return { theirs, ours: await made(people.sune, centers.social, "Portalen") };
}

/** Something is said, so that there is something to send. */
function spoken({ id }: Joint) {
  const place = { clauseId: world.called("Katalog"), centerId: world.centers.social };
  return world.goals.say(world.people.sune, id, { ...place, status: "planned" });
}

async function outcomeOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return "done";
  } catch (error) {
    if (error instanceof Error && error.name === "Refusal") return (error as Error & { kind: string }).kind;
    throw error;
  }
}

type Of = { initiative: InitiativeId; indicator: IndicatorId; centerId: CenterId };

/** What is said of goals and initiatives, of the center whose they are. */
function commands(
  id: string,
  { initiative, indicator, centerId }: Of,
): Record<string, (who: Viewer) => Promise<unknown>> {
  const { goals, initiatives, links, called } = world;
  const place = { clauseId: called("Strategi"), centerId };
  const form = { centerId, title: "Noget andet", deadline: "løbende" };
  return {
    say: (who) => goals.say(who, id, { ...place, status: "planned", nextStep: "Møde", due: "2026-05-04" }),
    takeBack: (who) => goals.say(who, id, { ...place, status: "" }),
    answer: (who) => links.answer(who, id, { ...place, answer: "in-work" }),
    add: (who) => adding(id, who, centerId, "Endnu en"),
    change: (who) => initiatives.change(who, id, initiative, form),
    indicator: (who) => initiatives.addIndicator(who, id, initiative, { name: "Flere" }),
    changeIndicator: (who) => initiatives.changeIndicator(who, id, indicator, { name: "Brugere", targetTo: "5" }),
    figure: (who) => initiatives.say(who, id, indicator, { day: "2026-03-08", value: "2,04" }),
    noFigure: (who) => initiatives.takeBack(who, id, indicator, { day: "2026-03-08" }),
    end: (who) => initiatives.end(who, id, initiative, true),
    resume: (who) => initiatives.end(who, id, initiative, false),
  };
}

function hostsAlone(id: string, { guest }: Joint): Record<string, (who: Viewer) => Promise<unknown>> {
  const { goals, consultations, called, centers } = world;
  const place = { clauseId: called("Strategi"), centerId: guest.centers.social };
  return {
    form: (who) => goals.changeForm(who, id, { showsStatus: "" }),
    owner: (who) => consultations.own(who, id, place),
    give: (who) => consultations.assign(who, id, { ...place, centerId: centers.elderly, deadline: "2026-03-12" }),
  };
}

function reads(id: string): Record<string, (who: Viewer) => Promise<unknown>> {
  const { goals, initiatives, links } = world;
  return {
    form: (who) => goals.form(who, id),
    goals: (who) => goals.boardIn(who, id),
    initiatives: (who) => initiatives.board(who, id),
    coverage: (who) => links.coverage(who, id),
  };
}

const WRITE = ["tove", "sune"] as const;
const READ = ["lars", "dorte", "jens", "lise"] as const;
const OUT = ["elsa", "lone", "ras", "rita", "adam"] as const;

/** Everything that a role asks of a joint follow-up, as one word for each kind of thing. */
async function asked(joint: Joint, who: Viewer, of: { theirs: Of; ours: Of }) {
  const all = async (deeds: Record<string, (who: Viewer) => Promise<unknown>>) => {
    const found = new Set<string>();
    for (const ask of Object.values(deeds)) found.add(await outcomeOf(ask(who)));
    return [...found].sort().join("/");
  };
  return {
    reads: await all(reads(joint.id)),
    own: await all(commands(joint.id, of.theirs)),
    hosts: await all(commands(joint.id, of.ours)),
    alone: await all(hostsAlone(joint.id, joint)),
  };
}

const SHUT = {
  reads: "not-found",
  own: "not-found",
  hosts: "not-found",
  alone: expect.stringMatching(/^(not-found|forbidden)/),
};
const KEEPS = expect.stringMatching(/^forbidden$|^not-found$|^forbidden\/not-found$/);

test("[J18] [D3] who writes for a guest says its statuses, initiatives and figures; nobody there what is the host's", async () => {
  const joint = await followUp();
  const of = await tended(joint);
  const refused = { hosts: "forbidden", alone: "forbidden" };
  for (const who of WRITE)
    expect(await asked(joint, await joint.at(who), of), who).toEqual({ reads: "done", own: "done", ...refused });
  for (const who of READ)
    expect(await asked(joint, await joint.at(who), of), who).toEqual({ reads: "done", own: "forbidden", ...refused });
  for (const who of OUT) {
    const { reads: read, own, hosts } = await asked(joint, await joint.at(who), of);
    for (const one of [read, own, hosts]) expect(one, who).toEqual(KEEPS);
  }
});

test("[J18] [J15] invited, declined or withdrawn, a municipality is outside; once it is sent, nobody says any more", async () => {
  const { people, consultations, reviews } = world;
  const { guests } = consultations;
  const leaving: [string, (joint: Joint) => Promise<void>][] = [
    ["declined", ({ id, guest }) => guests.decline(guest.people.tove, id, { reason: "Nej." })],
    ["withdrawn", ({ id, guest }) => guests.withdraw(people.tove, id, { municipalityId: guest.id })],
    [
      "invited again",
      async ({ id, guest }) => {
        await guests.withdraw(people.tove, id, { municipalityId: guest.id });
        await guests.invite(people.tove, id, { municipalityId: guest.id });
      },
    ],
  ];
  for (const [state, leave] of leaving) {
    const joint = await followUp();
    const of = await tended(joint);
    await leave(joint);
    for (const who of [...WRITE, ...READ]) expect(await asked(joint, await joint.at(who), of), state).toEqual(SHUT);
  }
  const sent = await followUp();
  const of = await tended(sent);
  await spoken(sent);
  await reviews.send(people.tove, sent.responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  for (const who of WRITE)
    expect(await asked(sent, await sent.at(who), of), who).toMatchObject({ reads: "done", own: "conflict" });
});

test("[J18] [M16] a guest's initiative stands in the joint follow-up, frozen under its municipality's name, and in no other of the host's", async () => {
  const { people, centers, consultations, initiatives, reviews } = world;
  const joint = await followUp();
  const { theirs, ours } = await tended(joint);
  const named = async (id: string, who: Viewer) =>
    (await initiatives.board(who, id))?.initiatives.map(({ id: one, center }) => [one, center]);
  const here = await named(joint.id, people.lise);
  expect(here).toContainEqual([theirs.initiative, "Center for Social, Vallensbæk"]);
  expect(here).toContainEqual([ours.initiative, "Center for Social"]);
  const choices = async (who: Viewer) => (await initiatives.board(who, joint.id))?.centers.map(({ name }) => name);
  expect(await choices(await joint.at("sune"))).toEqual(["Center for Social, Vallensbæk"]);
  expect(await choices(people.tove)).toContain("Center for Social, Vallensbæk");
  // A center that does not take part is made responsible for nothing, by nobody. [J13]
  await expect(adding(joint.id, people.tove, joint.guest.centers.elderly, "Nej")).rejects.toMatchObject({
    fields: { centerId: "not-a-choice" },
  });
  await spoken(joint);
  await reviews.send(people.tove, joint.responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  const [row] = await world.sql<{ canonical: string; sha256: string }[]>`select v.canonical, v.sha256
    from document_version v join response r on r.document_id = v.document_id where r.id = ${joint.responseId}`;
  expect(documentIn(row!).initiatives?.said.map(({ centerName }) => centerName)).toContain(
    "Center for Social, Vallensbæk",
  );
  const alone = await consultations.open(people.tove, hearingForm(world, { kind: "follow-up" }));
  await consultations.assign(people.tove, alone, {
    clauseId: world.called("Strategi"),
    centerId: centers.social,
    deadline: "2026-03-12",
  });
  const next = await named(alone, people.lise);
  expect(next?.map(([id]) => id)).toContain(ours.initiative);
  expect(next?.map(([id]) => id)).not.toContain(theirs.initiative);
  await expect(initiatives.end(people.tove, alone, theirs.initiative, true)).rejects.toMatchObject({
    kind: "not-found",
  });
  // On the goal's own page the host has all that was ever done. [M15]
  const all = await initiatives.ofGoal(people.lise, [world.called("Strategi")]);
  expect(all.initiatives.map(({ center }) => center)).toContain("Center for Social, Vallensbæk");
  const again = await followUp({}, joint.guest);
  expect((await named(again.id, people.lise))?.map(([id]) => id)).toContain(theirs.initiative);
});

test("[J19] a guest sees nothing of the host's other follow-ups: neither what was said last time, nor what has ended", async () => {
  const { people, centers, initiatives, reviews } = world;
  const before = await followUp();
  const { ours } = await tended(before);
  const ended = await adding(before.id, people.sune, centers.social, "Afsluttet");
  await initiatives.end(people.sune, before.id, ended, true);
  await spoken(before);
  await reviews.send(people.tove, before.responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  const [round] = (await reviews.page(people.dorte, before.responseId)).rounds;
  const [{ id: reviewId } = { id: "" }] = await world.sql<{ id: string }[]>`select id from review
    where response_id = ${before.responseId}`;
  await reviews.approve(people.dorte, reviewId, { sha256: round!.sha256 });
  const now = await followUp();
  const ids = async (who: Viewer) => (await initiatives.board(who, now.id))?.initiatives.map(({ id }) => id);
  expect(await ids(people.lise)).toContain(ended);
  const seen = await ids(await now.at("sune"));
  expect(seen).toContain(ours.initiative);
  expect(seen).not.toContain(ended);
  const board = await initiatives.board(await now.at("sune"), now.id);
  expect(board?.initiatives.every(({ last }) => last === null)).toBe(true);
  const { initiatives: ofGoal } = await initiatives.ofGoal(await now.at("sune"), [world.called("Strategi")]);
  expect(ofGoal).toEqual([]);
});
