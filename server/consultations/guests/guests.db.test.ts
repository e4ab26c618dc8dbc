import { beforeAll, expect, test } from "vitest";
import { newId } from "../../../db/ids";
import {
  eventsOf,
  type HearingWorld,
  hearingForm,
  hearingUnderWay,
  hearingWorld,
  writes,
} from "../../../tests/world/hearing";
import { invitedTown, jointHearing, jointText } from "../../../tests/world/joint";
import { eventsFor } from "../../calendar/events";
import { centerNames } from "../../exports/queries";
import type { Viewer } from "../../identity/viewer";
import { createSearch } from "../../search";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});

const guests = () => world.consultations.guests;
const refused = (kind: string, code: string, fields?: object) => ({ kind, code, ...(fields ? { fields } : {}) });
const stateFor = async (hearing: string, municipality: string) =>
  (await guests().page(world.people.tove, hearing)).rows.find((row) => row.municipality.id === municipality);
const told = (viewer: Viewer) => world.notices.waiting(viewer).then((rows) => rows.map(({ kind }) => kind));

test("[J10] a host invites by name, once, and whoever may answer is told; in the trails of both", async () => {
  const { id, guest } = await invitedTown(world);
  const { tove } = world.people;
  expect(await stateFor(id, guest.id)).toMatchObject({ state: "waiting", answered: null, mayWithdraw: true });
  const invite = (municipalityId: string, who = tove) => guests().invite(who, id, { municipalityId });
  const at = (code: string) => refused("invalid", "form", { municipalityId: code });
  await expect(invite(guest.id)).rejects.toMatchObject(at("already-invited"));
  await expect(invite(world.id)).rejects.toMatchObject(at("own-municipality"));
  await expect(invite(newId())).rejects.toMatchObject(at("no-such-municipality"));
  await expect(invite("x")).rejects.toMatchObject(at("no-such-municipality"));
  await expect(guests().invite(tove, id, {})).rejects.toMatchObject(at("missing"));
  for (const who of [world.people.sune, world.people.lars, world.people.lise, guest.people.tove])
    await expect(invite(guest.id, who)).rejects.toMatchObject({ kind: expect.stringMatching("forbidden|not-found") });
  expect(await told(guest.people.tove)).toEqual(["invited"]);
  expect(await told(guest.people.sune)).toEqual([]);
  expect((await eventsOf(world, id)).filter((event) => event === "municipality-invited")).toHaveLength(2);
  expect((await guests().page(tove, id)).choices.map(({ name }) => name)).not.toContain("Vallensbæk Kommune");
});

test("[J10] nobody is invited once the text is sent, nor a town in which nobody could answer", async () => {
  const { tove } = world.people;
  const { id, responseId, documentId, third } = await invitedTown(world);
  await world.sql`update membership set role = 'reader' where user_id = ${third.people.tove.id}`;
  await expect(guests().invite(tove, id, { municipalityId: third.id })).rejects.toMatchObject(
    refused("invalid", "form", { municipalityId: "nobody-to-answer" }),
  );
  await writes(world, world.people.sune, documentId, "Vi støtter forslaget.");
  await world.reviews.send(tove, responseId, { approverId: world.people.lars.id, holesAccepted: "yes" });
  await expect(guests().invite(tove, id, { municipalityId: third.id })).rejects.toMatchObject(
    refused("conflict", "approved"),
  );
  expect((await guests().page(tove, id)).can.invite).toBe(false);
  await world.sql`update membership set role = 'coordinator' where user_id = ${third.people.tove.id}`;
});

