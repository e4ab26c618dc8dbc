import { BLOCK_KINDS } from "../../document-model/document";

/**
 * What was copied from a text of ours says itself what it is: ids, kinds, links, footnotes. Only the real lists that other
 * programs were to see are taken off it again. [E5]
 */
export function flattenOwn(page: Document): string {
  for (const noise of page.querySelectorAll("script, style, meta, link, title, template, [hidden]")) noise.remove();
  // Innermost first, so that an outer item finds its inner ones already flat.
  for (const item of [...page.querySelectorAll<HTMLElement>("li")].reverse()) flattenItem(item);
  for (const list of page.querySelectorAll("ul, ol")) unwrap(list);
  return page.body.innerHTML;
}

/** Whether it is ours: ProseMirror's mark of a slice, around blocks that say their kind. */
export function isOwn(page: Document): boolean {
  return page.querySelector("[data-pm-slice]") !== null && page.querySelector("[data-kind], [data-block-id]") !== null;
}

function flattenItem(item: HTMLElement): void {
  const paragraph = item.ownerDocument.createElement("p");
  for (const { name, value } of [...item.attributes]) if (name.startsWith("data-")) paragraph.setAttribute(name, value);
  const isKnown = BLOCK_KINDS.some((kind) => kind === item.getAttribute("data-kind"));
  if (!isKnown) paragraph.setAttribute("data-kind", item.closest("ul, ol")?.tagName === "OL" ? "ordered" : "bullet");
  paragraph.append(...item.childNodes);
  item.replaceWith(paragraph);
}

/** ProseMirror's mark of where a copied slice begins stands on the first element, which may be the list. */
function unwrap(list: Element): void {
  const slice = list.getAttribute("data-pm-slice");
  const first = list.firstElementChild;
  if (slice && first) first.setAttribute("data-pm-slice", slice);
  list.replaceWith(...list.childNodes);
}
