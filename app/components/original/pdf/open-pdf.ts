import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import type { PDFDocumentProxy, PDFPageProxy, TextItem } from "pdfjs-dist/types/src/display/api";
import type { PdfPaper, Print } from "../paper/paper";
import type { Letters } from "../passage/letters";
import { lettersOf } from "../passage/letters";
import { drawPage } from "./draw";

/** A picture of more points than any scanner makes would take all memory there is. */
const LARGEST_PICTURE = 100_000_000;
/** Pages whose words are kept with their places: those around the clause. */
const KEPT = 8;

export type Reader = Awaited<ReturnType<typeof beginReader>>;

/** pdf.js and its worker, which take longer to begin than most files to come. */
export async function beginReader() {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const worker = new pdfjs.PDFWorker({ verbosity: 0 });
  // One that is let go of before it has begun fails, and that is no fault.
  worker.promise.catch(() => {});
  return { pdfjs, worker };
}

/**
 * Opens a PDF to be looked at and nothing else: no script, no form, no link, nothing evaluated, nothing fetched. Its
 * worker is a file of ours. [S30]
 */
export async function openPdf({ pdfjs, worker }: Reader, bytes: Uint8Array): Promise<PdfPaper> {
  try {
    const document = await pdfjs.getDocument({ ...SAFELY, data: bytes, worker }).promise;
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    const prints = remembered((page) => printOf(document, page), KEPT);
    return {
      kind: "pdf",
      pages: document.numPages,
      first: { width, height },
      letters: remembered(async (page): Promise<Letters> => (await prints(page)).letters, document.numPages),
      print: prints,
      draw: (page, into) => drawPage(pdfjs, document, page, into),
      // A worker that was handed in outlives its document.
      close: () => void document.loadingTask.destroy().finally(() => worker.destroy()),
    };
  } catch (error) {
    worker.destroy();
    throw error;
  }
}

const SAFELY = {
  verbosity: 0,
  isEvalSupported: false,
  enableXfa: false,
  useWasm: false,
  useWorkerFetch: false,
  maxImageSize: LARGEST_PICTURE,
} as const;

async function printOf(document: PDFDocumentProxy, number: number): Promise<Print> {
  const page: PDFPageProxy = await document.getPage(number);
  const { items } = await page.getTextContent();
  const words = items.filter((item): item is TextItem => "str" in item);
  const pieces = words.map(({ str, transform, width }) => ({ text: str, transform: transform.map(Number), width }));
  const { transform, width, height } = page.getViewport({ scale: 1 });
  return { pieces, letters: lettersOf(pieces.map(({ text }) => text)), view: { transform, width, height } };
}

/** The newest answers, so many of them. What failed is asked for again. */
function remembered<Answer>(ask: (page: number) => Promise<Answer>, most: number): (page: number) => Promise<Answer> {
  const answers = new Map<number, Promise<Answer>>();
  return (page) => {
    const answer = answers.get(page) ?? ask(page);
    answers.delete(page);
    answers.set(page, answer);
    answer.catch(() => answers.delete(page));
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
