import { withoutAllBold } from "../../document-model/incoming/content";
import { isAllowedHref } from "../../document-model/names";
import { type Kind, type Look, PARAGRAPH } from "./builder";
import { boldIn, type Declared, isHiddenBy, italicIn, styleOf } from "./styles";
import { signOf } from "./symbols";
import { readTable } from "./table-in-html";
import type { Around, Item, Walk } from "./walk-shapes";
import { headingOf, isContentsLine, isItemsParagraph, readWordItem } from "./word-parts";

/** Browsers nest no deeper than 512; what lies deeper than this is words. */
const DEEPEST = 200;
const DEEPEST_HEADING = 3;
const DEEPEST_ITEM = 3;

const BLOCKS = new Set(
  "address article aside body blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary td th tr ul".split(
    " ",
  ),
);
const NOISE = new Set(
  "base button col colgroup head input link meta noscript optgroup option param script select source style template textarea title track wbr rp rt".split(
    " ",
  ),
);
const PICTURES = new Set("img svg picture canvas v:shape".split(" "));
const MEDIA = new Set("audio video iframe object embed applet map".split(" "));

export function walkAll(walk: Walk, nodes: Iterable<Node>, around: Around): void {
  for (const node of [...nodes]) {
    if (node.nodeType === Node.TEXT_NODE) words(walk, node.nodeValue ?? "", around);
    else if (node instanceof Element) walkElement(walk, node, around);
  }
}

function words({ builder }: Walk, text: string, around: Around): void {
  if (!around.isPre) {
    builder.words(text, around.look);
    return;
  }
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (index > 0) builder.lineBreak();
    builder.words(line, around.look);
  }
}

function walkElement(walk: Walk, element: Element, around: Around): void {
  const { builder, notes } = walk;
  const name = element.localName;
  const note = notes.references.get(element);
  if (note !== undefined) builder.note(note);
  else if (notes.orphans.has(element)) builder.leave("lost-note", "");
  else if (NOISE.has(name)) return;
  else if (around.depth > DEEPEST) words(walk, element.textContent ?? "", around);
  else if (!leaveOut(walk, element)) walkKept(walk, element, { ...around, depth: around.depth + 1 });
}

/** Pictures, sound, forms and formulas; what was deleted, and what nobody was meant to see. */
function leaveOut({ builder, sheet }: Walk, element: Element): boolean {
  const name = element.localName;
  // Asked for only where it is needed: of an element that holds much it costs much.
  const text = () => element.textContent ?? "";
  if (PICTURES.has(name)) {
    if (!isOrnament(element)) builder.leave("image", element.getAttribute("alt") ?? "");
  } else if (MEDIA.has(name)) builder.leave("media", "");
  else if (name === "math" || name === "m:omath") builder.leave("formula", text());
  else if (name === "del" || /\bTrackChangeTextDeletion\b|\bmsoDel\b/i.test(element.getAttribute("class") ?? "")) {
    if (text().trim() !== "") builder.leave("deleted", text());
  } else if (element.hasAttribute("hidden") || isHiddenBy(styleOf(element, sheet))) {
    if (/\p{L}/u.test(text())) builder.leave("hidden", text());
  } else return false;
  return true;
}

/** Newsletters count their readers with pictures of one point; and web pages draw their signs as small ones. */
function isOrnament(image: Element): boolean {
  const sides = ["width", "height"].map((side) => Number.parseInt(image.getAttribute(side) ?? "", 10));
  return sides.some((side) => side <= 3) || (image.localName === "svg" && !sides.some((side) => side > 48));
}

function walkKept(walk: Walk, element: Element, around: Around): void {
  const { builder, sheet } = walk;
  const name = element.localName;
  const style = styleOf(element, sheet);
  const inside = { ...around, look: lookIn(element, style, around.look) };
  if (name === "br") builder.lineBreak();
  else if (name === "table" && element instanceof HTMLTableElement) readTable(walk, element, inside);
  else if (name === "ul" || name === "ol" || name === "menu") walkList(walk, element, inside);
  else if (name === "li") walkItem(walk, element, style, inside);
  else if (BLOCKS.has(name)) walkBlock(walk, element, style, inside);
  else walkWords(walk, element, style, inside);
}

