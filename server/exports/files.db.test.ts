import JSZip from "jszip";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type FilingWorld, filingWorld, textApproved } from "../../tests/world/filing";
import { hearingUnderWay, neighbour, writes } from "../../tests/world/hearing";
import { sha256 } from "../sha256";
import type { FileKind } from "./shapes";

let world: FilingWorld;
beforeAll(async () => {
  world = await filingWorld();
});
afterAll(() => world.close());

const SAYS: Partial<Record<FileKind, (bytes: Uint8Array) => Promise<string>>> = {
  docx: (bytes) => part(bytes, "word/document.xml"),
  odt: (bytes) => part(bytes, "content.xml"),
  html: async (bytes) => new TextDecoder().decode(bytes),
};

describe("[X13] the remarks of an approved text", () => {
  test("are files too, in Word, Excel and behind the letter, with the names of the centers", async () => {
    const { people, centers, sql, called } = world;
    const { responseId, documentId } = await hearingUnderWay(world);
    const link = { kind: "clause" as const, id: called("Indlæggelse"), center: centers.social };
    await writes(world, people.sune, documentId, "Om indlæggelsen.", [link]);
    const { door, versionId } = await approvedNow(world, responseId);
    const word = await door.file(people.lise, versionId, "remarks-docx");
    expect(word.fileName).toMatch(/^HS-2026-\d{4} Bemærkninger v1\.docx$/);
    const [{ name } = { name: "" }] = await sql<
      { name: string }[]
    >`select name from center where id = ${centers.social}`;
    for (const said of ["Om indlæggelsen.", "Indlæggelse", name])
      expect(await part(word.bytes, "word/document.xml")).toContain(said);
    const sheet = await door.file(people.lise, versionId, "remarks-xlsx");
    expect(sheet.fileName).toMatch(/ Bemærkninger v1\.xlsx$/);
    expect(await part(sheet.bytes, "xl/worksheets/sheet1.xml")).toContain("Om indlæggelsen.");
    const pdf = await door.file(people.lise, versionId, "pdf-remarks");
    expect(pdf.fileName).toMatch(/ Høringssvar v1 med bemærkninger\.pdf$/);
    expect(Buffer.from(pdf.bytes).toString("latin1")).toContain("<pdfuaid:part>1<");
  });
});

/** Sends the text and has it approved. */
async function approvedNow(world: FilingWorld, responseId: string) {
  const { people, reviews } = world;
  const reviewId = await reviews.send(people.tove, responseId, { approverId: people.lars.id, holesAccepted: "yes" });
  const [round] = (await reviews.page(people.lars, responseId)).rounds;
  const door = world.exportsTo(world.newRoot());
  await expect(door.file(people.tove, round!.versionId, "docx")).rejects.toMatchObject({ code: "not-approved" });
  await reviews.approve(people.lars, reviewId, { sha256: round!.sha256 });
  return { door, versionId: round!.versionId };
}

async function part(bytes: Uint8Array, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(name)?.async("string")) ?? "";
}

describe("[X15] the package of an approved text", () => {
  test("holds every file, the document and its metadata, and names each with its SHA-256; again it is the same bytes", async () => {
    const { people } = world;
    const { door, versionId } = await textApproved(world);
    const made = await door.file(people.jens, versionId, "package");
    expect(made.fileName).toMatch(/ Høringssvar v1\.zip$/);
    const zip = await JSZip.loadAsync(made.bytes);
    const manifest = Manifest.parse(JSON.parse((await zip.file("manifest.json")?.async("string")) ?? ""));
    const names = manifest.files.map(({ name }) => name);
    expect(names).toHaveLength(9);
    expect(Object.keys(zip.files).sort()).toEqual([...names, "manifest.json"].sort());
    for (const { name, sha256: said, bytes } of manifest.files) {
      const found = await zip.file(name)!.async("uint8array");
      expect([sha256(found), found.length], name).toEqual([said, bytes]);
    }
    const document = manifest.files.find(({ name }) => name.endsWith(" Høringssvar v1.json"));
    expect(document?.sha256).toBe(manifest.documentSha256);
    expect(await zip.file("metadata.xml")?.async("string")).toContain(manifest.documentSha256);
    const pdf = await door.file(people.jens, versionId, "pdf");
    expect(manifest.files.find(({ name }) => name === pdf.fileName)?.sha256).toBe(pdf.sha256);
    await world.sql`delete from export_file where version_id = ${versionId}`;
    expect((await door.file(people.jens, versionId, "package")).sha256).toBe(made.sha256);
  });

  test("PDF med data is a PDF/A-3a and PDF/UA-1 that carries the document", async () => {
    const { door, versionId } = await textApproved(world);
    const pdf = await door.file(world.people.jens, versionId, "pdf-data");
    const raw = Buffer.from(pdf.bytes).toString("latin1");
    for (const said of ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "/AFRelationship /Source"])
      expect(raw).toContain(said);
    const attached: unknown = await (
      await getDocument({ data: Uint8Array.from(pdf.bytes), verbosity: 0 }).promise
    ).getAttachments();
    const held = z.record(z.string(), z.object({ content: z.instanceof(Uint8Array) })).parse(attached)["document.json"];
    const [row] = await world.sql<{ sha256: string }[]>`select sha256 from document_version where id = ${versionId}`;
    expect(sha256(held?.content ?? new Uint8Array())).toBe(row?.sha256);
  });
});

