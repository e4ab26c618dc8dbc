import { docxOf } from "./docx/write";
import { htmlOf } from "./html/write";
import type { Letter } from "./letter/shapes";
import { odtOf } from "./odt/write";
import type { Press } from "./pdf/press";
import type { DraftKind } from "./shapes";

/** The letter itself, in one of its forms. */
export function letterFile(press: Press, letter: Letter, kind: DraftKind): Promise<Uint8Array> | Uint8Array {
  switch (kind) {
    case "docx":
      return docxOf(letter);
    case "pdf":
      return press.pdfOf(letter);
    case "html":
      return htmlOf(letter);
    case "odt":
      return odtOf(letter);
  }
}

export function isDraftKind(kind: string): kind is DraftKind {
  return kind === "docx" || kind === "pdf" || kind === "html" || kind === "odt";
}
