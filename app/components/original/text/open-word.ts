import JSZip from "jszip";
import type { TextPaper } from "../paper/paper";
import { paperOf } from "./open-text";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** What is deleted, moved away or kept twice for older programs is not in the paper. */
const LEFT_OUT = new Set(["del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr"]);
/** Signs of one part; the import has refused what unpacks to more than a paper. [S16] */
const MOST = 20_000_000;

/** A Word file has no pages before Word lays it out, so its paragraphs are shown as text. */
export async function openWord(bytes: Uint8Array): Promise<TextPaper> {
  const zip = await JSZip.loadAsync(bytes);
  const parts: string[] = [];
  for (const name of ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"]) {
    const xml = await zip.file(name)?.async("string");
    if (xml) parts.push(...paragraphsOf(xml.slice(0, MOST)));
  }
  if (parts.length === 0) throw new Error("Expected a Word file with paragraphs; found none.");
  return paperOf([parts.join("\n\n")], "word");
}

function paragraphsOf(xml: string): string[] {
  const root = new DOMParser().parseFromString(xml, "application/xml");
  const paragraphs = [...root.getElementsByTagNameNS(WORD, "p")].filter((p) => !isInside(p, "Fallback"));
  return paragraphs.map((p) => textOf(p).trim()).filter((text) => text !== "");
}

function isInside(element: Element, name: string): boolean {
  for (let above = element.parentElement; above; above = above.parentElement) if (above.localName === name) return true;
  return false;
}

/** A text box's paragraphs are inside one and speak for themselves. */
function textOf(element: Element): string {
  let text = "";
  for (const child of element.children) {
    if (LEFT_OUT.has(child.localName) || child.localName === "p") continue;
    if (child.localName === "t") text += child.textContent ?? "";
    else if (child.localName === "tab") text += "\t";
    else if (child.localName === "br" || child.localName === "cr") text += "\n";
    else if (child.localName === "noBreakHyphen") text += "-";
    else text += textOf(child);
  }
  return text;
}
