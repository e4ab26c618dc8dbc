import type { LeftOut } from "../../document-model/incoming/shapes";
import { fitsOneUpdate } from "../../document-model/incoming/size";
import { readGoogleNotes, withGoogleNotes } from "./google-notes";
import { flattenOwn, isOwn } from "./own-html";
import { readInPieces } from "./read-html";
import { writeHtml } from "./write-html";

/** What the clipboard's HTML has become: HTML that the schema reads, or why it is not taken in. */
export type FromClipboard = { html: string; left: LeftOut[]; refused: "too-large" | null };

/** Longer, it is no text that anybody wrote; Word writes fifteen times the letters. */
const LONGEST = 5 * 1024 * 1024;

/** `google`: what Google's own form says of the same text. */
export function fromClipboard(html: string, google = ""): FromClipboard {
  const steps = inPieces(html, google);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Longer than this, reading it is felt by who types. */
export const LARGE = 200_000;
/** Less than a frame. */
const AT_ONCE = 10;

/** The same, giving way to all else in between; `tell` hears how far it is, from 0 to 1. */
export async function fromClipboardCalmly(
  html: string,
  google: string,
  tell: (share: number) => void,
): Promise<FromClipboard> {
  const steps = inPieces(html, google);
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < AT_ONCE) continue;
    tell(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

function* inPieces(html: string, google: string): Generator<number, FromClipboard> {
  if (html.length > LONGEST) return { html: "", left: [], refused: "too-large" };
  const page = new DOMParser().parseFromString(html, "text/html");
  if (isOwn(page)) return { html: flattenOwn(page), left: [], refused: null };
  yield 0;
  const read = yield* readInPieces(page);
  const notes = readGoogleNotes(google);
  const incoming = notes ? { ...read, parts: withGoogleNotes(read.parts, notes) } : read;
  yield 1;
  // Told before it is in the text: the server would refuse it, and with it the page. [E24]
  if (!fitsOneUpdate(incoming)) return { html: "", left: [], refused: "too-large" };
  return { html: writeHtml(incoming.parts), left: incoming.left, refused: null };
}