test("[J12] before its coordinator has accepted, a guest is told title, sender, deadline and who asks, and nothing else", async () => {
  const { id, guest, third } = await invitedTown(world);
  const page = await guests().invitation(guest.people.tove, id);
  expect(page).toMatchObject({
    title: "Høring om samarbejdsaftalen",
    sender: "Regionen",
    host: "Prøve Kommune",
    invitedBy: "Tove Tovholder",
    state: "waiting",
    can: { answer: true },
  });
  expect(page.centers.map(({ name }) => name)).toEqual([
    "Center for Social",
    "Center for Unge",
    "Center for Ældre",
    "Handicapråd",
  ]);
  expect(await guests().waiting(guest.people.tove)).toMatchObject([{ consultationId: id, host: "Prøve Kommune" }]);
  for (const who of [guest.people.sune, guest.people.lars, third.people.tove, world.people.tove])
    await expect(guests().invitation(who, id)).rejects.toMatchObject({ kind: "not-found" });
  await expect(guests().invitation(guest.people.tove, "x")).rejects.toMatchObject({ kind: "not-found" });
  expect(await world.consultations.list(guest.people.tove)).toEqual([]);
});

test("[J13] a guest says which of its own open centers take part, and takes off what has been given nothing", async () => {
  const { id, guest, third } = await invitedTown(world);
  const { social, elderly, youth } = guest.centers;
  const { tove } = guest.people;
  const accept = (centerId: string | string[], who = tove) => guests().accept(who, id, { centerId });
  await expect(accept([])).rejects.toMatchObject(refused("invalid", "form", { centerId: "missing" }));
  await expect(accept([social, third.centers.social])).rejects.toMatchObject({ kind: "not-found" });
  await expect(accept(world.centers.social)).rejects.toMatchObject({ kind: "not-found" });
  await expect(accept(social, guest.people.lars)).rejects.toMatchObject({ kind: "not-found" });
  await expect(accept(social, third.people.tove)).rejects.toMatchObject({ kind: "not-found" });
  await world.sql`update center set closed_on = '2026-01-01', successor_id = ${social} where id = ${youth}`;
  await expect(accept([social, youth])).rejects.toMatchObject(
    refused("invalid", "form", { centerId: "center-is-closed" }),
  );
  await accept([social, elderly]);
  await accept([elderly, social]);
  expect(await stateFor(id, guest.id)).toMatchObject({
    state: "accepted",
    centers: ["Center for Social", "Center for Ældre"],
    answered: { by: "Tove Tovholder" },
  });
  expect((await eventsOf(world, id)).filter((event) => event === "invitation-accepted")).toHaveLength(2);
  expect(await told(world.people.tove)).toContain("invitation-answered");
  // What is answered waits for nobody any more. [N2]
  const news = (await world.notices.waiting(guest.people.tove)).filter(({ kind }) => kind === "invited");
  expect(news.filter(({ hearing }) => hearing?.id === id)).toEqual([]);
  const give = { clauseId: world.called("Besked"), centerId: social, deadline: "2026-03-12" };
  await world.consultations.assign(world.people.tove, id, give);
  await expect(accept(elderly)).rejects.toMatchObject(refused("invalid", "form", { centerId: "center-has-tasks" }));
  await accept(social);
  const elsa = await guests().viewerAt(guest.people.elsa, { consultationId: id });
  expect(elsa.guest).toBeUndefined();
  const toElderly = { ...give, centerId: elderly };
  await expect(world.consultations.assign(world.people.tove, id, toElderly)).rejects.toMatchObject({
    kind: "not-found",
  });
});

test("[J13] a host gives clauses to centers that take part, and to no other of a guest's", async () => {
  const { id, guest } = await invitedTown(world);
  const give = (centerId: string) =>
    world.consultations.assign(world.people.tove, id, {
      clauseId: world.called("Besked"),
      centerId,
      deadline: "2026-03-12",
    });
  await expect(give(guest.centers.social)).rejects.toMatchObject({ kind: "not-found" });
  await guests().accept(guest.people.tove, id, { centerId: guest.centers.social });
  await give(guest.centers.social);
  await expect(give(guest.centers.elderly)).rejects.toMatchObject({ kind: "not-found" });
  const page = await world.consultations.page(world.people.tove, id);
  expect(page.centers.map(({ name }) => name)).toEqual([
    "Center for Social",
    "Center for Unge",
    "Center for Ældre",
    "Handicapråd",
    "Center for Social, Vallensbæk",
  ]);
});

