import type { ClauseRow } from "../../server/agreements/shapes";

/** What a clause is called where there is room for a few words: "3.2 Udskrivning", or the start of its text. */
export function clauseName({ number, heading, text }: Pick<ClauseRow, "number" | "heading" | "text">): string {
  const words = heading || shortened(text, 80);
  return number ? `${number} ${words}`.trim() : words;
}

/** The number alone where it has one: for cells and chips. */
export function clauseMark(clause: Pick<ClauseRow, "number" | "heading" | "text">): string {
  return clause.number || shortened(clause.heading || clause.text, 28);
}

export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length / 2))}…`;
}
