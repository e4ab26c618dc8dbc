import { useNavigate } from "@remix-run/react";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
} from "react";

/** A cell of the grid by the row's id and the column's place among all centers; -1 is the clause itself. */
export type GridPlace = { row: string; column: number };
type Acts = {
  open(place: GridPlace, cell: HTMLElement): void;
  lookAgain(place: GridPlace): void;
  /** "Ingen bemærkninger", the one answer with a key of its own. */
  noRemarks(place: GridPlace): void;
  /** How far one is with a goal, by its number. */
  status(place: GridPlace, step: number): void;
  undo(): void;
};

const CELL = "[data-c]";
const PAGE = 10;

/**
 * One cell at a time is in the order of Tab; arrows go on from it (the grid pattern of WAI-ARIA). The focus is the cell's,
 * not that of what is in it: an answer that arrives replaces a button by a link, and the focus stays.
 */
export function useGrid(table: RefObject<HTMLTableElement>, acts: Acts) {
  const at = useRef<HTMLElement | null>(null);
  const goTo = useCallback((cell: HTMLElement | null | undefined) => {
    if (!cell) return;
    if (at.current && at.current !== cell) at.current.tabIndex = -1;
    at.current = cell;
    cell.tabIndex = 0;
  }, []);
  useEffect(() => {
    const before = at.current?.isConnected ? at.current : null;
    for (const cell of table.current?.querySelectorAll<HTMLElement>(`${CELL}[tabindex="0"]`) ?? []) {
      if (!before) goTo(cell);
      else if (cell !== before) cell.tabIndex = -1;
    }
    if (before) before.tabIndex = 0;
  });
  const navigate = useNavigate();
  const onFocus = useCallback((event: FocusEvent) => goTo(cellOf(event.target)), [goTo]);
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target);
    const inner = event.target instanceof Element ? event.target.closest<HTMLElement>("a, button") : null;
    if (!cell || !inner || isForANewTab(event)) return;
    event.preventDefault();
    cell.focus({ preventScroll: true });
    if (inner instanceof HTMLAnchorElement) return navigate(inner.pathname + inner.hash);
    if (inner.dataset["look"] !== undefined) return acts.lookAgain(placeOf(cell));
    acts.open(placeOf(cell), cell);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (!cell || !table.current || event.defaultPrevented) return;
    const next = step(event, cell, table.current);
    if (next) next.focus();
    if (next || acted(event, cell, acts)) event.preventDefault();
  };
  return { onFocus, onClick, onKeyDown };
}

function isForANewTab(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}

function cellOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(CELL) : null;
}

function placeOf(cell: HTMLElement): GridPlace {
  const row = cell.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? "";
  return { row, column: Number(cell.dataset["c"]) };
}

function acted(event: KeyboardEvent, cell: HTMLElement, acts: Acts): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) {
    acts.undo();
    return true;
  }
  if (isPlain && event.key.toLowerCase() === "i" && Number(cell.dataset["c"]) >= 0) {
    acts.noRemarks(placeOf(cell));
    return true;
  }
  if (isPlain && /^[1-6]$/.test(event.key) && Number(cell.dataset["c"]) >= 0) {
    acts.status(placeOf(cell), Number(event.key));
    return true;
  }
  if (!isPlain || (event.key !== "Enter" && event.key !== " ")) return false;
  cell.querySelector<HTMLElement>("a, button")?.click();
  return true;
}

/** Where a key leads; a head that only names a section has no cells and is passed over. */
function step(event: KeyboardEvent, cell: HTMLElement, table: HTMLElement): HTMLElement | null {
  const isWhole = event.ctrlKey || event.metaKey;
  const own = rowOf(cell);
  if (!own || event.altKey) return null;
  const within = cellsIn(own);
  const column = within.indexOf(cell);
  switch (event.key) {
    case "ArrowRight":
      return within[column + 1] ?? cell;
    case "ArrowLeft":
      return within[column - 1] ?? cell;
    case "ArrowDown":
      return below(own, 1, column) ?? cell;
    case "ArrowUp":
      return below(own, -1, column) ?? cell;
    case "PageDown":
      return below(own, PAGE, column) ?? cell;
    case "PageUp":
      return below(own, -PAGE, column) ?? cell;
    case "Home":
      return (isWhole ? cellsIn(edge(table, 1))[0] : within[0]) ?? cell;
    case "End":
      return (isWhole ? cellsIn(edge(table, -1)).at(-1) : within.at(-1)) ?? cell;
    default:
      return null;
  }
}

function rowOf(cell: HTMLElement): Element | null {
  return cell.closest("tr");
}

function cellsIn(row: Element | null | undefined): HTMLElement[] {
  return row ? [...row.querySelectorAll<HTMLElement>(CELL)] : [];
}

function edge(table: HTMLElement, from: 1 | -1): Element | null | undefined {
  const rows = [...table.querySelectorAll("tbody tr")].filter((row) => row.querySelector(CELL));
  return from === 1 ? rows[0] : rows.at(-1);
}

/** So many rows on; the last one there is when there are not so many. */
function below(row: Element, by: number, column: number): HTMLElement | undefined {
  let left = Math.abs(by);
  let found: HTMLElement | undefined;
  for (let next = beside(row, by); next && left > 0; next = beside(next, by)) {
    const cell = cellsIn(next)[column];
    if (!cell) continue;
    found = cell;
    left -= 1;
  }
  return found;
}

function beside(row: Element, by: number): Element | null {
  return by > 0 ? row.nextElementSibling : row.previousElementSibling;
}
