import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  eventsOf,
  type HearingWorld,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  textSent,
  textWritten,
  writes,
} from "../../tests/world/hearing";
import type { Viewer } from "../identity/viewer";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => {
  world.changed.length = 0;
});
afterAll(() => world.close());

const MAY = { send: false, approve: false, giveBack: false, reopen: false };

test("[A1] what is approved is the frozen version, by the hash of its bytes, and the text is then shut", async () => {
  const { reviews, people, documents, changed } = world;
  const { responseId, documentId, reviewId, sha256 } = await textSent(world);
  expect(changed).toEqual([documentId]);
  const page = await reviews.page(people.lars, responseId);
  expect(page).toMatchObject({
    status: "in-review",
    can: { ...MAY, approve: true, giveBack: true },
    rounds: [
      {
        id: reviewId,
        round: 1,
        state: "waiting",
        sentBy: "Tove Tovholder",
        steps: [{ approver: "Lars Leder", state: "turn" }],
      },
    ],
  });
  expect(JSON.stringify(page.frozen)).toContain("Vi støtter forslaget.");
  const version = await documents.version(page.rounds[0]!.versionId);
  expect(version).toMatchObject({ sha256, documentId, number: 1 });

  await reviews.approve(people.lars, reviewId, { sha256 });
  const after = await reviews.page(people.tove, responseId);
  expect(after).toMatchObject({ status: "approved", can: { ...MAY, reopen: true } });
  expect(after.rounds[0]).toMatchObject({ state: "approved", steps: [{ decidedBy: "Lars Leder" }], sha256 });
  await expect(writes(world, people.sune, documentId, "For sent.")).rejects.toThrow("not-active");
  expect(changed).toEqual([documentId, documentId]);
  expect(await eventsOf(world, responseId)).toEqual(["response-started", "sent-for-approval", "approved"]);
});

test("[A1] another hash than the one sent is not approved, nor is a version whose bytes were changed", async () => {
  const { reviews, people, sql } = world;
  const { responseId, reviewId, sha256 } = await textSent(world);
  await expect(reviews.approve(people.lars, reviewId, { sha256: "0".repeat(64) })).rejects.toMatchObject({
    kind: "conflict",
    code: "text-changed-since-you-read-it",
  });
  await expect(reviews.approve(people.lars, reviewId, {})).rejects.toMatchObject({ fields: { sha256: "missing" } });
  await sql`alter table document_version disable trigger document_version_append_only`;
  await sql`update document_version set canonical = replace(canonical, 'støtter', 'afviser') where sha256 = ${sha256}`;
  const damaged = { kind: "conflict", code: "version-damaged" };
  await expect(reviews.approve(people.lars, reviewId, { sha256 })).rejects.toMatchObject(damaged);
  await expect(reviews.page(people.lars, responseId)).rejects.toMatchObject(damaged);
  await sql`update document_version set canonical = replace(canonical, 'afviser', 'støtter') where sha256 = ${sha256}`;
  await sql`alter table document_version enable trigger document_version_append_only`;
  await reviews.approve(people.lars, reviewId, { sha256 });
});

test("[A3] given back with a reason, the text may be written in and is sent again as a new version", async () => {
  const { reviews, responses, people } = world;
  const { responseId, documentId, reviewId, sha256 } = await textSent(world);
  await expect(reviews.giveBack(people.lars, reviewId, { reason: "  " })).rejects.toMatchObject({
    fields: { reason: "missing" },
  });
  await reviews.giveBack(people.lars, reviewId, { reason: "Tallet mangler" });
  const page = await responses.page(people.sune, responseId);
  expect(page).toMatchObject({
    status: "writing",
    access: "write",
    returned: { reason: "Tallet mangler", by: "Lars Leder" },
  });
  await writes(world, people.sune, documentId, "Der er 12 borgere.");
  const again = await reviews.send(people.tove, responseId, { approverId: people.dorte.id, holesAccepted: "yes" });
  const { rounds } = await reviews.page(people.tove, responseId);
  expect(rounds.map((round) => [round.round, round.versionNumber, round.state])).toEqual([
    [2, 2, "waiting"],
    [1, 1, "returned"],
  ]);
  expect(rounds[0]).toMatchObject({ id: again, steps: [{ approver: "Dorte Direktør" }] });
  expect(rounds[0]?.sha256).not.toBe(sha256);
  await expect(reviews.approve(people.lars, reviewId, { sha256 })).rejects.toMatchObject({ code: "already-decided" });
});

