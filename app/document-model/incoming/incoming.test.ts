import { expect, test } from "vitest";
import { newBlockId } from "../block-id";
import type { Block } from "../document";
import { SCHEMA_VERSION } from "../document";
import { writeDocument } from "../write";
import { addWords, ordinary, plainText, trimmed } from "./content";
import { noteLastWord, placeNotes } from "./notes";
import { ordinalsOf, settleNumbers } from "./numbers";
import type { IncomingBlock, IncomingCell, IncomingInline, IncomingPart } from "./shapes";
import { fitsOneUpdate } from "./size";
import { tableOf } from "./tables";

const block = (text: string, over: Partial<IncomingBlock> = {}): IncomingBlock => ({
  type: "block",
  kind: "paragraph",
  level: 0,
  content: [{ text }],
  ...over,
});
const item = (sign: string, text = "x", level = 0) => block(text, { kind: "ordered", level, number: { sign } });
const cell = (text: string, over: Partial<IncomingCell> = {}): IncomingCell => ({
  header: false,
  colspan: 1,
  rowspan: 1,
  blocks: [block(text)],
  ...over,
});

function settled(...blocks: IncomingBlock[]): string[] {
  settleNumbers(blocks);
  return blocks.map((each) => (each.kind === "ordered" ? `${"-".repeat(each.level)}1. ` : "") + plainText(each));
}

test("[E21] items whose number the page draws by itself are a list; any other number stays, as words", () => {
  expect(settled(item("1."), item("2)"), item("a)", "x", 1), item("b)", "x", 1), item("3."))).toEqual([
    "1. x",
    "1. x",
    "-1. x",
    "-1. x",
    "1. x",
  ]);
  expect(settled(item("1."), block("Imellem"), item("2."))).toEqual(["1. x", "Imellem", "2. x"]);
  expect(settled(item("3.1"), item("3.2"))).toEqual(["3.1 x", "3.2 x"]);
  expect(settled(item("1."), item("1."), item("4."))).toEqual(["1. x", "1. x", "4. x"]);
});

test("[E21] a list in letters is a list, and it is said that it is counted in figures", () => {
  expect(settleNumbers([item("a)"), item("b)")])).toEqual([{ text: "a) → 1." }, { text: "b) → 2." }]);
  expect(settleNumbers([item("1."), item("a.", "x", 1), item("i.", "x", 2), item("ii)", "x", 2)])).toEqual([]);
});

test("a sign may count as a letter and as a Roman number", () => {
  expect(ordinalsOf("i.")).toEqual([9, 1]);
  expect(ordinalsOf("(iv)")).toEqual([4]);
  expect(ordinalsOf("bb)")).toEqual([28]);
  expect(ordinalsOf("12.")).toEqual([12]);
  expect(ordinalsOf("§ 1")).toEqual([]);
  expect(ordinalsOf("1.1")).toEqual([]);
});

test("[E22] a note belongs to the word before it, and two at one place to the same word", () => {
  const content: IncomingInline[] = [{ text: "Vi er enige. " }];
  expect(noteLastWord(content, "n1")).toBe(true);
  expect(noteLastWord(content, "n2")).toBe(true);
  expect(content).toEqual([{ text: "Vi er " }, { text: "enige.", notes: ["n1", "n2"] }, { text: " " }]);
  expect(noteLastWord([{ break: true }], "n3")).toBe(false);
});

test("[E22] a note stands after the paragraph, list or table of its first reference", () => {
  const noted = (text: string, id: string, over: Partial<IncomingBlock> = {}) =>
    block("", { content: [{ text, notes: [id] }], ...over });
  const note = (id: string): [string, IncomingBlock] => [id, block(`note ${id}`, { kind: "footnote", id })];
  const parts: IncomingPart[] = [
    noted("En", "a"),
    noted("punkt", "b", { kind: "bullet" }),
    block("punkt", { kind: "bullet" }),
    block("To"),
  ];
  const placed = placeNotes(parts, new Map([note("b"), note("a"), note("c")]));
  expect(placed.map((part) => (part.type === "block" ? plainText(part) : ""))).toEqual([
    "En",
    "note a",
    "punkt",
    "punkt",
    "note b",
    "To",
    "note c",
  ]);
});

test("[E20] a table has rows of one width, spans that end with it, and at most twenty columns", () => {
  const { table } = tableOf([[cell("a", { rowspan: 9 }), cell("b", { colspan: 2 })], [cell("c")], []]);
  expect(table?.rows.map((row) => row.map(({ colspan, rowspan }) => [colspan, rowspan]))).toEqual([
    [
      [1, 2],
      [2, 1],
    ],
    [
      [1, 1],
      [1, 1],
    ],
  ]);
  const wide = tableOf([Array.from({ length: 23 }, (_, at) => cell(`${at}`)), [cell("x")]]);
  expect(wide.table?.rows.map((row) => row.length)).toEqual([20, 20]);
  expect(wide.left).toEqual([{ kind: "wide-table", text: "20\t21\t22" }]);
});

test("[E20] a first row that alone is bold is a row of headers", () => {
  const bold = (text: string) => cell("", { blocks: [block("", { content: [{ text, bold: true }] })] });
  const { table } = tableOf([
    [bold("Emne"), bold("Svar")],
    [cell("a"), cell("b")],
  ]);
  expect(table?.rows[0]?.map(({ header, blocks }) => [header, blocks[0]?.content])).toEqual([
    [true, [{ text: "Emne" }]],
    [true, [{ text: "Svar" }]],
  ]);
  expect(tableOf([[bold("Emne")], [bold("Svar")]]).table?.rows[0]?.[0]?.header).toBe(false);
});

test("[E20] what cannot be seen is not there, and every space is an ordinary one", () => {
  expect(ordinary("hen\u00advis\u200bning\u00a0til\u202f3\u0007\t\n4")).toBe("henvisning til 3 4");
  const content: IncomingInline[] = [];
  addWords(content, " a ", {});
  addWords(content, " b", {});
  addWords(content, " ", { bold: true });
  expect(trimmed([{ break: true }, ...content, { break: true }])).toEqual([{ text: "a b" }]);
});

test("[E24] text is measured as what Yjs would write, and never as less", () => {
  const sizes = [1, 40, 400].map((length) => {
    const parts = Array.from({ length: 200 }, () =>
      block("", { content: [{ text: "æ".repeat(length), bold: true }, { text: "b".repeat(length) }] }),
    );
    const blocks = parts.map(
      ({ content }): Block => ({ type: "block", id: newBlockId(), kind: "paragraph", level: 0, content }),
    );
    const written = writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: {} }).byteLength;
    const most = Math.floor((900_000 / written) * parts.length);
    return { written, fits: fitsOneUpdate({ parts: Array.from({ length: most }, () => parts[0] as IncomingBlock) }) };
  });
  // As many as would just fill an update do not fit by our measure: it errs on the safe side.
  expect(sizes.map(({ fits }) => fits)).toEqual([false, false, false]);
  expect(fitsOneUpdate({ parts: [block("kort")] })).toBe(true);
});
