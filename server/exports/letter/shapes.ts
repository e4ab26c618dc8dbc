import type { Inline } from "../../../app/document-model/document";
import type { Chart } from "../../../app/document-model/figure-chart";

/**
 * A response as a letter: what both writers (DOCX and PDF) are given, so that the two files hold the same text in the
 * same order. It is plain JSON; nothing in it is markup. [X2]
 */
export type Letter = {
  municipality: string;
  /** "Høringssvar", "Vurdering af implementering". */
  kind: string;
  title: string;
  /** "Sag", "KLE", "Dato", "Afsender", "Modtager", in this order; empty ones are left out. */
  about: { label: string; value: string }[];
  /** The moment the version was frozen: the only time that the files carry. */
  date: Date;
  footer: string;
  /** "UDKAST" on every page of what nobody has approved, else "". [X12] */
  mark: string;
  body: LetterNode[];
  /** The footnotes, in the order of their numbers, from 1. */
  notes: LetterLine[];
  /** Whether its letterhead is another's. */
  headless?: true;
  /** Whether its pages lie down. */
  wide?: true;
  /** What follows on pages of its own, lying down. */
  appendix?: { title: string; body: LetterNode[] };
};

/** `bookmarks`: names by which Word finds the clauses that the line is about. */
export type LetterLine = { id: string; content: LetterInline[]; reference: string; bookmarks?: string[] };
/** A paragraph's content with the numbers of its footnotes behind their words; `again`: the note stands at an earlier place. */
export type Numbered = Inline | { note: number; again?: true };

export type LetterInline =
  /** `blank`: for somebody to fill in. */
  | { text: string; bold?: true; italic?: true; href?: string; blank?: true }
  | { break: true }
  /** The number of a footnote, behind its words; `again` where it has stood before. */
  | { note: number; again?: true };

export type LetterNode =
  | ({ kind: "heading"; level: 1 | 2 | 3 } & LetterLine)
  /** `chart`: what the paragraph says in words, for the files that can draw it. */
  | ({ kind: "paragraph"; chart?: Chart } & LetterLine)
  /** `source`: what it quotes, "Pkt. 3.2 Udskrivning", or "". */
  | ({ kind: "quote"; source: string } & LetterLine)
  | LetterList
  | LetterTable;

export type LetterList = { kind: "list"; ordered: boolean; items: LetterItem[] };
export type LetterItem = LetterLine & { children: LetterList[] };

/** A table as a whole grid: every cell at its place. */
/** `widths`: of the columns, as parts of the whole, where they are not all alike; `wide`: on a page that lies down. */
type Grid = {
  kind: "table";
  columns: number;
  headerRows: number;
  rows: number;
  widths?: readonly number[];
  wide?: true;
};
type Placed = { x: number; y: number; colspan: number; rowspan: number; header: boolean };
export type CellOf<Node> = Placed & { body: Node[] };
export type GridOf<Node> = Grid & { cells: CellOf<Node>[] };

export type LetterCell = Placed & { body: LetterNode[] };
export type LetterTable = Grid & { cells: LetterCell[] };

/** What a link's target is called in the letter; clauses come in the order of the source. */
export type Clause = {
  id: string;
  kind: "section" | "clause" | "goal" | "area" | "text";
  number: string;
  heading: string;
  text: string;
  position: number;
};

/** A clause of a version before, which the text quotes and which is nothing by itself in its own: by its version's name. */
export type EarlierClause = Clause & { edition: string };

/** Everything about a version that is not in its text. */
export type LetterFacts = {
  municipality: string;
  consultation: {
    kind: "hearing" | "assessment" | "follow-up";
    caseNumber: string;
    kle: string;
    sender: string;
    userKey: string;
  };
  source: { kind: "agreement" | "goal-paper" | "strategy" };
  title: string;
  /** Without a number and a hash it is the text as it reads now, which nobody has approved. */
  version: { number: number; sha256: string; frozenAt: Date } | { number: null; frozenAt: Date };
  clauses: readonly Clause[];
  earlier: readonly EarlierClause[];
};