test("[A3] reopened with a reason, an approval lapses and the text may be written in", async () => {
  const { reviews, people, documents } = world;
  const { responseId, documentId, reviewId, sha256 } = await textSent(world);
  await reviews.approve(people.lars, reviewId, { sha256 });
  await expect(reviews.reopen(people.tove, responseId, {})).rejects.toMatchObject({ fields: { reason: "missing" } });
  await reviews.reopen(people.tove, responseId, { reason: "Regionen har rettet udkastet" });
  const page = await reviews.page(people.tove, responseId);
  expect(page).toMatchObject({ status: "writing", can: { ...MAY, send: true } });
  expect(page.rounds[0]).toMatchObject({
    state: "reopened",
    steps: [{ decidedBy: "Lars Leder" }],
    reopenedBy: "Tove Tovholder",
    reopenReason: "Regionen har rettet udkastet",
  });
  expect((await documents.load(documentId))?.state).toBe("active");
  await expect(reviews.reopen(people.tove, responseId, { reason: "Igen" })).rejects.toMatchObject({
    kind: "conflict",
    code: "not-sent",
  });
});

test("[A4] holes are shown by name, must be accepted, and are counted in the text that is frozen", async () => {
  const { reviews, people, centers, called, projections, sql } = world;
  const { responseId, documentId } = await textWritten(world);
  const page = await reviews.page(people.tove, responseId);
  expect(page.holes.map((hole) => hole.center)).toEqual([
    "Center for Social",
    "Center for Social",
    "Center for Ældre",
    "Center for Ældre",
  ]);
  expect(page.holes[0]?.clause).toContain("Besked");
  const form = { approverId: people.lars.id };
  const refused = { kind: "invalid", fields: { holesAccepted: "holes-not-accepted" } };
  await expect(reviews.send(people.tove, responseId, form)).rejects.toMatchObject(refused);
  const link = (heading: string, center: string) => ({ kind: "clause" as const, id: called(heading), center });
  await writes(world, people.sune, documentId, "Til dem alle.", [
    link("Besked", centers.social),
    link("Kontakt", centers.social),
    link("Varsling", centers.elderly),
    link("Plan", centers.elderly),
  ]);
  // The rows are gone, as if the projection lagged behind: sending looks at the text itself.
  await sql`delete from paragraph_link where document_id = ${documentId}`;
  await reviews.send(people.tove, responseId, form);
  await projections.refreshNow(documentId);
});

test("[A4] a refused sending leaves nothing behind: the text is still open, without version or round", async () => {
  const { reviews, people, documents, sql } = world;
  const { responseId, documentId } = await textWritten(world);
  await expect(reviews.send(people.tove, responseId, { approverId: people.lars.id })).rejects.toThrow();
  expect((await documents.load(documentId))?.state).toBe("active");
  expect(await sql`select 1 from document_version where document_id = ${documentId}`).toHaveLength(0);
  expect(await eventsOf(world, responseId)).toEqual(["response-started"]);
});

test("[A4] a text in which nobody has written is not sent", async () => {
  const { reviews, people } = world;
  const { responseId } = await hearingUnderWay(world);
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  await expect(reviews.send(people.tove, responseId, form)).rejects.toMatchObject({
    kind: "invalid",
    code: "empty-text",
  });
});

