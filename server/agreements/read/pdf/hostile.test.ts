import { expect, test } from "vitest";
import { readPdf } from "./index";

/** A PDF of objects as they are given, with a table of where they stand. */
function raw(objects: readonly string[], trailer: string): Uint8Array {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

const page = (more: string) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} >>`;
const FONT = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
const CONTENT = "/P << /MCID 0 >> BDC BT /F 11 Tf 60 700 Td (Parterne er enige om vagten.) Tj ET EMC";
const STREAM = `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`;

test("[S2] a paper that asks for a password is refused as such", async () => {
  const key = "41".repeat(32);
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>`;
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page(""), encrypt];
  const bytes = raw(objects, "/Encrypt 4 0 R /ID [<41> <41>]");
  expect(await readPdf(bytes, () => {})).toEqual({ refused: "encrypted" });
});

test.each([
  ["is its own child and parent", "<< /S /P /P 6 0 R /K [6 0 R 0] /Pg 3 0 R >>"],
  ["names its text twice and itself between", "<< /S /P /P 5 0 R /K [0 6 0 R 0 5 0 R] /Pg 3 0 R >>"],
  ["says nonsense", "<< /S 12 /P (x) /K << /K 9 0 R >> >>"],
])("[S2] a structure that %s ends, and the text is read once", async (_, element) => {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R /MarkInfo << /Marked true >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page(`/Contents 4 0 R /StructParents 0 ${FONT}`),
    STREAM,
    "<< /Type /StructTreeRoot /K [6 0 R] /ParentTree << /Nums [0 [6 0 R]] >> >>",
    element,
  ];
  const paper = await readPdf(raw(objects, ""), () => {});
  expect("refused" in paper ? paper : paper.lines.map((line) => line.text)).toEqual(["Parterne er enige om vagten."]);
});

test("[S2] a page tree that goes round is refused", async () => {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"];
  expect(await readPdf(raw(objects, ""), () => {})).toHaveProperty("refused");
});

test("[S2] noise in the middle of a paper never throws", async () => {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    page(`/Contents 4 0 R ${FONT}`),
    STREAM,
  ];
  const whole = raw(objects, "");
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let turn = 0; turn < 40; turn += 1) {
    const broken = whole.slice();
    for (let hit = 0; hit < 12; hit += 1) broken[random(broken.length)] = random(256);
    const paper = await readPdf(broken, () => {});
    expect("refused" in paper || paper.lines.length >= 0).toBe(true);
  }
});
