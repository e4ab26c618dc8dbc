import { type DragEvent, useRef } from "react";
import { type Drop, dropAt } from "./places";
import type { Outline } from "./use-outline";

/** Pixels of one level, as outline.css indents. */
const LEVEL = 18;

/** A row is taken by its grip and let go between two others: the line shows where, and how far in. */
export function useDragging({ nodes, perform, pick }: Pick<Outline, "nodes" | "perform" | "pick">) {
  const line = useRef<HTMLDivElement>(null);
  const dragged = useRef<string | null>(null);
  const drop = useRef<Drop | null>(null);

  function onDragStart(event: DragEvent) {
    const row = rowUnder(event);
    if (!(event.target instanceof Element) || !event.target.classList.contains("grip") || !row) return;
    dragged.current = row.dataset["row"] ?? null;
    event.dataTransfer.effectAllowed = "move";
    // Firefox drags nothing that carries nothing.
    event.dataTransfer.setData("text/plain", row.textContent ?? "");
    event.dataTransfer.setDragImage(row, 0, 0);
  }
  function onDragOver(event: DragEvent) {
    const row = rowUnder(event);
    if (!dragged.current || !row) return;
    event.preventDefault();
    const { top, height, left } = row.getBoundingClientRect();
    const isBelow = event.clientY > top + height / 2;
    const gap = nodes.findIndex(({ id }) => id === row.dataset["row"]) + (isBelow ? 1 : 0);
    drop.current = dropAt(nodes, dragged.current, gap, Math.round((event.clientX - left - LEVEL * 2) / LEVEL));
    showLine(line.current, row.offsetTop + (isBelow ? height : 0), drop.current);
  }
  function onDragEnd() {
    dragged.current = null;
    showLine(line.current, 0, null);
  }
  function onDrop(event: DragEvent) {
    const [nodeId, to] = [dragged.current, drop.current];
    event.preventDefault();
    onDragEnd();
    if (!nodeId || !to) return;
    perform([{ op: "place", nodeId, parentId: to.parentId, index: to.index }], false);
    pick(nodeId);
  }
  return { line, onDragStart, onDragOver, onDragEnd, onDrop };
}

function rowUnder({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
}

/** Drawn past React: a pointer moves more often than five hundred rows are looked through. */
function showLine(line: HTMLElement | null, top: number, drop: Drop | null): void {
  if (!line) return;
  line.hidden = drop === null;
  line.style.top = `${top}px`;
  line.style.setProperty("--depth", String(drop?.depth ?? 0));
}
