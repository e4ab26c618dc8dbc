import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

const NONE: ReadonlySet<string> = new Set();

/**
 * What has no room in the row. Everything is laid out in lines, of which only the first is seen (toolbar.css); so what
 * came to stand in the second is what does not fit, whatever the labels and the size of the letters.
 */
export function useFitting(row: RefObject<HTMLElement>, items: string): ReadonlySet<string> {
  const [over, setOver] = useState(NONE);
  const measure = useCallback(() => {
    const tools = [...(row.current?.querySelectorAll<HTMLElement>(":scope > [data-tool]") ?? [])];
    const first = tools[0];
    if (!first) return;
    const below = tools.filter(({ offsetTop }) => offsetTop > first.offsetTop + first.offsetHeight / 2);
    // Out of sight is out of reach as well, for Tab and for whoever listens.
    for (const tool of tools) tool.toggleAttribute("data-over", below.includes(tool));
    const now = new Set(below.map(({ dataset }) => dataset["tool"] ?? ""));
    setOver((before) => (now.size === before.size && [...now].every((id) => before.has(id)) ? before : now));
  }, [row]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tools fill the row otherwise
  useLayoutEffect(() => {
    if (!row.current) return;
    // It measures once at the beginning, too, when the page is laid out anyway.
    const observer = new ResizeObserver(measure);
    observer.observe(row.current);
    return () => observer.disconnect();
  }, [measure, row, items]);
  return over;
}
