import { LARGEST_PAPER } from "../../../app/document-model/proposal";
import type { Line, Shape } from "./lines";

/** Why a file cannot be read; each has a sentence of its own on the page. */
export type Unreadable =
  | "missing"
  | "too-large"
  | "empty-file"
  | "not-text"
  | "format-not-read-yet"
  /** Its content is not what its name says. */
  | "other-content"
  /** A password is needed. */
  | "encrypted"
  /** Cut short, or broken in another way. */
  | "damaged"
  /** Pictures of pages. */
  | "no-text"
  | "too-many-pages"
  /** Macros, external entities, or a container that unpacks to more than any paper holds. */
  | "unsafe-file"
  | "took-too-long"
  /** Too many wait to be read already. */
  | "too-many-waiting";

/** What every format becomes, and all that is read from there on. `warnings` are codes for the whole paper. */
export type Paper = { lines: Line[]; shape: Shape; warnings: string[] };

/** Reads one format. Never throws for what a file may hold; the caller has made sure of its size. */
export type ReadFormat = (
  bytes: Uint8Array,
  /** Told as it gets on; `of` is null while nobody knows. */
  progress: (done: number, of: number | null) => void,
) => Promise<Paper | { refused: Unreadable }>;

export const LIMITS = { bytes: LARGEST_PAPER, pages: 500, ms: 60_000, memoryMb: 500 } as const;
