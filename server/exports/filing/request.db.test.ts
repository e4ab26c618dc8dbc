import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FilingWorld, filingRequested, filingWorld, jobsFor, textApproved } from "../../../tests/world/filing";
import { eventsOf, neighbour, textSent, textWritten, writes } from "../../../tests/world/hearing";
import { kleForm, OUR_TOPICS } from "../../../tests/world/kle";
import type { FilingMetadata } from "../shapes";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
afterAll(() => world.close());

const lastRequested = (responseId: string) =>
  world.sql`select * from audit_entry where event = 'filing-requested' and object_id = ${responseId}`;

describe("files of a version", () => {
  test("[X1] two who ask at once get the same kept bytes, made once", async () => {
    const { responseId, versionId, door } = await textApproved(world);
    const both = await Promise.all([1, 2].map(() => door.file(world.people.jens, versionId, "pdf")));
    expect(both[0]!.sha256).toBe(both[1]!.sha256);
    expect(both[0]!.fileName).toMatch(/^HS-2026-\d{4} Høringssvar v1\.pdf$/);
    const docx = await door.file(world.people.lise, versionId, "docx");
    expect(docx.fileName).toMatch(/ Høringssvar v1\.docx$/);
    expect((await eventsOf(world, responseId)).filter((event) => event === "file-exported")).toHaveLength(2);
  });

  test("[D2] are not found by another municipality, by an auditor, or under an id that is none", async () => {
    const { versionId, door } = await textApproved(world);
    const stranger = (await neighbour(world)).people.jens;
    for (const viewer of [stranger, world.people.rita, world.people.adam])
      await expect(door.file(viewer, versionId, "pdf")).rejects.toMatchObject({ kind: "not-found" });
    await expect(door.file(world.people.jens, "../../etc", "pdf")).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("asking for a filing", () => {
  test("[F7] only the approved version, by a case officer of the municipality", async () => {
    const waiting = await textSent(world);
    const door = world.exportsTo(world.newRoot());
    const { suggested } = await door.page(world.people.jens, waiting.responseId);
    const ask = (viewer = world.people.jens) => door.requestFiling(viewer, waiting.responseId, suggested);
    await expect(ask()).rejects.toMatchObject({ kind: "conflict", code: "not-approved" });
    await expect(ask(world.people.tove)).rejects.toMatchObject({ kind: "forbidden", code: "case-officers-only" });
    await expect(ask((await neighbour(world)).people.jens)).rejects.toMatchObject({ kind: "not-found" });
    await world.reviews.approve(world.people.lars, waiting.reviewId, { sha256: waiting.sha256 });
    await world.reviews.reopen(world.people.tove, waiting.responseId, { reason: "En rettelse." });
    await expect(ask()).rejects.toMatchObject({ code: "not-approved" });
  });

  test("[F1] two requests at once, and one later, are one filing with one job and one audit entry", async () => {
    const { responseId, suggested, door, filingId } = await filingRequested(world);
    const again = await Promise.all([1, 2].map(() => door.requestFiling(world.people.jens, responseId, suggested)));
    expect(new Set([filingId, ...again]).size).toBe(1);
    const other = await textApproved(world);
    const ids = await Promise.all(
      [1, 2, 3].map(() => other.door.requestFiling(world.people.jens, other.responseId, other.suggested)),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await jobsFor(world, ids[0]!)).toHaveLength(1);
    expect((await eventsOf(world, other.responseId)).filter((event) => event === "filing-requested")).toHaveLength(1);
  });

  test("a form with mistakes is refused field by field, and nothing is written", async () => {
    const { responseId, suggested, door } = await textApproved(world);
    const wrong: Partial<Record<keyof FilingMetadata, string>> = {
      caseNumber: " ",
      title: "Første\nanden",
      description: "x".repeat(4097),
      userKey: "x".repeat(51),
      documentType: "Faktura",
      kle: "29.30",
      facet: "K2",
      letterDate: "2026-02-30",
      recipient: "Anna Andersen 010190-1234",
      signatory: "Klokken \u0007",
    };
    await expect(door.requestFiling(world.people.jens, responseId, { ...suggested, ...wrong })).rejects.toMatchObject({
      code: "form",
      fields: {
        caseNumber: "missing",
        title: "not-one-line",
        description: "too-long",
        userKey: "too-long",
        documentType: "not-a-choice",
        kle: "not-a-kle",
        facet: "not-a-facet",
        letterDate: "not-a-day",
        recipient: "cpr-found",
        signatory: "control-character",
      },
    });
    await expect(door.requestFiling(world.people.jens, responseId, {})).rejects.toMatchObject({ code: "form" });
    expect((await door.page(world.people.jens, responseId)).filing).toBeNull();
  });

  test("[F5] a CPR number in the text blocks filing, with its place, until it is confirmed with a reason", async () => {
    const hearing = await textWritten(world);
    const blockId = await writes(world, world.people.sune, hearing.documentId, "Borgeren 010190-1234 har spurgt.");
    const reviewId = await world.reviews.send(world.people.tove, hearing.responseId, {
      approverId: world.people.lars.id,
      cprReason: "Det er et eksempel",
      holesAccepted: "yes",
    });
    const [round] = (await world.reviews.page(world.people.lars, hearing.responseId)).rounds;
    await world.reviews.approve(world.people.lars, reviewId, { sha256: round!.sha256 });
    const door = world.exportsTo(world.newRoot());
    const { suggested } = await door.page(world.people.jens, hearing.responseId);
    await expect(door.requestFiling(world.people.jens, hearing.responseId, suggested)).rejects.toMatchObject({
      kind: "invalid",
      code: "cpr-found",
      fields: { [blockId]: "cpr-found" },
    });
    const { cpr } = await door.page(world.people.jens, hearing.responseId);
    expect(cpr).toEqual([{ blockId, words: "Borgeren ••••••-•••• har spurgt." }]);
    const telling = { ...suggested, cprReason: "010190-1234 er et sagsnummer." };
    await expect(door.requestFiling(world.people.jens, hearing.responseId, telling)).rejects.toMatchObject({
      fields: { cprReason: "cpr-in-reason" },
    });
    const confirmed = { ...suggested, cprReason: "Det er et sagsnummer hos regionen." };
    await door.requestFiling(world.people.jens, hearing.responseId, confirmed);
    expect((await door.page(world.people.jens, hearing.responseId)).cpr).toEqual([]);
    const [entry] = await lastRequested(hearing.responseId);
    expect(entry!["data"]).toMatchObject({ cprReason: confirmed.cprReason, cprBlocks: [blockId] });
    expect(JSON.stringify(entry)).not.toContain("010190");
  });

  test("[F20] [F21] a filing keeps its KLE as it was called, and one that has ended on the letter's date is refused", async () => {
    const { people, kle } = world;
    const first = await textApproved(world);
    expect(first.suggested).toMatchObject({ kle: "29.30.08", facet: "K02", kleTitle: "" });
    await kle.bring(people.adam, kleForm(OUR_TOPICS));
    const wrong = (change: object) =>
      first.door.requestFiling(people.jens, first.responseId, { ...first.suggested, ...change });
    await expect(wrong({ kle: "29.30.44" })).rejects.toMatchObject({ fields: { kle: "kle-unknown|29.30.44" } });
    await expect(wrong({ letterDate: "2027-01-04", datedAhead: "yes" })).rejects.toMatchObject({
      fields: { kle: "kle-expired|29.30.08|2026-12-31" },
    });
    await wrong({});
    const filed = { kle: "29.30.08", kleTitle: "Aftaler om sundhed", version: 1, deadline: "2026-03-20" };
    expect((await first.door.page(people.jens, first.responseId)).filing?.metadata).toMatchObject(filed);
    const other = OUR_TOPICS.replace("Aftaler om sundhed [udgår 2027]", "Noget andet");
    await kle.bring(people.adam, kleForm(other, "2026-02-28"));
    expect((await first.door.page(people.jens, first.responseId)).filing?.metadata).toMatchObject(filed);
    await world.sql`delete from kle_number`;
    await world.sql`delete from kle_list`;
  });

  test("[F22] [F23] days are judged against each other, and what is late has a reason that is kept, told and in the trail", async () => {
    const { people, clock } = world;
    const { responseId, suggested, door } = await textApproved(world);
    const ask = (change: object) => door.requestFiling(people.jens, responseId, { ...suggested, ...change });
    await expect(ask({ letterDate: "2026-03-09" })).rejects.toMatchObject({ fields: { letterDate: "letter-ahead" } });
    await expect(ask({ exemptionLaw: "§ 23", recipientId: "010190-1234" })).rejects.toMatchObject({
      fields: { recipientId: "not-an-organisation" },
    });
    await expect(ask({ exemptionLaw: "§ 23" })).rejects.toMatchObject({
      fields: { exemptionTitle: "exemption-needs-title" },
    });
    const before = clock.at;
    clock.at = new Date("2026-03-21T09:00:00Z");
    expect(await door.page(people.jens, responseId)).toMatchObject({ isLate: true });
    await expect(ask({})).rejects.toMatchObject({ fields: { lateReason: "late-needs-reason|2026-03-20" } });
    await ask({ lateReason: "Regionen gav en dag mere.", recipientId: "19 43 50 75", receivedDate: "2026-02-04" });
    clock.at = before;
    const { filing } = await door.page(people.jens, responseId);
    expect(filing?.metadata).toMatchObject({ lateReason: "Regionen gav en dag mere.", recipientId: "19435075" });
    const [entry] = await lastRequested(responseId);
    expect(entry!["data"]).toMatchObject({ deadline: "2026-03-20", lateReason: "Regionen gav en dag mere." });
  });
});
