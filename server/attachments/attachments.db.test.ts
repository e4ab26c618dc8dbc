import JSZip from "jszip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attachment } from "../../db/schema";
import { type FilingWorld, filingRow, filingWorld } from "../../tests/world/filing";
import { eventsOf, hearingForm, neighbour, textWritten, writes } from "../../tests/world/hearing";
import { smallPdf as pdf } from "../../tests/world/small-pdf";
import { createReviews } from "../reviews";
import { sha256 } from "../sha256";
import { createAttachments } from ".";
import type { Attachments } from "./shapes";

let world: FilingWorld;
let attachments: Attachments;

beforeAll(async () => {
  world = await filingWorld();
  attachments = createAttachments(world);
});

afterAll(() => world.close());

const file = (name: string, bytes: Uint8Array) => new File([Buffer.from(bytes)], name);
const from = (councilId: string, one: File) => ({ councilId, file: one });
const SAID = "Handicapraadet vil inddrages, naar planen lægges.";

test("[F50] a coordinator attaches any council's answer, somebody of a council its own where it takes part, nobody else any", async () => {
  const { people, centers, called, consultations } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  const one = from(centers.council, file("svar.pdf", pdf(SAID)));
  for (const other of [people.sune, people.lars, people.jens, people.lise])
    await expect(attachments.attach(other, id, one)).rejects.toMatchObject({ code: "not-your-council" });
  for (const keeper of [people.rita, people.adam])
    await expect(attachments.attach(keeper, id, one)).rejects.toMatchObject({ code: "not-for-your-role" });
  await expect(attachments.attach(people.ras, id, one)).rejects.toMatchObject({ code: "not-your-council" });
  const given = { clauseId: called("Indlæggelse"), centerId: centers.council, deadline: "2026-03-12" };
  await consultations.assign(people.tove, id, given);
  expect((await attachments.ofHearing(people.ras, id)).councils.map((council) => council.id)).toEqual([
    centers.council,
  ]);
  await attachments.attach(people.ras, id, one);
  await attachments.attach(people.tove, id, one);
  const { rows } = await attachments.ofHearing(people.lise, id);
  expect(rows).toMatchObject([{ fileName: "svar.pdf", sha256: sha256(pdf(SAID)), cprCount: 0, mayRemove: false }]);
  const kept = await attachments.file(people.lise, rows[0]!.id);
  expect(Buffer.from(kept.bytes).equals(pdf(SAID))).toBe(true);
  const next = await neighbour(world);
  await expect(attachments.file(next.people.tove, rows[0]!.id)).rejects.toMatchObject({ kind: "not-found" });
  await expect(attachments.ofHearing(next.people.tove, id)).rejects.toMatchObject({ kind: "not-found" });
  await expect(attachments.file(people.rita, rows[0]!.id)).rejects.toMatchObject({ kind: "not-found" });
  expect((await eventsOf(world, id)).filter((event) => event === "attachment-added")).toHaveLength(1);
});

test("[F53] what a file is, its content says; what cannot be filed is refused at its field, and names are cleaned", async () => {
  const { people, centers, consultations } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  const tries = (one: File, councilId: string = centers.council) =>
    attachments.attach(people.tove, id, from(councilId, one));
  const refused = (code: string) => ({ fields: { file: code } });
  await expect(tries(file("svar.pdf", Buffer.from("Ren tekst")))).rejects.toMatchObject(refused("not-pdf-or-word"));
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  await expect(tries(file("svar.pdf", picture))).rejects.toMatchObject(refused("other-content"));
  await expect(tries(file("tom.pdf", Buffer.alloc(0)))).rejects.toMatchObject(refused("empty-file"));
  await expect(tries(file("", Buffer.alloc(0)))).rejects.toMatchObject(refused("missing"));
  const large = Buffer.concat([pdf(SAID), Buffer.alloc(20 * 1024 * 1024)]);
  await expect(tries(file("stor.pdf", large))).rejects.toMatchObject(refused("attachments-too-large"));
  await expect(tries(file("svar.pdf", pdf(SAID)), centers.social)).rejects.toMatchObject({
    fields: { councilId: "not-a-council" },
  });
  await tries(file("C:\\mine\\..\\a<b>\u202e:c?.DOCX", pdf("Svar to.")));
  await tries(file(`${"lang ".repeat(60)}.pdf`, pdf("Svar tre.")));
  const { rows } = await attachments.ofHearing(people.tove, id);
  const names = rows.map((row) => row.fileName).sort();
  expect(names[0]).toBe("a_b__c_.pdf");
  expect(names[1]!.length).toBeLessThanOrEqual(124);
  for (let number = 0; number < 8; number++) await tries(file("nr.pdf", pdf(`Nummer ${number}`)));
  await expect(tries(file("nr.pdf", pdf("En for meget")))).rejects.toMatchObject(refused("too-many-attachments"));
});

