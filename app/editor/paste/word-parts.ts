import type { LeftOut } from "../../document-model/incoming/shapes";
import type { Declared, Sheet } from "./styles";

/** What only Word's HTML has: lists typed as paragraphs, comments as anchors, text boxes hidden in comments of the markup. */
type WordItem = { sign: string; isBullet: boolean; level: number };

const MARKER = "[style*='mso-list:Ignore'], [style*='mso-list: Ignore']";

/** A paragraph of a list, with its number taken out of its words; null: it is of none. */
export function readWordItem(element: Element, style: Declared, sheet: Sheet): WordItem | null {
  const list = /^(l\d+)\s+level(\d)/.exec(style["mso-list"] ?? "");
  if (!list) return null;
  const marker = element.querySelector(MARKER);
  const sign = (marker?.textContent ?? "").replace(/[\s\u00a0]+/g, " ").trim();
  const font = fontOf(marker);
  marker?.remove();
  const level = Number(list[2]) - 1;
  const format = sheet.levels.get(`${list[1]}:level${list[2]}`)?.["mso-level-number-format"];
  const isBullet = format === "bullet" || isSymbol(font) || !/[\p{L}\d]/u.test(sign) || /^o$/.test(sign);
  return { sign, isBullet, level };
}

function fontOf(marker: Element | null): string {
  const around = marker?.parentElement?.getAttribute("style") ?? "";
  return `${around};${marker?.getAttribute("style") ?? ""}`;
}

function isSymbol(style: string): boolean {
  return /font-family:\s*["']?(?:symbol|wingdings|webdings)/i.test(style);
}

/** "Overskrift 2" by its class, its style's name, or the depth in the outline that the style gives it. */
export function headingOf(element: Element, style: Declared): number | null {
  const outline = Number.parseInt(style["mso-outline-level"] ?? "", 10);
  if (outline >= 1 && outline <= 9) return outline;
  const named = element.getAttribute("class") ?? "";
  const styleName = (style["mso-style-name"] ?? "").replace(/["']/g, "");
  const level = HEADING.exec(named)?.[1] ?? HEADING.exec(styleName)?.[1];
  if (level) return Number(level);
  return /^MsoTitle/.test(named) || /^tit(?:le|el)$/i.test(styleName) ? 1 : null;
}

const HEADING = /^(?:mso)?(?:heading|overskrift)[-_ ]?([1-9])\b/i;

const ITEM = /^Mso(?:ListParagraph|ListContinue|List(?:Bullet|Number)?\b)/;

/** A paragraph that belongs to the list item above it: Word indents it like one and gives it no number. */
export function isItemsParagraph(element: Element): boolean {
  return ITEM.test(element.getAttribute("class") ?? "");
}

export function isContentsLine(element: Element): boolean {
  return /^MsoToc\d|^MsoTocHeading/.test(element.getAttribute("class") ?? "");
}

/** Comments stand at the end of the page and are known in the text by anchors; both are taken out. */
export function takeComments(page: Document): LeftOut[] {
  const left: LeftOut[] = [];
  const quotes = new Map<string, string>();
  for (const words of page.querySelectorAll("[style*='mso-comment-reference']")) {
    const number = /mso-comment-reference:\s*[^;]*?_(\d+)/.exec(words.getAttribute("style") ?? "")?.[1];
    if (number) quotes.set(number, (quotes.get(number) ?? "") + (words.textContent ?? ""));
  }
  for (const comment of page.querySelectorAll("[style*='mso-element:comment']:not([style*='comment-list'])")) {
    const anchor = comment.querySelector("a[name^='_msocom_'], [id^='_com_']");
    const number = /\d+/.exec(anchor?.getAttribute("name") ?? anchor?.id ?? comment.id)?.[0] ?? "";
    const by = authorOf(comment);
    for (const mark of comment.querySelectorAll(".MsoCommentReference, a[name^='_msocom_']")) mark.remove();
    const quote = quotes
      .get(number)
      ?.replace(/[\s\u00a0]+/g, " ")
      .trim();
    const text = (comment.textContent ?? "").replace(/[\s\u00a0]+/g, " ").trim();
    left.push({ kind: "comment", text, ...(quote ? { quote } : {}), ...(by ? { by } : {}) });
  }
  const gone = "[style*='mso-element:comment'], .MsoCommentReference, a.msocomanchor, a[href*='#_msocom_']";
  for (const element of page.querySelectorAll(gone)) element.remove();
  return left;
}

function authorOf(comment: Element): string {
  for (const element of [comment, ...comment.querySelectorAll("[style*='mso-comment-author']")]) {
    const author = /mso-comment-author:\s*"?([^";]+)/.exec(element.getAttribute("style") ?? "")?.[1];
    if (author) return author.trim();
  }
  return "";
}

const MOST_BOXES = 200;

/** A text box is drawn in VML, which Word puts into a comment of the markup, with a picture of it for everybody else. */
export function takeTextBoxes(page: Document): LeftOut[] {
  const left: LeftOut[] = [];
  const shapes = new Set<string>();
  const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  for (let comment = comments.nextNode(); comment && left.length < MOST_BOXES; comment = comments.nextNode()) {
    const text = comment.nodeValue ?? "";
    const box = between(text, "<v:textbox", "</v:textbox>");
    if (box === null) continue;
    for (const [, id] of text.slice(0, 20_000).matchAll(/\sid="([^"]{1,200})"/g)) if (id) shapes.add(id);
    const words = wordsOf(box);
    if (words !== "") left.push({ kind: "text-box", text: words });
  }
  for (const image of page.querySelectorAll("img")) if (shapes.has(shapeOf(image))) image.remove();
  return left;
}

function shapeOf(image: Element): string {
  return image.getAttribute("v:shapes") ?? "";
}

function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start);
  return end < 0 ? null : text.slice(text.indexOf(">", start) + 1, end);
}

function wordsOf(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  const paragraphs = [...page.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6")];
  const texts =
    paragraphs.length > 0 ? paragraphs.map((each) => each.textContent ?? "") : [page.body.textContent ?? ""];
  return texts
    .map((text) => text.replace(/[\s\u00a0]+/g, " ").trim())
    .filter((text) => text !== "")
    .join("\n");
}
