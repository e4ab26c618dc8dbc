import type { Paragraph, Table as WordTable } from "docx";
import { allBlocks, type Block } from "../../../app/document-model/document";
import { isFootnote } from "../../../app/document-model/notes";
import { type Blocks, type Entry, isBlock } from "../../../app/document-model/suggestions/rows";
import { standingOf } from "../../../app/document-model/suggestions/standing";
import type { OpenRun } from "../../suggestions/shapes";
import { writeGrid } from "../docx/blocks";
import { gridOf } from "../letter/table-grid";
import { hasText } from "../letter/text";
import { type By, Lines, type Where } from "./lines";
import { isItem, Styles } from "./looks";
import { NoteNumbers } from "./notes";
import { type Spot, Spots } from "./spots";
import { type Looks, stepsBetween } from "./steps";

const IN_TEXT: Where = { inCell: false, isHeader: false };

/** The text as Word has it, with what is proposed where it stands. A suggestion that does not fit the text is left out. */
export class Writing {
  readonly styles = new Styles();
  readonly lines: Lines;
  readonly #blocks: Blocks;
  readonly #runs: Runs;
  readonly #numbers: NoteNumbers;
  readonly #notes: ReadonlyMap<string, NoteText>;

  constructor(blocks: Blocks, runs: readonly OpenRun[], spots: readonly Spot[]) {
    this.#blocks = blocks;
    this.#runs = runsThatFit(blocks, runs);
    this.#notes = notesWithWords(blocks, this.#runs);
    this.#numbers = new NoteNumbers(new Set(this.#notes.keys()));
    this.lines = new Lines(this.styles, this.#numbers, new Spots(spots));
  }

  text(): (Paragraph | WordTable)[] {
    return [...this.#added(null, IN_TEXT), ...this.#row(this.#blocks, IN_TEXT)];
  }

  /** Word's own footnotes, by their numbers: asked for when the text is written. */
  notes(): Record<string, { children: Paragraph[] }> {
    const written = this.#numbers.met().flatMap(([id, number]) => {
      const note = this.#notes.get(id);
      if (!note) return [];
      const children = this.lines.written(stepsBetween(note.base, note.proposed), note.by, IN_TEXT, "FootnoteText");
      return [[String(number), { children }] as const];
    });
    return Object.fromEntries(written);
  }

  #row(entries: readonly Entry[], where: Where): (Paragraph | WordTable)[] {
    const written: (Paragraph | WordTable)[] = [];
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at];
      if (!entry) continue;
      const run = this.#runs.of.get(entry.id);
      if (run) written.push(...this.#changed(run.base, run.proposed, run, where));
      else written.push(...(isBlock(entry) ? this.#changed([entry], [entry], null, where) : this.#table(entry)));
      for (const { id } of run?.base ?? [entry]) written.push(...this.#added(id, where));
      at += Math.max(0, (run?.base.length ?? 1) - 1);
    }
    return written;
  }

  #table(table: Exclude<Entry, Block>): (Paragraph | WordTable)[] {
    this.styles.endList();
    const grid = gridOf(table, ({ blocks }) => blocks);
    const cells = (body: readonly Block[], isHeader: boolean) => {
      const written = this.#row(body, { inCell: true, isHeader });
      this.styles.endList();
      return written;
    };
    return grid ? writeGrid(grid, ({ body, header }) => cells(body, header)) : [];
  }

  #added(after: string | null, where: Where): Paragraph[] {
    return (this.#runs.behind.get(after) ?? []).flatMap((run) => this.#changed([], run.proposed, run, where));
  }

  #changed(base: readonly Looks[], proposed: readonly Looks[], by: By | null, where: Where): Paragraph[] {
    const isHere = (block: Looks) => !(isFootnote(block) && block.id !== null && this.#notes.has(block.id));
    const [was, now] = [base.filter(isHere), proposed.map(called).filter(isHere)];
    if (was.length + now.length === 0) return [];
    if (![...was, ...now].some(isItem)) this.styles.endList();
    return this.lines.written(stepsBetween(was, now), by, where);
  }
}

/** A new footnote, by what its words call it. */
const called = (block: Looks & { note?: string }): Looks => ({ ...block, id: block.id ?? block.note ?? null });

type Runs = { of: ReadonlyMap<string, OpenRun>; behind: ReadonlyMap<string | null, OpenRun[]> };

/** By the first block of a run, or what it stands behind; of two on one block the earlier. */
function runsThatFit(blocks: Blocks, runs: readonly OpenRun[]): Runs {
  const of = new Map<string, OpenRun>();
  const behind = new Map<string | null, OpenRun[]>();
  const taken = new Set<string>();
  for (const run of runs) {
    if (standingOf(run, blocks).state !== "fits" || run.base.some(({ id }) => taken.has(id))) continue;
    const [first] = run.base;
    for (const { id } of run.base) taken.add(id);
    if (first) of.set(first.id, run);
    else behind.set(run.after, [...(behind.get(run.after) ?? []), run]);
  }
  return { of, behind };
}

type NoteText = { base: Looks[]; proposed: Looks[]; by: By | null };

/** The footnotes that words belong to, in the text or in what is proposed, and that say something. */
function notesWithWords(blocks: Blocks, { of, behind }: Runs): Map<string, NoteText> {
  const runs = [...of.values(), ...[...behind.values()].flat()];
  const all: Looks[] = [...allBlocks({ blocks }), ...runs.flatMap(({ proposed }) => proposed.map(called))];
  const belongs = new Set(all.flatMap((block) => (isFootnote(block) ? [] : notesIn(block))));
  const notes = new Map<string, NoteText>();
  const put = (note: Looks, text: NoteText) =>
    note.id !== null && isFootnote(note) && belongs.has(note.id) && says(text) && notes.set(note.id, text);
  for (const note of allBlocks({ blocks })) put(note, { base: [note], proposed: [note], by: null });
  for (const run of runs)
    for (const note of [...run.base, ...run.proposed.map(called)]) {
      const own = ({ id }: Looks) => id === note.id;
      put(note, { base: run.base.filter(own), proposed: run.proposed.map(called).filter(own), by: run });
    }
  return notes;
}

const says = ({ base, proposed }: NoteText) => [...base, ...proposed].some(hasText);

function notesIn({ content }: Looks): string[] {
  return content.flatMap((inline) => ("text" in inline ? (inline.notes ?? []) : []));
}
