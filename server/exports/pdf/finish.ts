import { PDFDocument } from "pdf-lib";
import type { Letter } from "../letter/shapes";
import { tagRowHeaders } from "./row-headers";
import { markAsUa } from "./ua-mark";

/** What a PDF/A of Typst is still to be told of itself: the same PDF and letter give the same bytes. [X1] [X6] */
export async function finished(made: Uint8Array, letter: Letter): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(made, { updateMetadata: false });
  tagRowHeaders(pdf, letter);
  markAsUa(pdf);
  return pdf.save({ useObjectStreams: false, updateFieldAppearances: false, addDefaultPage: false });
}
