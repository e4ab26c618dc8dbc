import type { IncomingBlock } from "../../document-model/incoming/shapes";
import type { Builder, Look } from "./builder";
import type { FoundNotes } from "./notes-in-html";
import type { Sheet } from "./styles";

/** What is so for all that an element holds. */
export type Around = {
  look: Look;
  /** The item of a list: its first paragraph is it, the next go on in it. */
  item: Item | null;
  list: { isOrdered: boolean; depth: number } | null;
  isQuote: boolean;
  isCell: boolean;
  isPre: boolean;
  depth: number;
};

export type Item = { block: IncomingBlock | null };

export type Walk = {
  builder: Builder;
  sheet: Sheet;
  notes: FoundNotes;
  pending: Pending;
  /** Reads what stands below; see walk.ts. */
  all: (walk: Walk, nodes: Iterable<Node>, around: Around) => void;
};
/** The last paragraph of a Word list, which the next one may belong to. */
type Pending = { item: IncomingBlock | null };

export const NOWHERE: Around = {
  look: {},
  item: null,
  list: null,
  isQuote: false,
  isCell: false,
  isPre: false,
  depth: 0,
};
