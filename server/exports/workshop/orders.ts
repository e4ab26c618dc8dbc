import type { ResponseDocument } from "../../../app/document-model/document";
import type { LetterFacts } from "../letter/shapes";
import type { LiveText } from "../live/docx";
import type { MadeFile } from "../made-file";
import type { VersionToExport } from "../queries";
import type { DraftKind, FileKind } from "../shapes";
import type { UsedTemplate } from "../word-template/shapes";

/** All that a file of a version is made of: the same gives the same bytes. [X1] */
export type Material = {
  found: VersionToExport;
  text: ResponseDocument;
  facts: LetterFacts;
  centers: ReadonlyMap<string, string>;
  /** What councils have answered in documents of their own, by the names these go out under. */
  attached?: readonly string[];
};

/** What can be made of the text alone. */
export type PlainKind = Exclude<FileKind, "docx" | "package">;

/** What the workshop is handed: plain values, which another thread can be told, and all that it needs to know. */
export type Order =
  | { make: "draft"; kind: DraftKind; text: ResponseDocument; facts: LetterFacts }
  | { make: "version"; kind: PlainKind; material: Material }
  | { make: "word"; material: Material; template: UsedTemplate | null }
  | { make: "package"; found: VersionToExport; files: readonly MadeFile[]; attached?: readonly MadeFile[] }
  | { make: "live"; text: LiveText }
  /** A letter with somebody's template, to see whether it can be used. */
  | { make: "trial"; template: Uint8Array }
  | { make: "example-template" };
