import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { isGuestIn } from "../../db/guests";
import { newId, type UserId } from "../../db/ids";
import { document } from "../../db/schema";
import { type HearingWorld, hearingWorld } from "../../tests/world/hearing";
import { invitedTown, jointText } from "../../tests/world/joint";
import type { Town } from "../../tests/world/people";
import { createComments } from "../comments";
import { createHistory } from "../history";
import { createReader } from "../history/reader";
import type { Viewer } from "../identity/viewer";
import { createOutcomes } from "../outcomes";
import { createSignOffs } from "../sign-offs";
import { createVisits } from "../visits";
import { guestsOf, viewerAt } from ".";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});

type Hearing = { id: string; responseId: string };
type Asked = (viewer: Viewer, hearing: Hearing) => Promise<unknown>;

/** What pages of a hearing ask. */
function reads(): Record<string, Asked> {
  const { consultations, links, responses, reviews, suggestions } = world;
  const beside = besideOf();
  return {
    head: (viewer, { id }) => consultations.head(viewer, id),
    page: (viewer, { id }) => consultations.page(viewer, id),
    front: (viewer, { id }) => consultations.front(viewer, id),
    plan: (viewer, { id }) => consultations.plans.page(viewer, id),
    guests: (viewer, { id }) => consultations.guests.page(viewer, id),
    coverage: (viewer, { id }) => links.coverage(viewer, id),
    text: (viewer, { responseId }) => responses.page(viewer, responseId),
    opening: (viewer, { responseId }) => responses.opening(viewer, responseId),
    parts: (viewer, { responseId }) => beside.signOffs.parts(viewer, responseId),
    partsAtDesk: (viewer, { responseId }) => beside.signOffs.atDesk(viewer, responseId),
    comments: (viewer, { responseId }) => beside.comments.since(viewer, responseId, null),
    people: (viewer, { responseId }) => beside.comments.people(viewer, responseId, "t"),
    suggestions: (viewer, { responseId }) => suggestions.list(viewer, responseId, null),
    rounds: (viewer, { responseId }) => reviews.page(viewer, responseId),
    history: (viewer, { responseId }) =>
      beside.history.page(viewer, responseId, { at: null, against: null, restore: null }),
    outcomes: (viewer, { responseId }) => beside.outcomes.page(viewer, responseId),
    visit: (viewer, { responseId }) => beside.visits.arrive(viewer, responseId),
  };
}

/** What only the host's coordinators and case officers do. */
function hostsAlone(): Record<string, Asked> {
  const { consultations, reviews, responses, called, centers } = world;
  const beside = besideOf();
  const place = { clauseId: called("Besked"), centerId: centers.social };
  const form = { ...place, deadline: "2026-03-12" };
  return {
    assign: (viewer, { id }) => consultations.assign(viewer, id, form),
    unassign: (viewer, { id }) => consultations.unassign(viewer, id, place),
    own: (viewer, { id }) => consultations.own(viewer, id, place),
    follow: (viewer, { id }) => consultations.follow(viewer, id, { versionId: world.versionId }),
    stay: (viewer, { id }) => consultations.stay(viewer, id, { versionId: world.versionId }),
    start: (viewer, { id }) => responses.start(viewer, id),
    confirmPlan: (viewer, { id }) => consultations.plans.confirm(viewer, id, {}),
    extend: (viewer, { id }) => consultations.plans.extend(viewer, id, { ...form, reason: "Mere tid" }),
    invite: (viewer, { id }) => consultations.guests.invite(viewer, id, { municipalityId: world.id }),
    withdraw: (viewer, { id }) => consultations.guests.withdraw(viewer, id, { municipalityId: world.id }),
    send: (viewer, { responseId }) =>
      reviews.send(viewer, responseId, { approverId: world.people.lars.id, holesAccepted: "yes" }),
    planApproval: (viewer, { responseId }) => reviews.plan(viewer, responseId, {}),
    reopen: (viewer, { responseId }) => reviews.reopen(viewer, responseId, { reason: "Igen" }),
    giveSection: (viewer, { responseId }) =>
      beside.signOffs.giveSection(viewer, responseId, { blockId: "abcdef", centerId: "" }),
    answerForHost: (viewer, { id }) => world.links.answer(viewer, id, { ...place, answer: "no-remarks" }),
    signForHost: (viewer, { responseId }) =>
      beside.signOffs.sign(viewer, responseId, centers.social, { sha256: "x", after: "" }),
  };
}

