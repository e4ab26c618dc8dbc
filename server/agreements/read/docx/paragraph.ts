import { type Fields, isContents } from "./fields";
import type { Notes } from "./note-marks";
import type { Styles } from "./styles";
import { symbolOf } from "./symbols";
import { child, type Element, switchIn, valueIn } from "./xml";

/** One `w:p` → its text. Line breaks are "\n" in it; hidden and deleted words are not. */
export type Reading = {
  styles: Styles;
  fields: Fields;
  notes: Notes;
  /** Counted from one by the page breaks Word left when it last drew the paper; none: not known. */
  page: { now: number; isKnown: boolean };
  /** Pictures, drawings and objects that were passed over, and those of them that held words. */
  passed: { pictures: number; boxes: number };
};

export type Text = {
  text: string;
  /** Where its first word stands. */
  page: number;
  /** Words were left out: what is empty now was not empty to Word. */
  hasDropped: boolean;
  /** Some of those words were of a table of contents. */
  hasContents: boolean;
  /** All of it is bold. */
  isBold: boolean;
};

type Gathering = Text & { hasWords: boolean; reading: Reading };
/** Passed over: drawings and their text boxes, objects, what is deleted or moved away, and how things looked before. */
export const HOLLOW: ReadonlySet<string> = new Set([
  "w:drawing",
  "w:pict",
  "w:object",
  "w:del",
  "w:moveFrom",
  "w:pPrChange",
  "w:rPrChange",
]);

/** How the run looks that is being read. */
type Look = { isHidden: boolean; isBold: boolean };

export function textOf(paragraph: Element, reading: Reading): Text {
  const style = reading.styles.paragraph(valueIn(child(paragraph, "w:pPr"), "w:pStyle"));
  const page = reading.page.now;
  const gathering = {
    text: "",
    page,
    hasDropped: false,
    hasContents: false,
    isBold: true,
    size: 0,
    hasWords: false,
    reading,
  };
  readAll(paragraph, gathering, style);
  const { reading: _, hasWords, ...text } = gathering;
  return { ...text, isBold: text.isBold && hasWords };
}

function readAll(element: Element, gathering: Gathering, look: Look): void {
  for (const each of element.children) if (typeof each !== "string") read(each, gathering, look);
}

function read(element: Element, gathering: Gathering, look: Look): void {
  switch (element.name) {
    case "w:r":
      readAll(element, gathering, lookOf(element, gathering.reading.styles, look));
      return;
    case "w:pPr":
    case "w:rPr":
    case "w:sdtPr":
    case "w:rt":
      return;
    case "w:drawing":
    case "w:pict":
    case "w:object":
      gathering.reading.passed.pictures += 1;
      if (/\p{L}/u.test(stringsIn(element))) gathering.reading.passed.boxes += 1;
      return;
    case "w:del":
    case "w:moveFrom":
      gathering.hasDropped ||= element.children.length > 0;
      return;
    case "mc:AlternateContent":
      readAll(child(element, "mc:Fallback") ?? child(element, "mc:Choice") ?? element, gathering, look);
      return;
    case "w:fldSimple":
      if (!isContents(element.attributes["instr"] ?? "")) readAll(element, gathering, look);
      else gathering.hasContents = true;
      return;
    default:
      readPiece(element, gathering, look);
  }
}

function lookOf(run: Element, styles: Styles, around: Look): Look {
  const own = child(run, "w:rPr");
  if (!own) return around;
  const named = styles.character(valueIn(own, "w:rStyle"));
  return {
    isHidden: switchIn(own, "w:vanish") ?? (named.isHidden || around.isHidden),
    isBold: switchIn(own, "w:b") ?? (named.isBold || around.isBold),
  };
}

function readPiece(piece: Element, gathering: Gathering, look: Look): void {
  const { fields, notes, page } = gathering.reading;
  if (piece.name === "w:fldChar") fields.meet(piece);
  else if (piece.name === "w:instrText") fields.instruct(stringsIn(piece));
  else if (piece.name === "w:lastRenderedPageBreak") {
    page.now += 1;
    page.isKnown = true;
  } else if (piece.name === "w:footnoteReference" || piece.name === "w:endnoteReference") {
    const kind = piece.name === "w:footnoteReference" ? "footnote" : "endnote";
    const isRead = !look.isHidden && !fields.hides() && !piece.attributes["customMarkFollows"];
    if (isRead) gathering.text += notes.mark(kind, piece.attributes["id"] ?? "", page.now);
  } else {
    const text = characters(piece);
    if (text === null) readAll(piece, gathering, look);
    else add(text, gathering, look);
  }
}

/** What a piece of a run says itself; null: what it holds does. */
function characters(piece: Element): string | null {
  switch (piece.name) {
    case "w:t":
    case "m:t":
      return stringsIn(piece).replace(/[\r\n]+/g, " ");
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
      return piece.attributes["type"] === "page" ? "" : "\n";
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:softHyphen":
      return "\u00ad";
    case "w:sym":
      return symbolOf(piece.attributes["font"], piece.attributes["char"]);
    default:
      return null;
  }
}

function add(text: string, gathering: Gathering, look: Look): void {
  const isBlank = text.trim() === "";
  if (look.isHidden || gathering.reading.fields.hides()) {
    gathering.hasDropped ||= !isBlank;
    gathering.hasContents ||= gathering.reading.fields.isInContents();
    return;
  }
  gathering.text += text;
  if (isBlank) return;
  if (!gathering.hasWords) gathering.page = gathering.reading.page.now;
  gathering.hasWords = true;
  gathering.isBold &&= look.isBold;
}

function stringsIn(element: Element): string {
  return element.children.filter((each) => typeof each === "string").join("");
}
