import {
  DeletedTextRun,
  ExternalHyperlink,
  FootnoteReference,
  FootnoteReferenceRun,
  InsertedTextRun,
  type ParagraphChild,
  TextRun,
} from "docx";
import { isAllowedHref } from "../../../app/document-model/names";
import type { Formats, Letter } from "../../../app/document-model/suggestions/rich";
import { printable } from "../letter/text";
import type { Step } from "./steps";

/** Letters that look alike and share what becomes of them. */
export type Part = { how: Step["how"]; text: string; letter: Letter; was?: Letter };
/** A change as Word names it: who, when, and a number of its own. */
export type Mark = { id: number; author: string; date: string };

/** Words of the text, of an insertion or of a deletion; a link around them is Word's own. */
export function partOf({ how, text, letter, was }: Part, mark: () => Mark, isHeader: boolean): ParagraphChild[] {
  const looks = looksOf(letter.formats, isHeader);
  const said = letter.isBreak ? { break: 1 } : { text: printable(text) };
  if (said.text === "") return [];
  const href = hrefOf(letter.formats);
  const style = href ? { style: "Hyperlink" } : {};
  const isOther = was && how === "kept" && isLookingOther(looks, looksOf(was.formats, isHeader));
  const before = isOther ? { revision: { ...mark(), ...OLD, ...shown(looksOf(was.formats, isHeader)) } } : {};
  const run = {
    kept: () => new TextRun({ ...said, ...shown(looks), ...style, ...before }),
    added: () => new InsertedTextRun({ ...said, ...shown(looks), ...style, ...mark() }),
    removed: () => new DeletedTextRun({ ...said, ...shown(looks), ...style, ...mark() }),
  }[how]();
  return [href ? new ExternalHyperlink({ link: href, children: [run] }) : run];
}

/** The schema wants the old look to say something, also where it was the plain one. */
const OLD = { language: { value: "da-DK" } };

type Looks = { bold: boolean; italics: boolean };

function looksOf(formats: Formats, isHeader: boolean): Looks {
  return { bold: isHeader || Boolean(formats["bold"]), italics: Boolean(formats["italic"]) };
}

const isLookingOther = (one: Looks, other: Looks) => one.bold !== other.bold || one.italics !== other.italics;
/** What is not so is left to the paragraph's own style. */
const shown = ({ bold, italics }: Looks) => ({ ...(bold ? { bold } : {}), ...(italics ? { italics } : {}) });

function hrefOf(formats: Formats): string | null {
  const link = formats["link"];
  const href = typeof link === "object" && link !== null && "href" in link ? link.href : null;
  return isAllowedHref(href) ? href : null;
}

/** The number of a footnote: Word's own at its first place, and plainly raised where it stands again. */
export function noteOf({ number, again }: { number: number; again: boolean }, how: Step["how"], mark: Mark) {
  if (again) return new TextRun({ text: String(number), superScript: true });
  if (how === "kept") return new FootnoteReferenceRun(number);
  const reference = { style: "FootnoteReference", children: [new FootnoteReference(number)], ...mark };
  return how === "added" ? new InsertedTextRun(reference) : new DeletedTextRun(reference);
}

const CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Copenhagen",
  dateStyle: "short",
  timeStyle: "medium",
});

/** Word shows a change's time as it is written and knows no zone: written is the time that the clock in Denmark shows. */
export function wordTime(at: Date): Date {
  return new Date(`${CLOCK.format(at).replace(" ", "T")}Z`);
}
