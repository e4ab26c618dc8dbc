/**
 * Footnotes as programs write them differ in every name but agree in one thing: the number in the text leads to the note,
 * and the note leads back. So they are known by that, in Word, LibreOffice and on web pages alike. [E22]
 */
export type FoundNotes = {
  /** What stands in the text for a note → the note's id. */
  references: ReadonlyMap<Element, string>;
  /** Id → the element that holds the note's words; it is taken out of the page. */
  texts: ReadonlyMap<string, Element>;
  /** References whose note is not here. */
  orphans: ReadonlySet<Element>;
};

const MOST_NOTES = 2000;
const NOTE_BOXES =
  "[style*='mso-element:footnote'], [style*='mso-element:endnote'], [style*='mso-element: footnote'], [id^='sdfootnote'], [id^='sdendnote'], [role='doc-footnote'], [role='doc-endnote']";
const REFERENCES =
  "[role='doc-noteref'], a[href*='#_ftn'], a[href*='#_edn'], a.sdfootnoteanc, a.sdendnoteanc, sup.reference a[href*='#'], a[href*='#ftnt']";

export function findNotes(page: Document, newId: () => string): FoundNotes {
  const byName = named(page);
  const references = new Map<Element, string>();
  const texts = new Map<string, Element>();
  const ids = new Map<Element, string>();
  const linksIn = new Map<Element, Element[]>();
  for (const anchor of [...page.querySelectorAll("a[href*='#']")].slice(0, MOST_NOTES * 2)) {
    const target = byName.get(hashOf(anchor));
    const box = target && boxOf(target, anchor);
    if (!box) continue;
    const links = linksIn.get(box) ?? [...box.querySelectorAll("a[href*='#']")].slice(0, 20);
    linksIn.set(box, links);
    if (!leadsBack(links, anchor, byName)) continue;
    const id = ids.get(box) ?? newId();
    ids.set(box, id);
    references.set(anchor, id);
    texts.set(id, box);
    if (ids.size >= MOST_NOTES) break;
  }
  takeOut(texts.values(), references);
  const isOrphan = (mark: Element) =>
    isMark(mark) && !references.has(mark) && ![...mark.querySelectorAll("a")].some((anchor) => references.has(anchor));
  return { references, texts, orphans: new Set([...page.querySelectorAll(REFERENCES)].filter(isOrphan)) };
}

function named(page: Document): Map<string, Element> {
  const byName = new Map<string, Element>();
  for (const element of page.querySelectorAll("[id], a[name]")) {
    for (const name of [element.id, element.getAttribute("name") ?? ""]) {
      if (name !== "" && !byName.has(name)) byName.set(name, element);
    }
  }
  return byName;
}

/** Word writes the whole path of a file before it. */
function hashOf(anchor: Element): string {
  const href = anchor.getAttribute("href") ?? "";
  const hash = href.slice(href.indexOf("#") + 1);
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** What holds the whole note. It comes after the words it belongs to and does not hold them. */
function boxOf(target: Element, anchor: Element): Element | null {
  const box = target.closest(NOTE_BOXES) ?? target.closest("li, p, dd, aside, div");
  if (!box || box.contains(anchor)) return null;
  return anchor.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING ? box : null;
}

function leadsBack(links: readonly Element[], anchor: Element, byName: ReadonlyMap<string, Element>): boolean {
  const isNoteref = anchor.getAttribute("role") === "doc-noteref";
  for (const back of links) {
    const home = byName.get(hashOf(back));
    if (home && (home.contains(anchor) || anchor.contains(home))) return true;
  }
  return isNoteref;
}

/** The notes leave the page with the number at their head and the arrow at their end. */
function takeOut(boxes: Iterable<Element>, references: ReadonlyMap<Element, string>): void {
  for (const box of boxes) {
    for (const back of box.querySelectorAll("a[href*='#']")) {
      if (references.has(back) || !isMark(back)) continue;
      // The whole of "^ a b" or of a raised number goes, not only what is a link in it.
      const around = back.parentElement;
      if (around?.localName === "sup" && around.textContent === back.textContent) around.remove();
      else back.remove();
    }
    box.remove();
  }
}

/** A number, a star, an arrow: what is longer is a link of words. */
function isMark(anchor: Element): boolean {
  return (anchor.textContent ?? "").trim().length <= 8;
}
