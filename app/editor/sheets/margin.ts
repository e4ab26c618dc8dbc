import { isDrawn, type Sheet, type Sheets } from "./sheets";
import { fill, openStack } from "./stack";

/** Beside each sheet of the text stands one of the margin. Who points at it or is in it sees all of a card that hangs out. */
const STYLE = `
  slot { position: absolute; right: 0; left: 0; }
  slot:is(:hover, :focus-within) { z-index: 6; content-visibility: visible; }
`;

type Margin = { root: ShadowRoot; beside: Map<Sheet, Sheet> };
const known = new WeakMap<Element, Margin>();

/** Whether its groups lie on sheets: those that came since then are not drawn until they do. */
export function isSorted(column: Element): boolean {
  return known.has(column);
}

/** Lays each group of the margin on the sheet beside its paragraph's. */
export function sortOntoSheets(column: HTMLElement, sheets: Sheets, blocks: ReadonlyMap<string, Element>): void {
  const margin = known.get(column) ?? { root: openStack(column, STYLE), beside: new Map<Sheet, Sheet>() };
  known.set(column, margin);
  const groups = new Map<Sheet, Element[]>(sheets.all.map((sheet) => [sheet, []]));
  for (const group of column.children) {
    const block = group instanceof HTMLElement && blocks.get(group.dataset["for"] ?? "");
    const sheet = block ? sheets.of(block) : undefined;
    if (sheet) groups.get(sheet)?.push(group);
  }
  for (const [sheet, own] of margin.beside) {
    if (groups.has(sheet)) continue;
    own.remove();
    margin.beside.delete(sheet);
  }
  for (const [sheet, together] of groups) fill(besideOf(margin, sheet), together);
}

function besideOf({ root, beside }: Margin, sheet: Sheet): Sheet {
  const there = beside.get(sheet);
  if (there) return there;
  const made = document.createElement("slot");
  beside.set(sheet, made);
  root.append(made);
  return made;
}

type Placed = { from: number; groups: Element[]; on: Element[] };

/** Moves the margin's sheets to where the text's are. Answers those that are drawn: where each begins, and what lies on both. */
export function placeSheets(column: HTMLElement, sheets: Sheets, origin: number): Placed[] {
  const measured = sheets.all.flatMap((sheet) => {
    const own = known.get(column)?.beside.get(sheet);
    if (!own) return [];
    const { top, height } = sheet.getBoundingClientRect();
    return [{ sheet, own, from: Math.round(top - origin), height, isDrawn: isDrawn(sheet) }];
  });
  for (const { own, from, height } of measured) {
    set(own, "top", `${from}px`);
    set(own, "height", `${height}px`);
  }
  return measured.flatMap(({ sheet, own, from, isDrawn }) =>
    isDrawn ? [{ from, groups: own.assignedElements(), on: sheet.assignedElements() }] : [],
  );
}

function set({ style }: HTMLElement, property: "top" | "height", value: string): void {
  if (style[property] !== value) style[property] = value;
}