test("[J14] wherever a hearing's centers are named, a guest's has its municipality's name with it", async () => {
  const { id, responseId, guest, at } = await jointText(world);
  const name = "Center for Social, Vallensbæk";
  const sune = await at("sune");
  const centersOf = async (viewer: Viewer) => (await world.links.coverage(viewer, id)).centers.map((one) => one.name);
  for (const viewer of [world.people.tove, sune]) {
    expect(await centersOf(viewer)).toContain(name);
    expect((await world.responses.page(viewer, responseId)).centers.map((one) => one.name)).toContain(name);
    const { timeline } = await world.consultations.front(viewer, id);
    expect(JSON.stringify(timeline)).toContain("Social, Vallensbæk");
    expect((await world.consultations.plans.page(viewer, id)).centers.map((one) => one.name)).toContain(name);
  }
  const hearing = { id, municipalityId: world.id } as Parameters<typeof centerNames>[1];
  const names = await centerNames(world.db, hearing);
  expect([names.get(guest.centers.social), names.get(world.centers.social)]).toEqual([name, "Center for Social"]);
  expect(names.has(guest.centers.elderly)).toBe(false);
  expect(sune.roles).toEqual([
    { role: "contributor", center: { id: guest.centers.social, name, shortName: "Social, Vallensbæk" } },
  ]);
  const ours = await world.consultations.page(sune, id);
  expect(ours.centers.map((one) => one.name)).toEqual(["Center for Social", "Center for Ældre", name]);
  expect((await world.reviews.page(world.people.tove, responseId)).holes).toContainEqual({
    clause: expect.any(String),
    center: name,
  });
});

test("[J14] a hit of the search names a guest's center with its municipality", async () => {
  const { documentId, guest, at } = await jointText(world);
  const link = { kind: "clause" as const, id: world.called("Besked"), center: guest.centers.social };
  await writes(world, await at("sune"), documentId, "Kvashøjen skal med i aftalen.", [link]);
  const { hits } = await createSearch(world).search(world.people.lise, { query: "kvashøjen" });
  expect(hits).toMatchObject([{ kind: "remark", centers: ["Social, Vallensbæk"] }]);
});

test("[J17] a guest finds the hearing on its list, its desk and in its notices, and nobody else there does", async () => {
  const { id, guest, third } = await jointText(world);
  const list = async (viewer: Viewer) => (await world.consultations.list(viewer)).filter((one) => one.id === id);
  expect(await list(guest.people.sune)).toMatchObject([{ host: "Prøve Kommune", status: "writing" }]);
  expect(await list(guest.people.lise)).toHaveLength(1);
  for (const who of [guest.people.elsa, third.people.tove, third.people.sune]) expect(await list(who)).toEqual([]);
  expect(await list(world.people.sune)).toMatchObject([{ host: null }]);
  const desk = async (viewer: Viewer) =>
    (await world.consultations.desk(viewer)).flatMap(({ consultation, reason }) =>
      consultation.id === id ? [reason] : [],
    );
  expect(await desk(guest.people.sune)).toEqual(["answer-clauses"]);
  expect(await desk(guest.people.tove)).toEqual(["answer-clauses"]);
  expect(await desk(guest.people.elsa)).toEqual([]);
  const dates = async (viewer: Viewer) =>
    (await eventsFor(world.db, viewer, { since: "2026-01-01", home: "" })).map(({ summary }) => summary);
  const own = await dates(guest.people.sune);
  expect(own.filter((one) => one.startsWith("Frist for "))).toEqual([
    expect.stringMatching(/^Frist for Center for Social, Vallensbæk: Høring om samarbejdsaftalen/),
  ]);
  expect(own.some((one) => one.startsWith("Ekstern frist: "))).toBe(true);
  for (const who of [guest.people.elsa, third.people.tove]) expect(await dates(who)).toEqual([]);
  world.clock.at = new Date("2026-03-12T05:31:00Z");
  await world.consultations.reminders.morning();
  const near = async (viewer: Viewer) =>
    (await world.notices.waiting(viewer)).filter(({ kind, hearing }) => kind === "deadline-near" && hearing?.id === id);
  expect(await near(guest.people.sune)).toMatchObject([{ center: "Center for Social, Vallensbæk", day: "2026-03-12" }]);
  expect(await near(guest.people.elsa)).toEqual([]);
  expect(await near(third.people.sune)).toEqual([]);
  // Who is no guest any more has nothing of it left.
  await guests().withdraw(world.people.tove, id, { municipalityId: guest.id });
  expect(await near(guest.people.sune)).toEqual([]);
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});

