import type { PrintedPiece } from "../passage/boxes";
import type { Letters } from "../passage/letters";

export type Size = { width: number; height: number };

/** A page's words and where they stand on it. */
export type Print = { pieces: PrintedPiece[]; letters: Letters; view: Size & { transform: readonly number[] } };

/** What can be searched page by page, from 1. */
type Searched = { pages: number; letters(page: number): Promise<Letters> };

/** An original that is open, by what it can show: pages as they were printed, or text. */
export type Paper = PdfPaper | TextPaper;

export type PdfPaper = Searched & {
  kind: "pdf";
  /** Of the first page; the others are most often alike. */
  first: Size;
  print(page: number): Promise<Print>;
  draw(page: number, into: Drawing): Drawn;
  close(): void;
};

/** `scale`: points of the screen for each of the file's. Words are laid over the picture only once. */
export type Drawing = { scale: number; canvas: HTMLCanvasElement; words: HTMLDivElement | null };
/** Done when the picture is; cancelled, it fails. */
export type Drawn = { done: Promise<Size>; cancel(): void };

export type TextPaper = Searched & {
  kind: "text";
  texts: readonly string[];
  /** What is to be said of it: it lacks its form, or its end. */
  says: "word" | "cut" | null;
  close(): void;
};
