import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { PDFDocument, type PDFFont, PDFOperator, type PDFPage, StandardFonts } from "pdf-lib";
import { flatten } from "../../../../app/document-model/proposal";
import type { SourceKind } from "../../shapes";
import type { Paper } from "../paper";
import { proposalOf } from "../proposal";
import { readPdf } from "./index";

/** Papers printed for the tests of this folder, and what is read of them. */
let compiler: NodeCompiler | undefined;

function fonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  const faces = ["400Regular", "600SemiBold"];
  return faces.map((face) => readFileSync(resolve(`@expo-google-fonts/ibm-plex-sans/${face}/IBMPlexSans_${face}.ttf`)));
}

/** A tagged PDF. */
export function typeset(markup: string): Uint8Array {
  compiler ??= NodeCompiler.create({
    workspace: "/samsvar-has-no-such-directory",
    fontArgs: [{ fontBlobs: fonts() }],
  });
  const compiled = compiler.compile({ mainFileContent: `#set text(lang: "da", font: "IBM Plex Sans")\n${markup}` });
  if (!compiled.result) throw new Error("Expected Typst to take the test's markup.");
  return new Uint8Array(compiler.pdf(compiled.result, {}));
}

/** An untagged PDF under a test's own hands. */
export type Press = {
  document: PDFDocument;
  plain: PDFFont;
  bold: PDFFont;
  page: () => Sheet;
  bytes: () => Promise<Uint8Array>;
};
export type Sheet = {
  page: PDFPage;
  /** `y` from the top. */
  put: (text: string, x: number, y: number, look?: { size?: number; bold?: boolean }) => void;
  /** Rows 14 points apart; gives the place below the last. */
  rows: (texts: readonly string[], x: number, y: number, look?: { size?: number; bold?: boolean }) => number;
  rule: (from: readonly [number, number], to: readonly [number, number]) => void;
};

const HEIGHT = 842;

export async function press(): Promise<Press> {
  const document = await PDFDocument.create();
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const page = () => sheet(document.addPage([595, HEIGHT]), plain, bold);
  return { document, plain, bold, page, bytes: () => document.save() };
}

function sheet(page: PDFPage, plain: PDFFont, bold: PDFFont): Sheet {
  const put: Sheet["put"] = (text, x, y, look = {}) =>
    page.drawText(text, { x, y: HEIGHT - y, size: look.size ?? 11, font: look.bold ? bold : plain });
  return {
    page,
    put,
    rows: (texts, x, y, look) => {
      for (const [index, text] of texts.entries()) put(text, x, y + index * 14, look);
      return y + texts.length * 14;
    },
    rule: ([x, y], [right, bottom]) =>
      page.drawLine({ start: { x, y: HEIGHT - y }, end: { x: right, y: HEIGHT - bottom }, thickness: 0.5 }),
  };
}

/** The sign of a symbol font, as a word processor writes its bullets: it says no more than its private code. */
export function symbolBullet(press: Press, sheet: Sheet, x: number, y: number, code = "F0B7"): void {
  const { context } = press.document;
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <B7> <${code}> endbfchar endcmap end end`;
  const font = context.obj({
    Type: "Font",
    Subtype: "Type1",
    BaseFont: "Symbol",
    ToUnicode: context.register(context.stream(map)),
  });
  const name = sheet.page.node.newFontDictionary("Sym", context.register(font));
  sheet.page.pushOperators(
    PDFOperator.of("BT" as never),
    PDFOperator.of("Tf" as never, [name, "11"]),
    PDFOperator.of("Td" as never, [`${x}`, `${HEIGHT - y}`]),
    PDFOperator.of("Tj" as never, ["<B7>"]),
    PDFOperator.of("ET" as never),
  );
}

export function operator(sheet: Sheet, name: string, ...args: string[]): void {
  sheet.page.pushOperators(PDFOperator.of(name as never, args));
}

export async function paperOf(bytes: Uint8Array): Promise<Paper> {
  const paper = await readPdf(bytes, () => {});
  if ("refused" in paper) throw new Error(`Expected a paper; it was refused: ${paper.refused}.`);
  return paper;
}

/** The tree in one line a node: depth, kind, number, heading, text. */
export function treeOf(paper: Paper, kind: SourceKind): string[] {
  let ids = 0;
  const { proposal } = proposalOf(paper, { kind, newId: () => `${ids++}` });
  return flatten(proposal.nodes).map(({ depth, kind: is, number, heading, text }) =>
    [`${"· ".repeat(depth)}${is}`, number, heading, text].filter((part) => part !== "").join(" | "),
  );
}
