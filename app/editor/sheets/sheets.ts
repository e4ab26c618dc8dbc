import { partition } from "./partition";
import { canStack, fill, isDrawn, openStack, type Sheet } from "./stack";

/** A text of fewer paragraphs lies on none: the browser passes through it in no time. */
const LONG = 200;

/** Told to the text when a sheet comes near the window or leaves it, and when it is laid on sheets. */
export const SHEETS_DRAWN = "samsvar-sheets";

const known = new WeakMap<Element, Sheets>();

/** The sheets that a text lies on; null when it is short, or the browser is one that has not been tried. */
export function sheetsOf(text: Element): Sheets | null {
  return known.get(text) ?? null;
}

/**
 * Lays a long text on sheets of some forty paragraphs, now or when it has become long: at each key the browser lays out,
 * paints and reads for its caret what lies near the window, and not the rest. ProseMirror's own elements stay as they are,
 * children of the text, so nothing else has to know of it. [E34]
 */
export function keepOnSheets(text: HTMLElement): () => void {
  if (!canStack()) return () => {};
  const look = () => {
    const sheets = known.get(text);
    if (sheets) sheets.settle();
    else if (text.childElementCount >= LONG) known.set(text, new Sheets(text));
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(text, { childList: true });
  return () => observer.disconnect();
}

export class Sheets {
  readonly #text: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #on = new WeakMap<Element, Sheet>();
  #sheets: Sheet[] = [];

  constructor(text: HTMLElement) {
    this.#text = text;
    this.#root = openStack(text);
    this.settle();
    this.#layWhatComes();
    text.dispatchEvent(new Event(SHEETS_DRAWN));
  }

  /** In the order of the text. */
  get all(): readonly Sheet[] {
    return this.#sheets;
  }

  /** The one that something in the text lies on. */
  of(node: Node): Sheet | undefined {
    let child: Node | null = node;
    while (child && child.parentNode !== this.#text) child = child.parentNode;
    return child instanceof Element ? this.#on.get(child) : undefined;
  }

  /** Draws the sheet that something lies on, and those beside it, wherever the window is. */
  drawAround(node: Node): void {
    const own = this.of(node);
    const at = own ? this.#sheets.indexOf(own) : -1;
    this.#sheets.forEach((sheet, index) => {
      sheet.classList.toggle("drawn", at >= 0 && Math.abs(index - at) <= 1);
    });
  }

  /** Brings the sheets in line with the text. */
  settle(): void {
    const parts = partition([...this.#text.children], { on: (child) => this.#on.get(child), mayBegin });
    const sheets = parts.map(({ of, children }) => {
      const sheet = of ?? this.#newSheet();
      for (const child of children) this.#on.set(child, sheet);
      if (fill(sheet, children)) sheet.style.containIntrinsicBlockSize = `auto ${heightOf(children)}`;
      return sheet;
    });
    for (const sheet of this.#sheets) if (!sheets.includes(sheet)) sheet.remove();
    sheets.forEach((sheet, index) => {
      const there = this.#root.children[index] ?? null;
      if (there !== sheet) this.#root.insertBefore(sheet, there);
    });
    this.#sheets = sheets;
  }

  #newSheet(): Sheet {
    const sheet = document.createElement("slot");
    const tell = () => this.#text.dispatchEvent(new Event(SHEETS_DRAWN));
    sheet.addEventListener("contentvisibilityautostatechange", tell);
    return sheet;
  }

  /**
   * A paragraph that lies on no sheet is not drawn, and ProseMirror sets the caret into it and scrolls to it as soon as it has
   * put it in: so it is laid on its neighbour's at once.
   */
  #layWhatComes(): void {
    const text = this.#text;
    const insert = text.insertBefore;
    text.insertBefore = <T extends Node>(child: T, before: Node | null): T => {
      insert.call(text, child, before);
      if (child instanceof Element) this.#layBesideNeighbour(child);
      return child;
    };
  }

  #layBesideNeighbour(child: Element): void {
    const on = (element: Element | null) => (element ? this.#on.get(element) : undefined);
    const sheet = on(child.previousElementSibling) ?? on(child.nextElementSibling) ?? this.#sheets[0];
    if (!sheet) return;
    this.#on.set(child, sheet);
    const together = [child];
    for (let one = child.previousElementSibling; one && on(one) === sheet; one = one.previousElementSibling)
      together.unshift(one);
    for (let one = child.nextElementSibling; one && on(one) === sheet; one = one.nextElementSibling) together.push(one);
    fill(sheet, together);
  }
}

/** A list goes on counting, so it stays together with what it began after. */
function mayBegin(element: Element): boolean {
  return element.matches("h2, h3, h4, p[data-kind='paragraph'], blockquote, .table-wrapper");
}

/** About so many letters stand on a line, and so much of one is between paragraphs. */
const LETTERS = { wide: 74, narrow: 40 };
const BETWEEN = 0.45;

/** How high the browser is to suppose it to be until it has been drawn. */
function heightOf(children: readonly Element[]): string {
  const letters = innerWidth > 900 ? LETTERS.wide : LETTERS.narrow;
  const lines = children.map(({ textContent }) => Math.max(1, Math.ceil((textContent?.length ?? 0) / letters)));
  return `${(lines.reduce((sum, one) => sum + one, 0) + children.length * BETWEEN).toFixed(1)}lh`;
}

export { isDrawn, type Sheet };
