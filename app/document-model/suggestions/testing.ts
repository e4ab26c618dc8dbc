import type { Block, Inline, Table } from "../document";
import { tidyInline } from "../inline";
import { type Blocks, type Entry, isBlock, rowsOf, withRow } from "./rows";

/** For tests: numbers below `most`, the same for the same seed. */
export type Random = (most: number) => number;

export function seeded(seed: number): Random {
  let state = seed * 2654435761;
  return (most) => {
    state = (state ^ (state << 13)) >>> 0;
    state = (state ^ (state >>> 17)) >>> 0;
    state = (state ^ (state << 5)) >>> 0;
    return state % most;
  };
}

const WORDS = "kommunen støtter forslaget varsel borger plan tre dage center ældre aftale ikke altid og eller".split(
  " ",
);

function randomContent(random: Random, most = 12): Inline[] {
  const inlines = Array.from({ length: random(4) }, (): Inline => {
    if (random(8) === 0) return { break: true };
    const text = Array.from({ length: 1 + random(most) }, () => WORDS[random(WORDS.length)]).join(" ");
    return random(4) === 0 ? { text: `${text} `, bold: true } : { text: `${text} ` };
  });
  return tidyInline(inlines);
}

let made = 0;

export function randomBlock(random: Random): Block {
  const heading =
    random(6) === 0 ? ({ kind: "heading", level: 1 } as const) : ({ kind: "paragraph", level: 0 } as const);
  return { type: "block", id: `block-${made++}`, ...heading, content: randomContent(random) };
}

export function randomText(random: Random): Blocks {
  return Array.from(
    { length: 1 + random(9) },
    (): Entry => (random(7) === 0 ? randomTable(random) : randomBlock(random)),
  );
}

function randomTable(random: Random): Table {
  const cell = () => ({
    header: false,
    colspan: 1,
    rowspan: 1,
    blocks: [randomBlock(random), randomBlock(random)].slice(random(2)),
  });
  return { type: "table", id: `table-${made++}`, rows: [[cell(), cell()]] };
}

/** Some of what people do: words, new paragraphs, splits, joins, neighbours changing places, kinds. */
export function randomEdited(random: Random, text: Blocks): Blocks {
  let edited = text;
  for (let deed = random(7); deed > 0; deed--) {
    const rows = rowsOf(edited);
    const row = rows[random(rows.length)];
    if (row) edited = withRow(edited, row.name, (entries) => deedIn(random, entries));
  }
  return edited;
}

function deedIn(random: Random, entries: readonly Entry[]): Entry[] {
  const at = random(entries.length);
  const [entry, next] = [entries[at], entries[at + 1]];
  if (!entry || !isBlock(entry)) return [...entries.slice(0, at), randomBlock(random), ...entries.slice(at)];
  const put = (by: Entry[], taken = 1) => [...entries.slice(0, at), ...by, ...entries.slice(at + taken)];
  switch (random(8)) {
    case 0:
      return put([entry, randomBlock(random)]);
    case 1:
      return entries.length > 1 ? put([]) : [...entries];
    case 2:
      return put(halves(random, entry));
    case 3:
      return next && isBlock(next)
        ? put([{ ...entry, content: tidyInline([...entry.content, ...next.content]) }], 2)
        : [...entries];
    case 4:
      return next && isBlock(next) ? put([next, entry], 2) : [...entries];
    case 5:
      return put([{ ...entry, kind: "bullet", level: random(3) }]);
    default:
      return put([{ ...entry, content: reworded(random, entry.content) }]);
  }
}

function halves(random: Random, entry: Block): Block[] {
  const at = random(entry.content.length + 1);
  const second = { ...entry, id: `block-${made++}`, content: entry.content.slice(at) };
  return [{ ...entry, content: entry.content.slice(0, at) }, second];
}

function reworded(random: Random, content: readonly Inline[]): Inline[] {
  const at = random(content.length + 1);
  return tidyInline([...content.slice(0, at), ...randomContent(random, 3), ...content.slice(at + random(2))]);
}
