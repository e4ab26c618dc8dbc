import type { BlockKind } from "../document";

/**
 * Text on its way in, from the clipboard or a Word file: flat like a response, but not yet of it. It has no ids of blocks,
 * knows its own numbers, and says what it could not bring along. [E20]
 */

/** `notes`: the footnotes that these words have, by the ids of their blocks. */
export type IncomingRun = { text: string; bold?: true; italic?: true; href?: string; notes?: string[] };
export type IncomingInline = IncomingRun | { break: true };

/** The number a paragraph has where it comes from: "3.1", "b)", "iv.". */
type SourceNumber = { sign: string };

export type IncomingBlock = {
  type: "block";
  kind: BlockKind;
  level: number;
  content: IncomingInline[];
  number?: SourceNumber;
  /** Of a footnote: what the words that have it call it. */
  id?: string;
  /** What a copy of ours, come back by way of others, says of itself; it is judged like any stranger. [E5] */
  from?: { id: string; links: string };
};

export type IncomingCell = { header: boolean; colspan: number; rowspan: number; blocks: IncomingBlock[] };
export type IncomingTable = { type: "table"; rows: IncomingCell[][] };
export type IncomingPart = IncomingBlock | IncomingTable;

/** What does not fit a response, or fits it in another shape. */
export const LEFT_OUT_KINDS = [
  "image",
  "media",
  "text-box",
  "comment",
  "deleted",
  "inserted",
  "hidden",
  "struck",
  "contents",
  "formula",
  "lost-note",
  "nested-table",
  "wide-table",
  "deep-heading",
  "deep-list",
  "renumbered",
] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

/** `text`: its words, if it had any; `quote`: the words it hung on; `by`: who wrote it. */
export type LeftOut = { kind: LeftOutKind; text: string; quote?: string; by?: string };

export type Incoming = { parts: IncomingPart[]; left: LeftOut[] };
