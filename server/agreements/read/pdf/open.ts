import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { LIMITS, type Unreadable } from "../paper";

/** Opens the bytes, or says why that cannot be done. Nothing is fetched, nothing is evaluated, no picture is unpacked. */
export type Opened = { document: PDFDocumentProxy; close: () => Promise<void> };

/** Loaded when the first PDF is read: it is large. */
export async function pdfjs() {
  const loaded = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  const worker = createRequire(import.meta.url).resolve("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  loaded.GlobalWorkerOptions.workerSrc = pathToFileURL(worker).href;
  return loaded;
}

export async function open(bytes: Uint8Array): Promise<Opened | { refused: Unreadable }> {
  if (bytes.length === 0) return { refused: "empty-file" };
  if (isCutShort(bytes)) return { refused: "damaged" };
  const { getDocument } = await pdfjs();
  const task = getDocument({
    // It keeps the buffer it is given; the caller still needs his.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    // One pixel: no picture is larger than allowed, so none is decoded.
    maxImageSize: 1,
  });
  try {
    const document = await task.promise;
    const refused = document.numPages > LIMITS.pages ? "too-many-pages" : document.numPages < 1 ? "empty-file" : null;
    if (!refused) return { document, close: () => task.destroy() };
    await task.destroy();
    return { refused };
  } catch (error) {
    await task.destroy();
    return { refused: refusalOf(error) };
  }
}

function refusalOf(error: unknown): Unreadable {
  return error instanceof Error && error.name === "PasswordException" ? "encrypted" : "damaged";
}

/**
 * pdf.js mends a file without its end and reads what is left of it. Half a paper is no paper, so it is refused: after the
 * last end mark (a file that was added to has several) no more objects may follow.
 */
function isCutShort(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = text.lastIndexOf("%%EOF");
  return end < 0 || text.indexOf("endobj", end) >= 0 || text.indexOf("startxref") < 0;
}
