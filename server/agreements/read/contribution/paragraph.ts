import { addWords, ordinary } from "../../../../app/document-model/incoming/content";
import { noteLastWord } from "../../../../app/document-model/incoming/notes";
import type { IncomingInline, IncomingRun, LeftOut, LeftOutKind } from "../../../../app/document-model/incoming/shapes";
import { type Fields, isContents } from "../docx/fields";
import type { NoteKind } from "../docx/note-marks";
import { HOLLOW } from "../docx/paragraph";
import type { Styles } from "../docx/styles";
import { symbolOf } from "../docx/symbols";
import { child, type Element, switchIn, valueIn } from "../docx/xml";
import { allowed, type Links } from "./links";

/** One `w:p` → words with how they look, where they lead, and which notes they have. */
export type Reading = {
  styles: Styles;
  fields: Fields;
  links: Links;
  addresses: ReadonlyMap<string, string>;
  left: LeftOut[];
  /** The id of the note that a reference names. */
  noteOf(kind: NoteKind, id: string): string;
  comments: Commented;
};

/** By a comment's id the words it hangs on: as far as they are read, and those read to their end. */
type Commented = { open: Map<string, string>; quotes: Map<string, string> };

export type Read = { content: IncomingInline[]; hasDropped: boolean; hasContents: boolean };
type Look = { bold: boolean; italic: boolean; isHidden: boolean; href: string | undefined };
type Gathering = Read & { reading: Reading };

const LONGEST_QUOTE = 500;
const LONGEST_LEFT = 20_000;

export function readParagraph(paragraph: Element, reading: Reading): Read {
  const style = reading.styles.paragraph(valueIn(child(paragraph, "w:pPr"), "w:pStyle"));
  const look = { bold: style.isBold, italic: style.isItalic, isHidden: style.isHidden, href: undefined };
  const gathering = { content: [], hasDropped: false, hasContents: false, reading };
  readAll(paragraph, gathering, look);
  const { reading: _, ...read } = gathering;
  return read;
}

export function leave(left: LeftOut[], kind: LeftOutKind, text: string): void {
  left.push({ kind, text: ordinary(text).trim().slice(0, LONGEST_LEFT) });
}

function readAll(element: Element, gathering: Gathering, look: Look): void {
  for (const each of element.children) if (typeof each !== "string") read(each, gathering, look);
}

function read(element: Element, gathering: Gathering, look: Look): void {
  const { reading } = gathering;
  switch (element.name) {
    case "w:r":
      readAll(element, gathering, lookOf(element, reading.styles, look));
      return;
    case "w:pPr":
    case "w:rPr":
    case "w:sdtPr":
    case "w:rt":
      return;
    case "w:hyperlink":
      readAll(element, gathering, { ...look, href: allowed(reading.addresses.get(element.attributes["id"] ?? "")) });
      return;
    case "w:ins":
    case "w:moveTo":
      leaveChange(element, reading);
      readAll(element, gathering, look);
      return;
    case "mc:AlternateContent":
      readAll(child(element, "mc:Fallback") ?? child(element, "mc:Choice") ?? element, gathering, look);
      return;
    case "w:fldSimple":
      readField(element, gathering, look);
      return;
    default:
      if (HOLLOW.has(element.name)) passOver(element, gathering);
      else readPiece(element, gathering, look);
  }
}

function leaveChange(element: Element, { left }: Reading): void {
  const words = wordsIn(element);
  if (words.trim() !== "") leave(left, "inserted", words);
}

function wordsIn(element: Element): string {
  return element.children.map((each) => (typeof each === "string" ? each : wordsIn(each))).join("");
}

/** Of these the reader has kept the words alone. */
function passOver(element: Element, gathering: Gathering): void {
  const { left } = gathering.reading;
  const words = stringsIn(element);
  if (element.name === "w:del") {
    gathering.hasDropped ||= element.children.length > 0;
    if (words.trim() !== "") leave(left, "deleted", words);
  } else if (element.name === "w:moveFrom") gathering.hasDropped ||= element.children.length > 0;
  else if (!element.name.endsWith("Change")) leave(left, /\p{L}/u.test(words) ? "text-box" : "image", words);
}

