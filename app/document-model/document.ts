/**
 * What a response consists of, apart from Yjs and from any screen. [E1]
 * A document is flat: blocks and tables in order. Lists, headings and quotes are kinds of a block, never nesting,
 * so that two people who change kind and text of one paragraph at once both keep their work.
 */
export const SCHEMA_VERSION = 1;

/** The root types of the Y.Doc: the text, and the links beside it. */
export const ROOTS = { body: "body", links: "links" } as const;

export const BLOCK_KINDS = ["paragraph", "heading", "bullet", "ordered", "quote"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** `level`: 1–3 for headings, 0–3 (depth) for list items, 0 otherwise. */
export type Block = { type: "block"; id: string; kind: BlockKind; level: number; content: Inline[] };

export type Inline = { text: string; bold?: true; italic?: true; href?: string } | { break: true };

export type TableCell = { header: boolean; colspan: number; rowspan: number; blocks: Block[] };
export type Table = { type: "table"; id: string; rows: TableCell[][] };

/** What a paragraph comments on: one clause (or goal, section, area) or the whole source version. */
export type Target = { kind: "clause" | "source"; id: string };

/** A link of one paragraph: its target, and the center on whose behalf it was made. */
export type Link = Target & { center: string };

/** The whole of a response as a value. Links of paragraphs that are gone are left out. */
export type ResponseDocument = {
  schemaVersion: typeof SCHEMA_VERSION;
  blocks: (Block | Table)[];
  /** Block id → its links, sorted by kind, id, center. Blocks inside table cells are blocks too. */
  links: Record<string, Link[]>;
};

export function textOf(block: Block): string {
  return block.content.map((inline) => ("text" in inline ? inline.text : "\n")).join("");
}

/** Every block in reading order, those in table cells too. */
export function* allBlocks(document: Pick<ResponseDocument, "blocks">): Generator<Block> {
  for (const block of document.blocks) {
    if (block.type === "block") yield block;
    else for (const row of block.rows) for (const cell of row) yield* cell.blocks;
  }
}
