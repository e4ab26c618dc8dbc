import { newBlockId } from "../../document-model/block-id";
import { plainText } from "../../document-model/incoming/content";
import { placeNotes } from "../../document-model/incoming/notes";
import { settleNumbers } from "../../document-model/incoming/numbers";
import type { Incoming, IncomingBlock, IncomingInline, IncomingPart } from "../../document-model/incoming/shapes";
import { Builder } from "./builder";
import { type FoundNotes, findNotes } from "./notes-in-html";
import { readSheet, styleOf } from "./styles";
import { walkAll } from "./walk";
import { NOWHERE, type Walk } from "./walk-shapes";
import { takeComments, takeTextBoxes } from "./word-parts";

/**
 * HTML from any program → text that fits a response, and what did not fit. The page is inert: nothing in it runs, loads or
 * is ever put on the screen; what comes out is made anew, word by word. [E20]
 */
export function readHtml(page: Document): Incoming {
  const steps = readInPieces(page);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same a piece at a time, each with how much of the whole it is: a long text would hold up whoever types. */
export function* readInPieces(page: Document): Generator<number, Incoming> {
  const sheet = readSheet([...page.querySelectorAll("style")].map((style) => style.textContent ?? "").join("\n"));
  const builder = new Builder([...takeTextBoxes(page), ...takeComments(page)]);
  const notes = findNotes(page, newBlockId);
  const walk: Walk = { builder, sheet, notes, pending: { item: null }, all: walkAll };
  const pieces = piecesOf(walk, page.body.childNodes);
  for (const [index, piece] of pieces.entries()) {
    if (piece === EDGE) endPiece(walk);
    else walkAll(walk, [piece], NOWHERE);
    yield index / pieces.length;
  }
  builder.close();
  const parts = placeNotes(builder.parts, noteBlocks(walk));
  const renumbered = settleNumbers(parts);
  if (renumbered.length > 0) builder.leave("renumbered", renumbered.map(({ text }) => text).join(", "));
  return { parts, left: builder.left };
}

/** Where a wrapper begins or ends. */
const EDGE = null;

/** What stands side by side, and in boxes that only hold it together: Word and web pages put the whole text in one. */
function piecesOf(walk: Walk, nodes: Iterable<Node>): (Node | typeof EDGE)[] {
  return [...nodes].flatMap((node) =>
    node instanceof Element && isWrapper(walk, node) ? [EDGE, ...piecesOf(walk, node.childNodes), EDGE] : [node],
  );
}

const WRAPPERS = new Set(["div", "section", "article", "main"]);
const MANY = 20;

function isWrapper({ sheet, notes }: Walk, element: Element): boolean {
  if (!WRAPPERS.has(element.localName) || element.childElementCount < MANY || notes.references.has(element))
    return false;
  if (element.getAttributeNames().some((name) => name !== "class" && name !== "style" && name !== "lang")) return false;
  if (!/^(?:WordSection\d+)?$/.test(element.getAttribute("class") ?? "")) return false;
  return Object.keys(styleOf(element, sheet)).every((name) => name === "page");
}

function endPiece({ builder, pending }: Walk): void {
  builder.close();
  pending.item = null;
}

/** A note is one block, however many paragraphs it had. */
function noteBlocks(walk: Walk): Map<string, IncomingBlock> {
  const blocks = new Map<string, IncomingBlock>();
  for (const [id, element] of walk.notes.texts) {
    const builder = new Builder(walk.builder.left);
    const none: FoundNotes = { references: new Map(), texts: new Map(), orphans: new Set() };
    walkAll({ ...walk, builder, notes: none, pending: { item: null } }, [element], { ...NOWHERE, isCell: true });
    builder.close();
    blocks.set(id, { type: "block", kind: "footnote", level: 0, id, content: joined(builder.parts) });
  }
  return blocks;
}

function joined(parts: readonly IncomingPart[]): IncomingInline[] {
  const content: IncomingInline[] = [];
  for (const part of parts) {
    if (part.type !== "block" || plainText(part) === "") continue;
    if (content.length > 0) content.push({ break: true });
    content.push(...part.content);
  }
  return content;
}
