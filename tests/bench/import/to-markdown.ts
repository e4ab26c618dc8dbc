import type { PaperShape } from "../../fixtures/papers/paper";
import { type Block, flow } from "./flow";

/** Headings with #, lists, pipe tables and [^1] notes, as a converter writes them. */
export function toMarkdown(paper: PaperShape): string {
  const blocks = flow(paper);
  const notes = paper.notes.map((note, index) => `[^${index + 1}]: ${note}`);
  const body = blocks.map((block) => markdownOf(block)).join("\n");
  return `${[body, ...notes].join("\n\n").trim()}\n`;
}

function markdownOf(block: Block): string {
  switch (block.is) {
    case "heading":
      return `\n${"#".repeat(Math.min(block.level, 6))} ${`${block.number} ${block.text}`.trim()}`;
    case "paragraph":
      return `\n${block.text}`;
    case "point":
      return `\n${block.number} ${block.text}`;
    case "item": {
      const sign = block.sign === "•" ? "-" : block.sign;
      return `${block.isFirst ? "\n" : ""}${"  ".repeat(block.level)}${sign} ${block.text}`;
    }
    case "table":
      return ["", pipes(block.header), pipes(block.header.map(() => "---")), ...block.rows.map(pipes)].join("\n");
    case "caption":
      return `\n*${block.text}*`;
  }
}

function pipes(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
