import type { Attached } from "./attached";
import type { GoalsSaid } from "./goals";
import type { InitiativesSaid } from "./initiatives";

/**
 * What a response consists of, apart from Yjs and from any screen. [E1]
 * A document is flat: blocks and tables in order. Lists, headings, quotes and footnotes are kinds of a block, never
 * nesting, so that two people who change kind and text of one paragraph at once both keep their work.
 * Version 2 added footnotes and quotes of a clause; every document of version 1 is one of version 2 too. [E12]
 */
export const SCHEMA_VERSION = 2;

/**
 * What a page and a server must agree on to write in one live document: everything names.ts lists. Version 3 added the
 * marks of comments, which lie on the words and are no part of what the document says: no hash knows of them. [K1] [W4]
 * And cells that say themselves whether they are headers. [E14]
 */
export const LIVE_SCHEMA = 3;

/** The root types of the Y.Doc: the text, and the links beside it. */
export const ROOTS = { body: "body", links: "links" } as const;

export const BLOCK_KINDS = ["paragraph", "heading", "bullet", "ordered", "quote", "footnote"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/**
 * `level`: 1–3 for headings, 0–3 (depth) for list items, 0 otherwise. A quote may say which clause it quotes (`of`), and
 * which wording of that clause was the last that its writer saw (`seen`, see quotes.ts).
 */
export type Block = {
  type: "block";
  id: string;
  kind: BlockKind;
  level: number;
  content: Inline[];
  of?: string;
  seen?: string;
};

/** `notes`: ids of the footnotes that belong to these words, sorted; their numbers are drawn, never stored. [E12] */
export type Inline = { text: string; bold?: true; italic?: true; href?: string; notes?: string[] } | { break: true };

export type TableCell = { header: boolean; colspan: number; rowspan: number; blocks: Block[] };
export type Table = { type: "table"; id: string; rows: TableCell[][] };

/** What a paragraph comments on: one clause (or goal, section, area) or the whole source version. */
export type Target = { kind: "clause" | "source"; id: string };

/** What a center's paragraph is to its target; a link without one says only that it is about it. [L8] */
export const STANCES = ["support", "point-of-attention", "change-proposal", "question"] as const;
export type Stance = (typeof STANCES)[number];

/** A link of one paragraph: its target, and the center on whose behalf it was made. `stance` is there only when it is set. */
export type Link = Target & { center: string; stance?: Stance };

/** The whole of a response as a value. Links of paragraphs that are gone are left out. */
export type ResponseDocument = {
  schemaVersion: typeof SCHEMA_VERSION;
  blocks: (Block | Table)[];
  /** Block id → its links, sorted by kind, id, center. Blocks inside table cells are blocks too. */
  links: Record<string, Link[]>;
  /** In frozen texts of assessments alone: what the centers had said of the goals. It stands in no live text. [M4] */
  goals?: GoalsSaid;
  /** In frozen texts of follow-ups alone: the initiatives as they stood. [M16] */
  initiatives?: InitiativesSaid;
  /** In frozen texts alone: the councils' own answers that go along with it. [F51] */
  attached?: Attached[];
};

export function textOf(block: Pick<Block, "content">): string {
  return block.content.map((inline) => ("text" in inline ? inline.text : "\n")).join("");
}

/** Every block in reading order, those in table cells too. */
export function* allBlocks(document: Pick<ResponseDocument, "blocks">): Generator<Block> {
  for (const block of document.blocks) {
    if (block.type === "block") yield block;
    else for (const row of block.rows) for (const cell of row) yield* cell.blocks;
  }
}