function besideOf() {
  const deps = { ...world, onAmended: () => {} };
  return {
    signOffs: createSignOffs(deps),
    comments: createComments(deps),
    history: createHistory({
      ...deps,
      read: (extent, wanted) => ({ read: createReader(world.db)(extent, wanted), rows: () => 0 }),
    }),
    outcomes: createOutcomes(deps),
    visits: createVisits(deps),
  };
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

const IN = ["tove", "sune", "lars", "dorte", "jens", "lise"] as const;
const OUT = ["elsa", "lone", "ras", "rita", "adam"] as const;
const KEEPERS: readonly string[] = ["rita", "adam"];

/** Where each of a guest's people stands, as the doors see it. */
async function asSeen(guest: Town, hearing: Hearing): Promise<Map<string, Viewer>> {
  const found = new Map<string, Viewer>();
  for (const who of [...IN, ...OUT])
    found.set(who, await viewerAt(world.db, guest.people[who], { consultationId: hearing.id }));
  return found;
}

/** For nobody of the guest there is anything here: as of a hearing that never was. [D2] */
async function isShutFor(guest: Town, hearing: Hearing): Promise<void> {
  for (const [who, viewer] of await asSeen(guest, hearing)) {
    expect(viewer, who).toBe(guest.people[who as keyof Town["people"]]);
    for (const [name, ask] of Object.entries({ ...reads(), ...hostsAlone() }))
      expect(await outcomeOf(ask(viewer, hearing)), `${who} ${name}`).toMatch(/^(not-found|forbidden)$/);
    if (!KEEPERS.includes(who))
      for (const [name, ask] of Object.entries(reads()))
        expect(await outcomeOf(ask(viewer, hearing)), `${who} ${name}`).toBe("not-found");
  }
}

test("[J11] [D3] whoever takes part reads all of the hearing and does nothing that is the host's; nobody else is in", async () => {
  const hearing = await jointText(world);
  const seen = await asSeen(hearing.guest, hearing);
  for (const who of IN) {
    const viewer = seen.get(who)!;
    for (const [name, ask] of Object.entries(reads()))
      expect(await outcomeOf(ask(viewer, hearing)), `${who} ${name}`).toBe("done");
    for (const [name, ask] of Object.entries(hostsAlone()))
      expect(await outcomeOf(ask(viewer, hearing)), `${who} ${name}`).toMatch(/^(forbidden|not-found)$/);
  }
  for (const who of OUT) expect(seen.get(who)?.guest, who).toBeUndefined();
  await isShutFor(hearing.third, hearing);
});

test("[J11] [J12] invited, declined or withdrawn, a municipality is outside", async () => {
  const invited = await invitedTown(world);
  await isShutFor(invited.guest, invited);
  const { guests } = world.consultations;
  await guests.decline(invited.guest.people.tove, invited.id, { reason: "Nej." });
  await isShutFor(invited.guest, invited);
  const withdrawn = await jointText(world);
  await guests.withdraw(world.people.tove, withdrawn.id, { municipalityId: withdrawn.guest.id });
  await isShutFor(withdrawn.guest, withdrawn);
});

test("[J12] a guest of one hearing finds no other of the same host, whatever id they hold of it", async () => {
  const hearing = await jointText(world);
  const other = await jointText(world);
  for (const who of IN) {
    const viewer = await viewerAt(world.db, hearing.guest.people[who], { consultationId: hearing.id });
    for (const [name, ask] of Object.entries({ ...reads(), ...hostsAlone() }))
      expect(await outcomeOf(ask(viewer, other)), `${who} ${name}`).toMatch(/^(not-found|forbidden)$/);
    expect((await world.agreements.list(viewer)).map(({ title }) => title)).toHaveLength(1);
  }
  // The text of one does not open by the address of the other.
  const sune = hearing.guest.people.sune;
  expect((await viewerAt(world.db, sune, { responseId: other.responseId })).guest).toBeUndefined();
  const [row] = await world.db.select({ id: document.id }).from(document).where(sql`id = ${other.documentId}`);
  expect((await viewerAt(world.db, sune, { documentId: row!.id })).guest).toBeUndefined();
  expect((await viewerAt(world.db, sune, { documentId: hearing.documentId })).guest).toBeDefined();
});

test("[J11] what writes: contributors and coordinators of the guest, for their own centers; managers sign, readers read", async () => {
  const { guest, documentId, responseId, at } = await jointText(world);
  const access = async (who: (typeof IN)[number]) => world.responses.accessOf(await at(who), documentId);
  expect(await Promise.all(IN.map(access))).toEqual(["write", "write", "read", "read", "read", "read"]);
  const { linkAs } = await world.responses.page(await at("sune"), responseId);
  expect(linkAs).toEqual([guest.centers.social]);
});

test("[J11] the database and the rule let in the same people", async () => {
  const states = [await invitedTown(world), await jointText(world), await jointText(world)] as const;
  await world.consultations.guests.withdraw(world.people.tove, states[2].id, { municipalityId: states[2].guest.id });
  for (const { id, guest, third } of states)
    for (const viewer of [
      ...Object.values(guest.people),
      ...Object.values(third.people),
      ...Object.values(world.people),
    ]) {
      const [row] = await world.db.execute<{ is: boolean }>(sql`select ${isGuestIn(id, viewer.id as UserId)} as is`);
      const found = await guestsOf(world.db, viewer);
      expect(row?.is, `${viewer.name} of ${viewer.municipality.name}`).toBe(
        found.some((one) => one.guest?.consultationId === id),
      );
    }
});

test("[J12] [J17] in a joint text guests and the host's people who take part can be mentioned, and nobody else by a guest", async () => {
  const { id, responseId, at, guest, third } = await jointText(world);
  const { comments } = besideOf();
  const called = async (viewer: Viewer, query: string) =>
    (await comments.people(viewer, responseId, query)).map(({ id }) => id);
  const sune = await at("sune");
  // Unni's center has been given nothing in this hearing.
  expect(await called(sune, "unni")).toEqual([]);
  expect(await called(world.people.tove, "unni")).toEqual([world.people.unni.id]);
  expect((await called(world.people.tove, "sune")).sort()).toEqual([world.people.sune.id, guest.people.sune.id].sort());
  const mention = (viewer: Viewer, whom: Viewer) =>
    comments.start(viewer, responseId, {
      threadId: newId(),
      commentId: newId(),
      clauseId: world.called("Besked"),
      comment: `Hej @{${whom.id}}`,
    });
  const nobody = (whom: Viewer) => ({ fields: { [`mention.${whom.id}`]: "mentions-nobody" } });
  await mention(sune, world.people.tove);
  await mention(world.people.tove, guest.people.sune);
  for (const whom of [world.people.unni, guest.people.elsa, third.people.sune])
    await expect(mention(sune, whom)).rejects.toMatchObject(nobody(whom));
  for (const whom of [guest.people.elsa, third.people.sune])
    await expect(mention(world.people.tove, whom)).rejects.toMatchObject(nobody(whom));
  const [notice] = await world.notices.waiting(guest.people.sune);
  expect(notice).toMatchObject({ kind: "mentioned", by: "Tove Tovholder", hearing: { id } });
  expect(await called(await at("tove"), "elsa")).toEqual([world.people.elsa.id]);
});
