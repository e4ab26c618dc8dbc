import { BLOCK_KINDS } from "../../document-model/document";

/**
 * Pasted HTML, made as flat as our own: list items and quotes become paragraphs that say what they are. Without this, a
 * paragraph inside a list item would leave an empty item behind. Works on an inert document: nothing in it runs or loads.
 */
export function flattenHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const noise of page.querySelectorAll("script, style, meta, link, title, template, [hidden]")) noise.remove();
  for (const item of page.querySelectorAll<HTMLElement>("p[style*='mso-list']")) readWordItem(item);
  // Innermost first, so that an outer item finds its inner ones already flat.
  for (const item of [...page.querySelectorAll<HTMLElement>("li")].reverse()) {
    flatten(item, item.closest("ul, ol")?.tagName === "OL" ? "ordered" : "bullet", depthOf(item));
  }
  for (const list of page.querySelectorAll("ul, ol")) unwrap(list);
  for (const quote of [...page.querySelectorAll<HTMLElement>("blockquote")].reverse()) flatten(quote, "quote", 0);
  return page.body.innerHTML;
}

/** Word writes list items as paragraphs with a bullet or number typed into them. */
function readWordItem(item: HTMLElement): void {
  const style = item.getAttribute("style") ?? "";
  const level = Number(/mso-list:[^;]*level(\d)/.exec(style)?.[1] ?? "1") - 1;
  const marker = item.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  const isNumber = /^[\s(]*[\da-z]{1,3}[.)]/i.test(marker?.textContent ?? "");
  marker?.remove();
  say(item, isNumber ? "ordered" : "bullet", level);
}

function depthOf(item: Element): number {
  let depth = -1;
  for (let at = item.parentElement; at; at = at.parentElement) if (/^(UL|OL)$/.test(at.tagName)) depth += 1;
  return Math.min(3, Math.max(0, depth));
}

/** Puts the element's own words into a paragraph, and what is already a block inside it after that, all in its place. */
function flatten(element: HTMLElement, kind: string, level: number): void {
  const first = element.ownerDocument.createElement("p");
  for (const { name, value } of [...element.attributes]) if (name.startsWith("data-")) first.setAttribute(name, value);
  const after: Node[] = [];
  for (const child of [...element.childNodes]) {
    if (isBlock(child)) after.push(child);
    else if (after.length === 0) first.append(child);
    else after.push(child);
  }
  const blocks = after.filter(isBlock).filter((child) => child.tagName === "P");
  for (const block of blocks) if (!block.hasAttribute("data-kind")) say(block, kind, level);
  say(first, kind, level);
  element.replaceWith(...(first.textContent?.trim() || after.length === 0 ? [first] : []), ...after);
}

function isBlock(node: Node): node is HTMLElement {
  return node instanceof HTMLElement && /^(P|UL|OL|H[1-6]|BLOCKQUOTE|TABLE|DIV)$/.test(node.tagName);
}

/** Its own word wins: what we copied ourselves says its kind already. */
function say(element: HTMLElement, kind: string, level: number): void {
  if (BLOCK_KINDS.some((known) => known === element.getAttribute("data-kind"))) return;
  element.setAttribute("data-kind", kind);
  element.setAttribute("data-level", String(Math.min(3, Math.max(0, level))));
}

/** ProseMirror's mark of where a copied slice begins stands on the first element, which may be the list. */
function unwrap(list: Element): void {
  const slice = list.getAttribute("data-pm-slice");
  const first = list.firstElementChild;
  if (slice && first) first.setAttribute("data-pm-slice", slice);
  list.replaceWith(...list.childNodes);
}
