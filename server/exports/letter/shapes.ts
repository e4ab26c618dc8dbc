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
  body: LetterNode[];
};

export type LetterLine = { id: string; content: LetterInline[]; reference: string };
export type LetterInline = { text: string; bold?: true; italic?: true; href?: string } | { break: true };

export type LetterNode =
  | ({ kind: "heading"; level: 1 | 2 | 3 } & LetterLine)
  | ({ kind: "paragraph" | "quote" } & LetterLine)
  | LetterList
  | LetterTable;

export type LetterList = { kind: "list"; ordered: boolean; items: LetterItem[] };
export type LetterItem = LetterLine & { children: LetterList[] };

export type LetterTable = { kind: "table"; columns: number; headerRows: number; rows: number; cells: LetterCell[] };
export type LetterCell = {
  x: number;
  y: number;
  colspan: number;
  rowspan: number;
  header: boolean;
  body: LetterNode[];
};

/** What a link's target is called in the letter; clauses come in the order of the source. */
export type Clause = {
  id: string;
  kind: "section" | "clause" | "goal" | "area" | "text";
  number: string;
  heading: string;
  text: string;
  position: number;
};

/** Everything about a version that is not in its text. */
export type LetterFacts = {
  municipality: string;
  consultation: { kind: "hearing" | "assessment"; caseNumber: string; kle: string; sender: string; userKey: string };
  source: { kind: "agreement" | "goal-paper" | "strategy" };
  title: string;
  version: { number: number; sha256: string; frozenAt: Date };
  clauses: readonly Clause[];
};
