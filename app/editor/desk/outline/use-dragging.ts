import { type DragEvent, useRef, useState } from "react";
import type { Section } from "./sections";

/** Of this page alone: dropped into the text, or anywhere else, it is nothing. */
const KIND = "application/x-samsvar-section";

/** A heading dragged to between two others: over the upper half of one it comes before it, over the lower after it. */
export function useDragging(sections: readonly Section[], drop: (section: Section, before: Section | null) => void) {
  const dragged = useRef<Section | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = () => {
    dragged.current = null;
    setOver(null);
  };
  const list = {
    onDragStart: (event: DragEvent) => {
      dragged.current = sections[indexOf(event)] ?? null;
      event.dataTransfer.setData(KIND, "");
      event.dataTransfer.effectAllowed = "move";
    },
    onDragOver: (event: DragEvent) => {
      const place = dragged.current ? placeOf(event) : null;
      setOver(place);
      if (place === null) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      const place = placeOf(event);
      if (dragged.current && place !== null) drop(dragged.current, sections[place] ?? null);
      event.preventDefault();
      end();
    },
    onDragEnd: end,
  };
  return { over, list };
}

function itemOf({ target }: DragEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-index]") : null;
}

function indexOf(event: DragEvent): number {
  return Number(itemOf(event)?.dataset["index"] ?? -1);
}

function placeOf(event: DragEvent): number | null {
  const item = itemOf(event);
  if (!item) return null;
  const { top, height } = item.getBoundingClientRect();
  return indexOf(event) + (event.clientY > top + height / 2 ? 1 : 0);
}