function walkWords(walk: Walk, element: Element, style: Declared, around: Around): void {
  const { builder } = walk;
  const name = element.localName;
  const isStruck = name === "s" || name === "strike" || /line-through/i.test(style["text-decoration"] ?? "");
  if (name === "ins" || isStruck) {
    const text = element.textContent ?? "";
    if (text.trim() !== "") builder.leave(isStruck ? "struck" : "inserted", text);
  }
  const sign = element.childElementCount > 0 ? null : (signOf(element, style) ?? shiftedOf(element, style));
  if (sign !== null) builder.words(sign, around.look);
  else walkAll(walk, element.childNodes, around);
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";

/** m², CO₂: as plain figures they would be another number. */
function shiftedOf(element: Element, style: Declared): string | null {
  const align = style["vertical-align"];
  const isRaised = element.localName === "sup" || align === "super";
  const text = isRaised || element.localName === "sub" || align === "sub" ? (element.textContent ?? "") : "";
  if (!/^\d{1,3}$/.test(text)) return null;
  return [...text].map((digit) => (isRaised ? RAISED : LOWERED)[Number(digit)]).join("");
}

function lookIn(element: Element, style: Declared, outer: Look): Look {
  const name = element.localName;
  // What is bold by its element may be made ordinary by its style: Google wraps all of a text in such a <b>.
  const bold = boldIn(style) ?? (name === "b" || name === "strong" ? true : outer.bold);
  const italic = italicIn(style) ?? (name === "i" || name === "em" || name === "cite" ? true : outer.italic);
  const href = name === "a" ? hrefOf(element) : outer.href;
  return { ...(bold ? { bold: true } : {}), ...(italic ? { italic: true } : {}), ...(href ? { href } : {}) };
}

function hrefOf(anchor: Element): string | undefined {
  const href = (anchor.getAttribute("href") ?? "").trim();
  const meant = unwrapped(href);
  return isAllowedHref(meant) ? meant : undefined;
}

/** Outlook leads every link by way of Microsoft; what is meant stands inside. */
function unwrapped(href: string): string {
  if (!/^https:\/\/[a-z0-9.-]+\.safelinks\.protection\.outlook\.com\//i.test(href)) return href;
  try {
    return new URL(href).searchParams.get("url") ?? href;
  } catch {
    return href;
  }
}

function walkBlock(walk: Walk, element: Element, style: Declared, around: Around): void {
  const { builder, pending } = walk;
  if (isContentsLine(element)) {
    builder.leave("contents", element.textContent ?? "");
    return;
  }
  const word = readWordItem(element, style, walk.sheet);
  const heading = headingLevel(element, style);
  if (heading !== null) walkHeading(walk, element, heading, word && !word.isBullet ? word.sign : "", around);
  else if (word) {
    if (word.level > DEEPEST_ITEM) builder.leave("deep-list", element.textContent ?? "");
    const level = Math.min(word.level, DEEPEST_ITEM);
    const number = word.isBullet || word.sign === "" ? {} : { number: { sign: word.sign } };
    builder.open({ kind: word.isBullet ? "bullet" : "ordered", level, ...number, ...ownOf(element) });
    walkAll(walk, element.childNodes, around);
    pending.item = builder.close();
    return;
  } else if (isItemsParagraph(element) && pending.item && builder.goOnIn(pending.item)) {
    walkAll(walk, element.childNodes, around);
    pending.item = builder.close();
    return;
  } else walkPlain(walk, element, around);
  pending.item = null;
}

function headingLevel(element: Element, style: Declared): number | null {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1];
  if (tag) return Number(tag);
  const aria = element.getAttribute("role") === "heading" ? element.getAttribute("aria-level") : null;
  if (aria) return Math.max(1, Number.parseInt(aria, 10) || 1);
  return element.localName === "p" ? headingOf(element, style) : null;
}

function walkHeading(walk: Walk, element: Element, level: number, sign: string, around: Around): void {
  const { builder } = walk;
  if (level > DEEPEST_HEADING) builder.leave("deep-heading", element.textContent ?? "");
  builder.open({ kind: "heading", level: Math.min(level, DEEPEST_HEADING), ...ownOf(element) });
  // Its number stands nowhere in its words, and is what others cite.
  if (sign !== "") builder.words(`${sign} `, {});
  const item: Item = { block: null };
  walkAll(walk, element.childNodes, { ...around, item });
  const made = builder.close();
  const heading = item.block ?? made;
  if (heading?.kind === "heading") heading.content = withoutAllBold(heading.content);
}

function walkPlain(walk: Walk, element: Element, around: Around): void {
  const { builder } = walk;
  const isQuote = around.isQuote || element.localName === "blockquote" || isQuoteClass(element);
  const inside = { ...around, isQuote, isPre: around.isPre || element.localName === "pre" };
  const { item } = around;
  if (!item) builder.open({ kind: isQuote ? "quote" : "paragraph", level: 0, ...ownOf(element) });
  else if (!builder.isFresh()) {
    item.block ??= builder.close();
    if (!builder.goOnIn(item.block)) builder.open(PARAGRAPH);
  }
  walkAll(walk, element.childNodes, inside);
  // The item waits for its first words, however many boxes they are in.
  if (item && builder.isFresh()) return;
  const made = builder.close();
  if (item) item.block ??= made;
}

/** The id and links of a block of ours, when some other program has kept them. [E5] */
function ownOf(element: Element): Pick<Kind, "from"> {
  const id = element.getAttribute("data-block-id");
  return id ? { from: { id, links: element.getAttribute("data-links") ?? "" } } : {};
}

function isQuoteClass(element: Element): boolean {
  return /^Mso(?:Intense)?Quote/.test(element.getAttribute("class") ?? "");
}

function walkList(walk: Walk, element: Element, around: Around): void {
  const { builder } = walk;
  builder.close();
  const isOrdered = element.localName === "ol";
  const list = { isOrdered, depth: (around.list?.depth ?? -1) + 1 };
  let count = Number.parseInt(element.getAttribute("start") ?? "1", 10);
  if (Number.isNaN(count)) count = 1;
  for (const child of [...element.childNodes]) {
    const isItem = child instanceof Element && child.localName === "li";
    if (isItem) {
      const own = Number.parseInt(child.getAttribute("value") ?? "", 10);
      if (!Number.isNaN(own)) count = own;
      if (isOrdered) child.setAttribute("data-count", String(count));
      count += 1;
    }
    walkAll(walk, [child], { ...around, list, item: null });
  }
  builder.close();
}

function walkItem(walk: Walk, element: Element, style: Declared, around: Around): void {
  const { builder } = walk;
  const list = around.list ?? { isOrdered: false, depth: 0 };
  // Word Online gives each item a list of its own, and says its depth beside it.
  const said = Number.parseInt(element.getAttribute("data-aria-level") ?? element.getAttribute("aria-level") ?? "", 10);
  const depth = Math.max(list.depth, Number.isNaN(said) ? 0 : said - 1);
  if (depth > DEEPEST_ITEM) builder.leave("deep-list", element.textContent ?? "");
  const level = Math.min(depth, DEEPEST_ITEM);
  const number = list.isOrdered ? { number: { sign: numberOf(element, style) } } : {};
  builder.open({ kind: list.isOrdered ? "ordered" : "bullet", level, ...number, ...ownOf(element) });
  walkAll(walk, element.childNodes, { ...around, item: { block: null }, isQuote: false });
  builder.close();
}

function numberOf(element: Element, style: Declared): string {
  const count = Number(element.getAttribute("data-count") ?? 1);
  const type = (style["list-style-type"] ?? element.closest("ol")?.getAttribute("type") ?? "").toLowerCase();
  if (/alpha|latin|^a$/.test(type) && count >= 1 && count <= 26) return `${"abcdefghijklmnopqrstuvwxyz"[count - 1]}.`;
  return `${count}.`;
}
