import { isTarget } from "~/document-model/proposal";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { ChangeKind, ComparedRow } from "../../../server/carry-over/shapes";

/** A clause as the page shows it; the tree and the pages of the paper are not in it. */
export type Shown = Pick<ClauseRow, "id" | "kind" | "number" | "heading" | "text" | "path">;
/** "none": headings and plain texts, on which nobody has to decide. */
export type Decision = "decided" | "proposed" | "none";
export type Row = { key: string; change: ChangeKind; decision: Decision; from: Shown[]; to: Shown[] };

/** What the page shows and nothing else: of a clause that is letter by letter the same, the new one alone. */
export function shownRows(rows: readonly ComparedRow[]): Row[] {
  return rows.map(({ change, isDecided, from, to }) => {
    const isSame = change === "unchanged" && sameWords(from, to);
    return {
      key: to[0]?.id ?? from[0]?.id ?? "",
      change,
      decision: ![...from, ...to].some(isTarget) ? "none" : isDecided ? "decided" : "proposed",
      from: isSame ? [] : from.map(shown),
      to: to.map(shown),
    };
  });
}

function shown({ id, kind, number, heading, text, path }: ClauseRow): Shown {
  return { id, kind, number, heading, text, path };
}

function sameWords(from: readonly Shown[], to: readonly Shown[]): boolean {
  const words = (clauses: readonly Shown[]) => clauses.map(({ number, heading, text }) => [number, heading, text]);
  return JSON.stringify(words(from)) === JSON.stringify(words(to));
}

/** What stands on the page: a row, or unchanged ones that follow each other, folded. */
export type Part = { row: Row } | { folded: Row[] };

/** With no kind asked for everything is shown, what is unchanged folded; else the rows of those kinds. */
export function partsOf(rows: readonly Row[], kinds: ReadonlySet<ChangeKind>): Part[] {
  if (kinds.size > 0) return rows.filter(({ change }) => kinds.has(change)).map((row) => ({ row }));
  const parts: Part[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (row.change !== "unchanged") parts.push({ row });
    else if (last && "folded" in last) last.folded.push(row);
    else parts.push({ folded: [row] });
  }
  return parts;
}

/** The two texts of a row as they are compared: with their headings where those differ, or where a side has several clauses. */
export function textsOf({ from, to }: Pick<Row, "from" | "to">): { before: string; after: string } {
  const [old, now] = [from[0], to[0]];
  const isPair = from.length === 1 && to.length === 1;
  const isHeaded = !isPair || old?.heading !== now?.heading;
  const join = (clauses: readonly Shown[]) => clauses.map((clause) => wordsOf(clause, isHeaded)).join("\n\n");
  return { before: join(from), after: join(to) };
}

function wordsOf({ heading, text }: Shown, isHeaded: boolean): string {
  return [...(isHeaded && heading ? [heading] : []), ...(text ? [text] : [])].join("\n");
}

/** The way to a clause in two: what stands above it, and its own name. */
export function placeOf({ path }: Pick<Shown, "path">): { above: string; name: string } {
  const steps = path.split(" › ");
  return { above: steps.slice(0, -1).join(" › "), name: steps.at(-1) ?? "" };
}

/** What stands above it, and where it stood when that was elsewhere. */
export function wayOf({ from, to }: Pick<Row, "from" | "to">): string {
  const [then, now] = [from.map(placeOf), to.map(placeOf)];
  const above = [...new Set([...then, ...now].map((place) => place.above))];
  const [old, other] = [then, now].map((places) => places.map(({ name }) => name).join(" + "));
  const isMoved = from.length > 0 && to.length > 0 && (old !== other || above.length > 1);
  if (!isMoved) return above[0] ?? "";
  if (above.length > 1) return `${paths(from)} → ${paths(to)}`;
  return `${above[0] ? `${above[0]} › ` : ""}${old} → ${other}`;
}

function paths(clauses: readonly Shown[]): string {
  return clauses.map(({ path }) => path).join(" + ");
}

export function proposedIn(rows: readonly Row[]): number {
  return rows.filter(({ decision }) => decision === "proposed").length;
}
