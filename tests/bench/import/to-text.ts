import type { PaperShape } from "../../fixtures/papers/paper";
import { type Block, flow, MARK, marksIn } from "./flow";

const WIDTH = 84;
const LINES_ON_A_PAGE = 44;

/** Wrapped lines with blank ones between paragraphs; a noisy paper in pages, as a printer or a scan leaves it. */
export function toText(paper: PaperShape): string {
  const write = (block: Block) => linesOf(block, paper.isNoisy);
  const contents = paper.hasContents ? contentsOf(flow(paper)) : [];
  const blocks = flow(paper).map((block) => ({ lines: write(block), notes: notesIn(block) }));
  const [title, ...others] = blocks;
  const all = [...(title ? [title] : []), { lines: contents, notes: [] }, ...others];
  return paper.isNoisy ? paged(all, paper) : plainPage(all, paper);
}

type Written = { lines: string[]; notes: number[] };

function plainPage(blocks: readonly Written[], paper: PaperShape): string {
  const notes = paper.notes.map((note, index) => wrap(`${index + 1} ${note}`, WIDTH, false).join("\n"));
  const body = blocks.flatMap(({ lines }) => lines).join("\n");
  return `${[body.trim(), ...notes].join("\n\n")}\n`;
}

/** Every page with its running head above, its notes and its number below. */
function paged(blocks: readonly Written[], paper: PaperShape): string {
  const pages: { lines: string[]; notes: number[] }[] = [{ lines: [], notes: [] }];
  for (const { lines, notes } of blocks) {
    for (const line of lines) {
      if ((pages.at(-1)?.lines.length ?? 0) >= LINES_ON_A_PAGE) pages.push({ lines: [], notes: [] });
      pages.at(-1)?.lines.push(line);
    }
    pages.at(-1)?.notes.push(...notes);
  }
  const printed = pages.map(({ lines, notes }, index) => {
    const below = notes.flatMap((note) => wrap(`${note} ${paper.notes[note - 1]}`, WIDTH, true));
    const text = lines.join("\n").replace(/^\n+|\n+$/g, "");
    return `${paper.runningHead}\n\n${text}\n\n${below.join("\n")}\n\nSide ${index + 1} af ${pages.length}\n`;
  });
  return printed.join("\f");
}

function contentsOf(blocks: readonly Block[]): string[] {
  const entries = blocks.flatMap((block, index) => {
    if (block.is !== "heading" || !block.inContents) return [];
    const title = `${block.number} ${block.text}`.trim();
    return [`${title} ${".".repeat(WIDTH - title.length - 6)} ${2 + Math.floor(index / 14)}`];
  });
  return ["", "Indhold", ...entries];
}

function notesIn(block: Block): number[] {
  return "text" in block ? marksIn(block.text) : [];
}

function linesOf(block: Block, isNoisy: boolean): string[] {
  if (block.is === "table") return ["", ...[block.header, ...block.rows].map((cells) => cells.join("    "))];
  const text = block.text.replace(MARK, "$1");
  if (block.is === "heading") return ["", `${block.number} ${text}`.trim()];
  if (block.is === "point") return ["", ...wrap(`${block.number} ${text}`, WIDTH, isNoisy)];
  if (block.is !== "item") return ["", ...wrap(text, WIDTH, isNoisy)];
  const lead = "   ".repeat(block.level);
  const hang = " ".repeat(block.sign.length + 1);
  const lines = wrap(text, WIDTH - lead.length - hang.length, isNoisy);
  const items = lines.map((line, index) => `${lead}${index === 0 ? `${block.sign} ` : hang}${line}`);
  return block.isFirst ? ["", ...items] : items;
}

function wrap(text: string, width: number, isNoisy: boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line === "") line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      const cut = isNoisy ? cutOf(word, width - line.length - 2) : 0;
      lines.push(cut > 0 ? `${line} ${word.slice(0, cut)}-` : line);
      line = word.slice(cut);
    }
  }
  lines.push(line);
  // A typewriter's habit, and a scanner's: two spaces after a full stop, and here and there between words.
  return isNoisy
    ? lines.map((each, index) => each.replace(/\. /g, ".  ").replace(/, /g, index % 3 ? ", " : ",  "))
    : lines;
}

/** Where a word may be broken so that its beginning fits: before a consonant that a vowel follows. 0: nowhere. */
function cutOf(word: string, room: number): number {
  for (let at = Math.min(room, word.length - 3); at >= 3; at -= 1) {
    const [before = "", here = "", after = ""] = word.slice(at - 1, at + 2);
    if (/[a-zæøå]/.test(before) && /[bdfgklmnprstv]/.test(here) && /[aeiouyæøå]/.test(after)) return at;
  }
  return 0;
}
