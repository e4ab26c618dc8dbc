import type { Inline } from "./document";

type Run = Extract<Inline, { text: string }>;

/** Joins neighbours that look alike and drops empty ones: one text has one form, however it was typed. */
export function tidyInline(content: readonly Inline[]): Inline[] {
  const tidy: Inline[] = [];
  for (const inline of content) {
    const last = tidy.at(-1);
    if ("break" in inline) tidy.push({ break: true });
    else if (last && "text" in last && looksAlike(last, inline)) last.text += inline.text;
    else if (inline.text !== "") tidy.push({ ...inline });
  }
  return tidy;
}

function looksAlike(one: Run, other: Run): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.href === other.href &&
    one.notes?.join() === other.notes?.join()
  );
}