describe("[X14] the agenda item", () => {
  test("has its five headings, what is known, and marked places for the rest", async () => {
    const { door, versionId } = await textApproved(world);
    const made = await door.file(world.people.lise, versionId, "agenda-docx");
    expect(made.fileName).toMatch(/ Dagsordenspunkt v1\.docx$/);
    const xml = await part(made.bytes, "word/document.xml");
    for (const said of ["Resumé", "Sagsfremstilling", "Økonomi", "Indstilling", "Bilag", "20. marts 2026", "Regionen"])
      expect(xml).toContain(said);
    expect(xml.match(/<w:highlight w:val="yellow"\/>/g)?.length).toBeGreaterThanOrEqual(4);
  });
});

const Manifest = z.object({
  documentSha256: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.number() })),
});

describe("the files of an approved text", () => {
  test("[X1] [X2] are made once, hold its words, and are named after the hearing", async () => {
    const { door, versionId } = await textApproved(world);
    for (const [kind, wordsOf] of Object.entries(SAYS)) {
      const made = await door.file(world.people.lise, versionId, kind);
      expect(made.fileName).toBe(`HS-2026-${made.fileName.slice(8, 12)} Høringssvar v1.${kind}`);
      expect(await wordsOf(made.bytes)).toContain("Vi støtter forslaget.");
      expect(await wordsOf(made.bytes)).not.toContain("UDKAST");
      const again = await door.file(world.people.jens, versionId, kind);
      expect(again.sha256).toBe(made.sha256);
    }
    expect(await world.sql`select 1 from export_file where version_id = ${versionId}`).toHaveLength(3);
  });

  test("[D2] are nowhere for a kind that is none, a stranger, or a version that is none", async () => {
    const { door, versionId } = await textApproved(world);
    const there = await neighbour(world);
    for (const [viewer, id, kind] of [
      [world.people.jens, versionId, "exe"],
      [world.people.jens, versionId, "toString"],
      [there.people.tove, versionId, "html"],
      [world.people.jens, "none", "html"],
    ] as const)
      await expect(door.file(viewer, id, kind)).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("[X12] a draft", () => {
  test("is the text as it reads now, says so on every page, and is not kept", async () => {
    const { sql, people } = world;
    const [{ count: before } = { count: 0 }] = await sql<{ count: number }[]>`select count(*)::int from export_file`;
    const { responseId, documentId } = await hearingUnderWay(world);
    const door = world.exportsTo(world.newRoot());
    await writes(world, people.sune, documentId, "Det første udkast.");
    for (const [kind, wordsOf] of Object.entries(SAYS)) {
      const { fileName, bytes } = await door.draft(people.lise, responseId, kind);
      expect(fileName).toMatch(/ Høringssvar UDKAST\.\w+$/);
      for (const said of ["Det første udkast.", "UDKAST"]) expect(await wordsOf(bytes)).toContain(said);
    }
    const word = (await door.draft(people.lise, responseId, "docx")).bytes;
    expect(await part(word, "word/header1.xml")).toContain("UDKAST");
    expect(await part(word, "word/footer1.xml")).toContain("ikke godkendt");
    const pdf = await door.draft(people.lise, responseId, "pdf");
    expect(Buffer.from(pdf.bytes).toString("latin1")).toContain("<pdfuaid:part>1<");
    const [{ count: after } = { count: -1 }] = await sql<{ count: number }[]>`select count(*)::int from export_file`;
    expect(after).toBe(before);
  });

  test("[D2] is for whoever reads the text, and nobody else; [X17] the page says what to mend, and offers the files of a text that is approved", async () => {
    const { responseId, documentId } = await hearingUnderWay(world);
    const door = world.exportsTo(world.newRoot());
    const there = await neighbour(world);
    for (const viewer of [world.people.rita, there.people.tove]) {
      await expect(door.draft(viewer, responseId, "docx")).rejects.toMatchObject({ kind: "not-found" });
      await expect(door.files(viewer, responseId)).rejects.toMatchObject({ kind: "not-found" });
    }
    await expect(door.draft(world.people.tove, responseId, "package")).rejects.toMatchObject({ kind: "not-found" });
    const id = await writes(world, world.people.sune, documentId, "CPR 010190-1234 🎉");
    expect(await door.files(world.people.tove, responseId)).toMatchObject({
      approved: null,
      can: { draft: true },
      problems: [
        { kind: "missing-glyph", blockId: id, words: "CPR ••••••-•••• 🎉", signs: ["🎉"] },
        { kind: "cpr", blockId: id, words: "CPR ••••••-•••• 🎉" },
      ],
    });
    const { versionId, responseId: other } = await textApproved(world);
    const page = await door.files(world.people.tove, other);
    expect(page).toMatchObject({ approved: { versionId }, problems: [], can: { draft: false } });
  });
});
