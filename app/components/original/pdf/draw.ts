import type * as Pdfjs from "pdfjs-dist/legacy/build/pdf.min.mjs";
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from "pdfjs-dist/types/src/display/api";
import type { Drawing, Drawn, Size } from "../paper/paper";

/** Points of a canvas: past this, phones draw nothing at all. */
const MOST_POINTS = 16_000_000;

/** Draws a page and then, the first time, lays its words over it. Annotations are drawn as they look; they do nothing. [S30] */
export function drawPage(
  pdfjs: typeof Pdfjs,
  pdf: PDFDocumentProxy,
  number: number,
  { scale, canvas, words }: Drawing,
): Drawn {
  let page: PDFPageProxy | undefined;
  let render: RenderTask | undefined;
  let isOver = false;
  async function draw(): Promise<Size> {
    page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (isOver) return { width, height };
    const sharp = sharpness(width * scale, height * scale);
    const viewport = page.getViewport({ scale: scale * sharp });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    render = page.render({ canvas, viewport, annotationMode: pdfjs.AnnotationMode.ENABLE });
    await render.promise;
    return { width, height };
  }
  const done = draw();
  void done
    .then(async () => words && !isOver && page && (await layWords(pdfjs, page, words)))
    .catch(() => {})
    .then(() => page?.cleanup());
  return {
    done,
    cancel() {
      isOver = true;
      render?.cancel();
    },
  };
}

/** Words that can be selected and heard, without a colour of their own. Another drawing may have been quicker. */
async function layWords(pdfjs: typeof Pdfjs, page: PDFPageProxy, frame: HTMLDivElement): Promise<void> {
  const container = document.createElement("div");
  const viewport = page.getViewport({ scale: 1 });
  await new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container, viewport }).render();
  if (frame.childElementCount > 0) return;
  pdfjs.setLayerDimensions(frame, viewport);
  frame.append(...container.childNodes);
}

function sharpness(width: number, height: number): number {
  return Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_POINTS / (width * height)));
}