test("[A5] whom a text may be sent to: managers of participating centers and of all, not its only author", async () => {
  const { reviews, people, sql } = world;
  const { responseId, documentId } = await textWritten(world);
  const offered = async () => (await reviews.page(people.tove, responseId)).approvers.map((one) => one.name);
  expect(await offered()).toEqual(["Dorte Direktør", "Lars Leder", "Lone Leder"]);
  const send = (approver: Viewer) =>
    reviews.send(people.tove, responseId, { approverId: approver.id, holesAccepted: "yes" });
  const refused = (code: string) => ({ kind: "invalid", fields: { approverId: code } });
  for (const one of [people.ulla, people.sune, people.lise]) {
    await expect(send(one)).rejects.toMatchObject(refused("not-an-approver"));
  }
  await expect(reviews.send(people.tove, responseId, {})).rejects.toMatchObject(refused("missing"));

  await sql`insert into membership (id, user_id, role) values (gen_random_uuid(), ${people.sune.id}, 'manager'),
    (gen_random_uuid(), ${people.tove.id}, 'manager')`;
  await expect(send(people.tove)).rejects.toMatchObject(refused("approver-is-sender"));
  await expect(send(people.sune)).rejects.toMatchObject(refused("approver-is-author"));
  await writes(world, people.elsa, documentId, "Også Ældre støtter.");
  expect(await offered()).toContain("Sune Social");
  await sql`update person set is_active = false where id = ${people.lars.id}`;
  await expect(send(people.lars)).rejects.toMatchObject(refused("not-an-approver"));
  await sql`update person set is_active = true where id = ${people.lars.id}`;
  await sql`delete from membership where role = 'manager' and user_id in (${people.sune.id}, ${people.tove.id})`;
});

test("[A5] only the chosen approver decides, and only while being a manager", async () => {
  const { reviews, people } = world;
  const { reviewId, sha256 } = await textSent(world);
  for (const one of [people.tove, people.sune, people.lone, people.dorte, people.jens, people.lise]) {
    const refused = { kind: "forbidden", code: "not-your-review" };
    await expect(reviews.approve(one, reviewId, { sha256 })).rejects.toMatchObject(refused);
    await expect(reviews.giveBack(one, reviewId, { reason: "x" })).rejects.toMatchObject(refused);
  }
  const demoted: Viewer = { ...people.lars, roles: [{ role: "reader", center: null }] };
  await expect(reviews.approve(demoted, reviewId, { sha256 })).rejects.toMatchObject({ code: "not-your-review" });
});

test("[D3] only coordinators send and reopen", async () => {
  const { reviews, people } = world;
  const { responseId } = await textSent(world);
  for (const one of [people.sune, people.lars, people.dorte, people.jens, people.lise]) {
    const refused = { kind: "forbidden", code: "coordinators-only" };
    await expect(reviews.send(one, responseId, {})).rejects.toMatchObject(refused);
    await expect(reviews.reopen(one, responseId, { reason: "x" })).rejects.toMatchObject(refused);
  }
});

test("[A6] clauses are not shared out anew while a text is under review", async () => {
  const { consultations, people, centers, called } = world;
  const { id } = await textSent(world);
  const place = { clauseId: called("Plan"), centerId: centers.youth };
  const refused = { kind: "conflict", code: "approved" };
  await expect(consultations.assign(people.tove, id, { ...place, deadline: "2026-03-10" })).rejects.toMatchObject(
    refused,
  );
  await expect(consultations.unassign(people.tove, id, place)).rejects.toMatchObject(refused);
});

test("[D2] [D10] rounds of another municipality, and any round for a keeper of the house, are not there", async () => {
  const { reviews, people, documents } = world;
  const there = await neighbour(world);
  await writes({ ...world, documents }, there.people.sune, there.documentId, "Naboens ord.");
  const form = { approverId: there.people.lars.id, holesAccepted: "yes" };
  const gone = { kind: "not-found", code: "not-found" };
  await expect(reviews.send(people.tove, there.responseId, form)).rejects.toMatchObject(gone);
  const reviewId = await reviews.send(there.people.tove, there.responseId, form);
  const { responseId } = await textSent(world);
  await expect(reviews.page(people.tove, there.responseId)).rejects.toMatchObject(gone);
  await expect(reviews.approve(people.lars, reviewId, { sha256: "x" })).rejects.toMatchObject(gone);
  await expect(reviews.giveBack(people.lars, reviewId, { reason: "x" })).rejects.toMatchObject(gone);
  await expect(reviews.reopen(people.tove, there.responseId, { reason: "x" })).rejects.toMatchObject(gone);
  await expect(reviews.approve(people.lars, "no-id", { sha256: "x" })).rejects.toMatchObject(gone);
  for (const one of [people.rita, people.adam]) {
    await expect(reviews.page(one, responseId)).rejects.toMatchObject(gone);
    await expect(reviews.send(one, responseId, form)).rejects.toMatchObject(gone);
  }
  const { responseId: ours } = await textWritten(world);
  await expect(reviews.send(people.tove, ours, form)).rejects.toMatchObject({
    fields: { approverId: "not-an-approver" },
  });
});
