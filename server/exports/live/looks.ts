import { HeadingLevel, type IParagraphOptions } from "docx";
import type { Lists } from "../docx/blocks";
import type { Looks } from "./steps";

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

/** What of a paragraph's look Word can also track: the old one stands beside the new. */
type Options = Pick<IParagraphOptions, "heading" | "style" | "numbering">;

/** How a kind of paragraph looks in Word. Lists that other paragraphs part are numbered from the beginning. [E1] */
export class Styles {
  readonly lists: Lists = [];
  #names: { bullet?: string; ordered?: string } = {};

  /** The next item begins a list of its own. */
  endList(): void {
    this.#names = {};
  }

  of({ kind, level }: Looks, inCell: boolean): Options {
    if (kind === "bullet" || kind === "ordered")
      return { style: "ListParagraph", numbering: { reference: this.#named(kind), level: Math.min(3, level) } };
    // A heading inside a cell would break the outline of the paper.
    if (kind === "heading" && !inCell) return { heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_3 };
    if (kind === "quote") return { style: "Quote" };
    return inCell ? { style: "Celle" } : {};
  }

  #named(kind: "bullet" | "ordered"): string {
    const name = this.#names[kind] ?? `list-${this.lists.push({ ordered: kind === "ordered" }) - 1}`;
    this.#names[kind] = name;
    return name;
  }
}

export function looksOther(one: Looks, other: Looks): boolean {
  return one.kind !== other.kind || one.level !== other.level;
}

export const isItem = ({ kind }: Looks) => kind === "bullet" || kind === "ordered";