function readField(field: Element, gathering: Gathering, look: Look): void {
  const instruction = field.attributes["instr"] ?? "";
  if (isContents(instruction)) gathering.hasContents = true;
  else readAll(field, gathering, look);
}

function lookOf(run: Element, styles: Styles, around: Look): Look {
  const own = child(run, "w:rPr");
  if (!own) return around;
  const named = styles.character(valueIn(own, "w:rStyle"));
  return {
    ...around,
    isHidden: switchIn(own, "w:vanish") ?? (named.isHidden || around.isHidden),
    bold: switchIn(own, "w:b") ?? (named.isBold || around.bold),
    italic: switchIn(own, "w:i") ?? (named.isItalic || around.italic),
  };
}

function readPiece(piece: Element, gathering: Gathering, look: Look): void {
  const { fields, links, comments } = gathering.reading;
  const id = piece.attributes["id"] ?? "";
  switch (piece.name) {
    case "w:fldChar":
      fields.meet(piece);
      links.meet(piece);
      return;
    case "w:instrText":
      fields.instruct(stringsIn(piece));
      links.instruct(stringsIn(piece));
      return;
    case "w:footnoteReference":
    case "w:endnoteReference":
      readReference(piece, gathering, look);
      return;
    case "w:commentRangeStart":
      comments.open.set(id, "");
      return;
    case "w:commentRangeEnd":
      endComment(comments, id);
      return;
    default: {
      const text = characters(piece);
      if (text === null) readAll(piece, gathering, look);
      else add(text, gathering, look);
    }
  }
}

export function endComment({ open, quotes }: Commented, id: string): void {
  const quote = open.get(id);
  if (quote !== undefined) quotes.set(id, quote);
  open.delete(id);
}

function readReference(piece: Element, gathering: Gathering, look: Look): void {
  const { reading, content } = gathering;
  if (look.isHidden || reading.fields.hides()) return;
  const kind = piece.name === "w:footnoteReference" ? "footnote" : "endnote";
  const isNoted = noteLastWord(content, reading.noteOf(kind, piece.attributes["id"] ?? ""));
  if (!isNoted) leave(reading.left, "lost-note", "");
}

/** What a piece of a run says itself; null: what it holds does. */
function characters(piece: Element): string | null {
  switch (piece.name) {
    case "w:t":
    case "m:t":
      return stringsIn(piece).replace(/[\r\n]+/g, " ");
    case "w:tab":
    case "w:ptab":
      return " ";
    case "w:br":
      return piece.attributes["type"] === "page" ? "" : "\n";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:softHyphen":
      return "";
    case "w:sym":
      return symbolOf(piece.attributes["font"], piece.attributes["char"]).replace(/\p{Co}/gu, "");
    default:
      return null;
  }
}

function add(text: string, gathering: Gathering, look: Look): void {
  const { reading, content } = gathering;
  const isHidden = look.isHidden || reading.fields.hides();
  if (isHidden) {
    const isBlank = text.trim() === "";
    gathering.hasDropped ||= !isBlank;
    gathering.hasContents ||= reading.fields.isInContents();
    if (look.isHidden && !isBlank) leave(reading.left, "hidden", text);
    return;
  }
  const { open } = reading.comments;
  for (const [id, quote] of open) if (quote.length < LONGEST_QUOTE) open.set(id, quote + text);
  if (text === "\n") content.push({ break: true });
  else addWords(content, ordinary(text), runLook(look, reading));
}

function runLook({ bold, italic, href }: Look, { links }: Reading): Omit<IncomingRun, "text"> {
  const leads = href ?? links.now();
  return { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(leads ? { href: leads } : {}) };
}

function stringsIn(element: Element): string {
  return element.children.filter((each) => typeof each === "string").join("");
}
