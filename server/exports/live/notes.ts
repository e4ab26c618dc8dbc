import { notesIn } from "../../../app/document-model/note-marks";
import type { Step } from "./steps";

export type Reference = { id: string; how: Step["how"] };

/**
 * Behind which letters the number of a footnote stands, by the step's index: where its words first end in what is to be
 * read; where they have it no more, at its old place, as taken away.
 */
export function referencesIn(steps: readonly Step[]): Map<number, Reference[]> {
  const now = endsIn(steps, (step) => (step.how === "removed" ? null : notesOf(step)));
  const before = endsIn(steps, (step) => (step.how === "added" ? null : notesBefore(step)));
  const found = new Map<number, Reference[]>();
  const put = (at: number, reference: Reference) => found.set(at, [...(found.get(at) ?? []), reference]);
  for (const [id, at] of now) put(at, { id, how: before.has(id) ? "kept" : "added" });
  for (const [id, at] of before) if (!now.has(id)) put(at, { id, how: "removed" });
  return found;
}

/** Where the words of each note first end. Null: the letter is not in that reading. */
function endsIn(steps: readonly Step[], notesAt: (step: Step) => readonly string[] | null): Map<string, number> {
  const ends = new Map<string, number>();
  let open: readonly string[] = [];
  let last = -1;
  for (const [index, step] of [...steps.entries(), [steps.length, null] as const]) {
    const here = step ? notesAt(step) : [];
    if (!here) continue;
    for (const id of open) if (!here.includes(id) && !ends.has(id)) ends.set(id, last);
    [open, last] = [here, index];
  }
  return ends;
}

function notesOf(step: Step): string[] {
  return step.is === "letter" ? notesIn({ ...step.letter.formats }) : [];
}

function notesBefore(step: Step): string[] {
  return step.is === "letter" ? notesIn({ ...(step.was ?? step.letter).formats }) : [];
}

/** The numbers of the footnotes in the order in which they are met. `again`: it has stood before. */
export class NoteNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #known: ReadonlySet<string>;

  /** `known`: those that have words. */
  constructor(known: ReadonlySet<string>) {
    this.#known = known;
  }

  meet(id: string): { number: number; again: boolean } | null {
    if (!this.#known.has(id)) return null;
    const met = this.#numbers.get(id);
    if (met !== undefined) return { number: met, again: true };
    this.#numbers.set(id, this.#numbers.size + 1);
    return { number: this.#numbers.size, again: false };
  }

  met(): [string, number][] {
    return [...this.#numbers];
  }
}