test("[F51] [F52] [F54] what is attached is frozen with the text, asks for a reason where there are CPR numbers, and goes byte for byte into package and filing", async () => {
  const { people, centers } = world;
  const { id, responseId, documentId } = await textWritten(world);
  await writes(world, people.sune, documentId, "Vi støtter det hele.");
  const document = pdf("Borgeren 010190-1234 er nævnt.");
  await attachments.attach(people.tove, id, from(centers.council, file("Rådets svar.pdf", document)));
  const reviews = createReviews(world);
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  const { blocks, attached } = await reviews.page(people.tove, responseId);
  expect([blocks.cprAttached.length, attached.length]).toEqual([1, 1]);
  await expect(reviews.send(people.tove, responseId, form)).rejects.toMatchObject({ code: "cpr-found" });
  const reviewId = await reviews.send(people.tove, responseId, { ...form, cprReason: "Det er et sagsnummer." });
  await expect(
    attachments.attach(people.tove, id, from(centers.council, file("sent.pdf", pdf("For sent.")))),
  ).rejects.toMatchObject({ code: "approved" });
  const sent = await attachments.ofHearing(people.tove, id);
  expect([sent.councils, sent.rows[0]!.mayRemove]).toEqual([[], false]);
  await expect(attachments.remove(people.tove, id, { attachmentId: sent.rows[0]!.id })).rejects.toMatchObject({
    code: "approved",
  });
  const [round] = (await reviews.page(people.lars, responseId)).rounds;
  await reviews.approve(people.lars, reviewId, { sha256: round!.sha256 });

  const root = world.newRoot();
  const door = world.exportsTo(root);
  const page = await door.page(people.jens, responseId);
  expect(page.attached).toMatchObject([{ fileName: "Rådets svar.pdf", sha256: sha256(document), cpr: 1 }]);
  const { bytes } = await door.file(people.jens, page.approved!.versionId, "package");
  const zip = await JSZip.loadAsync(bytes);
  const name = Object.keys(zip.files).find((one) => one.includes("Bilag 1"))!;
  expect(name).toMatch(/^HS-\d{4}-\d{4} Bilag 1 Handicapråd – Rådets svar\.pdf$/);
  expect((await zip.file(name)!.async("nodebuffer")).equals(document)).toBe(true);
  const manifest = JSON.parse(await zip.file("manifest.json")!.async("string"));
  expect(manifest.files).toContainEqual(expect.objectContaining({ name, sha256: sha256(document) }));
  expect(await zip.file("metadata.xml")!.async("string")).toContain(`sha256="${sha256(document)}"`);

  await expect(door.requestFiling(people.jens, responseId, page.suggested)).rejects.toMatchObject({
    code: "cpr-found",
  });
  const filingId = await door.requestFiling(people.jens, responseId, { ...page.suggested, cprReason: "Sagsnummer." });
  await door.deliver({ filingId });
  expect((await filingRow(world, filingId)).state).toBe("filed");
  const receipt = (await door.page(people.jens, responseId)).filing!.receipt!;
  const kept = receipt.files.find((one) => one.sha256 === sha256(document))!;
  expect(kept.name).toContain("Bilag 1");

  await reviews.reopen(people.tove, responseId, { reason: "Rådet har rettet sit svar." });
  const [row] = (await attachments.ofHearing(people.tove, id)).rows;
  await attachments.remove(people.tove, id, { attachmentId: row!.id });
  await attachments.remove(people.tove, id, { attachmentId: row!.id });
  expect((await attachments.ofHearing(people.tove, id)).rows).toEqual([]);
  // What was filed still has it.
  expect((await attachments.file(people.tove, row!.id)).bytes.length).toBe(document.length);
  const again = await door.file(people.jens, page.approved!.versionId, "package");
  expect(again.sha256).toBe(sha256(bytes));
});

test("[F52] one that no text was sent with goes for good when it is taken away", async () => {
  const { people, centers, consultations, db } = world;
  const id = await consultations.open(people.tove, hearingForm(world));
  await attachments.attach(people.tove, id, from(centers.council, file("svar.pdf", pdf("Forkert fil."))));
  const [row] = (await attachments.ofHearing(people.tove, id)).rows;
  await expect(attachments.remove(people.sune, id, { attachmentId: row!.id })).rejects.toMatchObject({
    code: "not-your-council",
  });
  await attachments.remove(people.tove, id, { attachmentId: row!.id });
  expect((await db.select({ id: attachment.id }).from(attachment)).some((one) => one.id === row!.id)).toBe(false);
  await expect(attachments.file(people.tove, row!.id)).rejects.toMatchObject({ kind: "not-found" });
});
