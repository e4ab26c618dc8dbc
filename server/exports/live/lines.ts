import { Paragraph, type ParagraphChild } from "docx";
import { looksAlike } from "../../../app/document-model/suggestions/rich";
import { looksOther, type Styles } from "./looks";
import { type NoteNumbers, type Reference, referencesIn } from "./notes";
import { noteOf, type Part, partOf, wordTime } from "./parts";
import type { Spots } from "./spots";
import type { Looks, Step } from "./steps";

/** Who proposed it, and when. */
export type By = { by: string; changedAt: Date };
/** `isBold`: the cell of a header, or a heading in a cell. */
export type Where = { inCell: boolean; isHeader: boolean };

/** Paragraphs of Word, made of steps. [G11] */
export class Lines {
  readonly #styles: Styles;
  readonly #notes: NoteNumbers;
  readonly #spots: Spots;
  #marks = 0;

  constructor(styles: Styles, notes: NoteNumbers, spots: Spots) {
    this.#styles = styles;
    this.#notes = notes;
    this.#spots = spots;
  }

  written(steps: readonly Step[], by: By | null, where: Where, style?: string): Paragraph[] {
    const references = referencesIn(steps);
    const paragraphs: Paragraph[] = [];
    let children: ParagraphChild[] = [];
    const open: { part: Part | null } = { part: null };
    const flush = () => {
      if (open.part) children.push(...partOf(open.part, () => this.#mark(by), where.isHeader));
      open.part = null;
    };
    for (const [index, step] of steps.entries()) {
      const spots = this.#spotsAt(step);
      if (spots.length > 0) flush();
      children.push(...spots);
      if (step.is === "end") {
        flush();
        paragraphs.push(this.#paragraph(step, children, by, where, style));
        children = [];
        continue;
      }
      if (open.part && !goesOn(open.part, step)) flush();
      open.part = open.part ? { ...open.part, text: open.part.text + step.letter.text } : begun(step);
      const ends = references.get(index);
      if (!ends) continue;
      flush();
      children.push(...this.#references(ends, by));
    }
    return paragraphs;
  }

  #spotsAt({ at, is }: Step): ParagraphChild[] {
    if (!at) return [];
    return is === "end" ? this.#spots.rest(at.block.id) : this.#spots.before(at.block.id, at.letter);
  }

  #references(ends: readonly Reference[], by: By | null): ParagraphChild[] {
    return ends.flatMap(({ id, how }) => {
      const met = this.#notes.meet(id);
      return met ? [noteOf(met, how, this.#mark(by))] : [];
    });
  }

  #paragraph(step: Step & { is: "end" }, children: ParagraphChild[], by: By | null, { inCell }: Where, style?: string) {
    const { how, before, after } = step;
    const looks = after ?? before;
    const options = style ? { style } : looks ? this.#styles.of(looks, inCell) : {};
    if (how === "added") return new Paragraph({ ...options, run: { insertion: this.#mark(by) }, children });
    if (how === "removed") return new Paragraph({ ...options, run: { deletion: this.#mark(by) }, children });
    const was = before && after && looksOther(before, after) ? { revision: this.#was(before, by, inCell) } : {};
    return new Paragraph({ ...options, ...was, children });
  }

  #was(before: Looks, by: By | null, inCell: boolean) {
    return { ...this.#mark(by), ...this.#styles.of(before, inCell) };
  }

  #mark(by: By | null) {
    this.#marks += 1;
    return { id: this.#marks, author: by?.by ?? "", date: wordTime(by?.changedAt ?? new Date(0)).toISOString() };
  }
}

function begun(step: Step & { is: "letter" }): Part {
  const { how, letter, was } = step;
  return { how, text: letter.text, letter, ...(was ? { was } : {}) };
}

function goesOn(part: Part, step: Step & { is: "letter" }): boolean {
  if (part.how !== step.how || part.letter.isBreak || step.letter.isBreak) return false;
  const [was, now] = [part.was?.formats ?? {}, step.was?.formats ?? {}];
  return looksAlike(part.letter.formats, step.letter.formats) && looksAlike(was, now);
}