test("[J13] a guest's center that closes goes on with what it had, and is given nothing more", async () => {
  const { id, guest, at } = await jointText(world);
  await world.sql`update center set closed_on = '2026-03-01', successor_id = ${guest.centers.elderly} where id = ${guest.centers.social}`;
  await world.consultations.handOverDue({ municipalityId: guest.id });
  await world.consultations.handOverDue({ municipalityId: world.id });
  expect((await at("sune")).guest).toBeDefined();
  expect((await world.links.coverage(await at("sune"), id)).answersFor).toEqual([guest.centers.social]);
  const more = { clauseId: world.called("Varsling"), centerId: guest.centers.social, deadline: "2026-03-12" };
  await expect(world.consultations.assign(world.people.tove, id, more)).rejects.toMatchObject({ kind: "invalid" });
  // Its own coordinator names another, and keeps the closed one as long as it has something.
  await guests().accept(guest.people.tove, id, { centerId: [guest.centers.social, guest.centers.elderly] });
  expect((await at("elsa")).guest).toBeDefined();
});

test("[J10] of a withdrawal and an acceptance at once one comes first", async () => {
  const { id, guest } = await invitedTown(world);
  const outcomes = await Promise.allSettled([
    guests().withdraw(world.people.tove, id, { municipalityId: guest.id }),
    guests().accept(guest.people.tove, id, { centerId: guest.centers.social }),
  ]);
  expect(outcomes[0].status).toBe("fulfilled");
  expect((await stateFor(id, guest.id))?.state).toBe("withdrawn");
  expect((await guests().viewerAt(guest.people.sune, { consultationId: id })).guest).toBeUndefined();
});

test("[J12] the municipalities that take part are there for who reads the hearing, the others for who leads it", async () => {
  const { id, at } = await jointHearingWithThird();
  const names = async (viewer: Viewer) => (await guests().page(viewer, id)).rows.map((row) => row.municipality.name);
  expect(await names(world.people.tove)).toEqual(["Tredje Kommune", "Vallensbæk Kommune"]);
  expect(await names(world.people.sune)).toEqual(["Vallensbæk Kommune"]);
  expect(await names(await at("tove"))).toEqual(["Vallensbæk Kommune"]);
  expect((await guests().page(await at("tove"), id)).can.invite).toBe(false);
});

async function jointHearingWithThird() {
  const found = await jointText(world);
  await guests().invite(world.people.tove, found.id, { municipalityId: found.third.id });
  return found;
}

test("[J11] who is at home stays who they are, also where their own town is the host", async () => {
  const { id } = await jointHearing(world);
  const other = await hearingUnderWay(world);
  expect(await guests().viewerAt(world.people.sune, { consultationId: id })).toBe(world.people.sune);
  expect(await guests().viewerAt(world.people.sune, { consultationId: other.id })).toBe(world.people.sune);
  expect(hearingForm(world).kind).toBe("hearing");
});
