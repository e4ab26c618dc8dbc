import { PDFDocument } from "pdf-lib";
import { expect, test } from "vitest";
import { readPdf } from "./index";
import { press, typeset } from "./testing";

const read = (bytes: Uint8Array) => readPdf(bytes, () => {});
const text = (content: string) => new TextEncoder().encode(content);

test.each([
  ["nothing at all", new Uint8Array(), "empty-file"],
  ["a sign and then noise", text(`%PDF-1.7\n${"øh \u0001".repeat(500)}`), "damaged"],
  [
    "noise with both ends of a PDF",
    text(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nstartxref\n99999\n%%EOF`),
    "damaged",
  ],
])("[S2] %s is refused", async (_, bytes, refused) => {
  expect(await read(bytes)).toEqual({ refused });
});

test("[S2] a paper that is cut short is refused wherever it was cut", async () => {
  const whole = typeset("= Vagt\nParterne er enige om vagten.\n#pagebreak()\n= Økonomi\nUdgiften deles.");
  for (const share of [0.1, 0.5, 0.9, 0.98]) {
    expect(await read(whole.slice(0, Math.floor(whole.length * share)))).toEqual({ refused: "damaged" });
  }
});

test("[S2] a paper without pages is empty", async () => {
  const document = await PDFDocument.create();
  expect(await read(await document.save({ addDefaultPage: false }))).toEqual({ refused: "empty-file" });
});

test("[S2] pages of pictures have no text, not even with a stamp on one of them", async () => {
  const paper = await press();
  const pixel = await paper.document.embedPng(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  );
  for (let page = 0; page < 4; page += 1) {
    const sheet = paper.page();
    sheet.page.drawImage(pixel, { x: 0, y: 0, width: 595, height: 842 });
    if (page === 0) sheet.put("Modtaget 3. maj", 400, 40);
  }
  expect(await read(await paper.bytes())).toEqual({ refused: "no-text" });
});

test("[S2] more than 500 pages are too many, and none of them is read", async () => {
  const paper = await press();
  for (let page = 0; page < 501; page += 1) paper.document.addPage();
  const seen: number[] = [];
  const answer = await readPdf(await paper.bytes(), (done) => seen.push(done));
  expect(answer).toEqual({ refused: "too-many-pages" });
  expect(seen).toEqual([]);
});

test("progress is told page by page, and the caller keeps the bytes", async () => {
  const bytes = typeset("Første side om vagten i huset.\n#pagebreak()\nAnden side om udgiften til den.");
  const before = bytes.slice();
  const told: (readonly [number, number | null])[] = [];
  await readPdf(bytes, (done, of) => told.push([done, of]));
  expect(told).toEqual([
    [1, 2],
    [2, 2],
  ]);
  expect(bytes).toEqual(before);
});
