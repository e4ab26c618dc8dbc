import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PaperShape } from "../../fixtures/papers/paper";
import { type Block, flow } from "./flow";

const WORKSPACE = "/samsvar-has-no-such-directory";
const FACES = ["400Regular", "600SemiBold"];

/** Typst's own headings, lists, tables, notes and contents, so that the PDF is tagged as what it is. Danish hyphens. */
const TEMPLATE = `
#let paper = json("/paper.json")
#set document(title: paper.title, date: none)
#set text(font: "IBM Plex Sans", size: 11pt, lang: "da", region: "DK", hyphenate: true)
#set par(leading: 0.75em, spacing: 1.3em, justify: paper.columns == 2)
#set page(
  paper: "a4",
  margin: (x: 28mm, y: 28mm),
  columns: paper.columns,
  header: text(size: 8pt, paper.runningHead),
  footer: context text(size: 8pt)[Side #counter(page).display() af #counter(page).final().first()],
)
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 15pt)
#show heading.where(level: 3): set text(size: 12.5pt)
#show heading: set block(above: 1.6em, below: 0.9em)
#show heading: set text(hyphenate: false)
#let inline(pieces) = pieces.map(it => if "note" in it { footnote(it.note) } else { it.text }).join()
#let numbered(sign) = (..) => sign
#let items(of) = of.map(it => {
  let body = inline(it.pieces) + if it.below.len() > 0 { items(it.below) }
  if it.sign == "•" { list(marker: [•], body) } else { enum(numbering: numbered(it.sign), body) }
}).join()
#let block-of(it) = {
  if it.is == "heading" { heading(level: it.level, outlined: it.inContents, inline(it.pieces)) }
  else if it.is == "items" { items(it.items) }
  else if it.is == "table" { table(columns: it.header.len(), inset: 5pt, table.header(..it.header), ..it.rows.flatten()) }
  else if it.is == "caption" {
    // The caption's own number is in its text; the figure is a grey box.
    align(center, figure(rect(width: 60%, height: 22mm, fill: luma(230)), caption: it.text, supplement: none, numbering: none, alt: it.text))
  }
  else { par(inline(it.pieces)) }
}
#let (first, ..others) = paper.blocks
#block-of(first)
#if paper.hasContents { outline(title: [Indhold], depth: 2) }
#others.map(block-of).join()
`;

let compiler: NodeCompiler | undefined;

export function toTypstPdf(paper: PaperShape, copies = 1): Uint8Array {
  const { resolve } = createRequire(import.meta.url);
  const font = (face: string) =>
    readFileSync(resolve(`@expo-google-fonts/ibm-plex-sans/${face}/IBMPlexSans_${face}.ttf`));
  compiler ??= NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: FACES.map(font) }] });
  const blocks = Array.from({ length: copies }, () => grouped(flow(paper), paper)).flat();
  compiler.mapShadow(`${WORKSPACE}/paper.json`, Buffer.from(JSON.stringify({ ...paper, blocks })));
  const compiled = compiler.compile({ mainFileContent: TEMPLATE });
  if (!compiled.result) {
    const error = compiled.takeError();
    throw new Error(`Typst: ${JSON.stringify(error ? compiler.fetchDiagnostics(error) : "no result")}`);
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: "1.7", creationTimestamp: 0 });
  compiler.evictCache(10);
  return new Uint8Array(pdf);
}

type Piece = { text: string } | { note: string };
type Item = { sign: string; pieces: Piece[]; below: Item[] };

/** Items that follow each other become one list, with what is indented below its item. */
function grouped(blocks: readonly Block[], paper: PaperShape): object[] {
  const made: object[] = [];
  let open: Item[][] | null = null;
  for (const block of blocks) {
    if (block.is === "item") {
      if (!open) {
        open = [[]];
        made.push({ is: "items", items: open[0] });
      }
      place(open, block, piecesOf(block.text, paper));
      continue;
    }
    open = null;
    made.push("text" in block ? { ...block, pieces: piecesOf(printed(block), paper) } : block);
  }
  return made;
}

function place(open: Item[][], block: Block & { is: "item" }, pieces: Piece[]): void {
  while (open.length > block.level + 1) open.pop();
  const item: Item = { sign: block.sign, pieces, below: [] };
  open.at(-1)?.push(item);
  open.push(item.below);
}

function printed(block: Block & { text: string }): string {
  return "number" in block ? `${block.number} ${block.text}`.trim() : block.text;
}

function piecesOf(text: string, paper: PaperShape): Piece[] {
  return text.split(/(\[\^\d\])/).flatMap((piece): Piece[] => {
    const mark = /^\[\^(\d)\]$/.exec(piece);
    if (mark) return [{ note: paper.notes[Number(mark[1]) - 1] ?? "" }];
    return piece === "" ? [] : [{ text: piece }];
  });
}
