import type { ClauseId } from "../../../db/ids";
import type { Change, DecidedRow, DeskPage, DeskRow } from "../../../server/carry-over/shapes";

/** What the list shows; in the address as `?vis=`. */
export const FILTERS = { waiting: "venter", remarks: "bemaerkninger", all: "alle" } as const;
export type Filter = keyof typeof FILTERS;

export type Group = { key: "waiting" | "now" | Change; rows: readonly DeskRow[] };

const CLASSES: readonly Change[] = ["unchanged", "moved", "reworded", "split", "merged", "dropped", "met"];

/** As asked for; else what waits, as long as something does and no decided row is asked for. */
export function filterOf(asked: string | null, { rows }: Pick<DeskPage, "rows">, rowId: string | null): Filter {
  if (asked === FILTERS.all) return "all";
  if (asked === FILTERS.remarks) return "remarks";
  if (asked === FILTERS.waiting) return "waiting";
  const isDecided = rows.find(({ from }) => from.id === rowId)?.decision;
  return !isDecided && rows.some(({ decision }) => !decision) ? "waiting" : "all";
}

/**
 * The list in groups: first what waits, then what was decided, by what became of it. Under "venter" what was decided on
 * this visit stays in sight, so that a slip can be seen and taken back.
 */
export function groupsOf(rows: readonly DeskRow[], filter: Filter, decidedNow: ReadonlySet<string>): Group[] {
  const shown = filter === "remarks" ? rows.filter(({ inUse }) => inUse.remarks > 0) : rows;
  const waiting: Group = { key: "waiting", rows: shown.filter(({ decision }) => !decision) };
  const decided = shown.filter(({ decision }) => decision);
  const rest: Group[] =
    filter === "waiting"
      ? [{ key: "now", rows: decided.filter(({ from }) => decidedNow.has(from.id)) }]
      : CLASSES.map((change) => ({ key: change, rows: decided.filter(({ decision }) => decision?.change === change) }));
  return [waiting, ...rest].filter((group) => group.rows.length > 0);
}

/** The next row that waits after this one, in the order shown, and from the top again; null when none other does. */
export function nextWaiting(shown: readonly DeskRow[], after: string | undefined): DeskRow | null {
  const at = shown.findIndex(({ from }) => from.id === after);
  const turned = [...shown.slice(at + 1), ...shown.slice(0, Math.max(at, 0))];
  return turned.find(({ decision }) => !decision) ?? null;
}

/** What a choice makes of a row, as far as the page can know; the server says it for good. */
export function changeOf(row: DeskRow, to: readonly ClauseId[], rows: readonly DeskRow[]): Change {
  const [only, ...others] = to;
  if (!only) return "dropped";
  if (others.length > 0) return "split";
  const { change, to: proposed } = row.proposed;
  const isProposed = proposed.length === 1 && proposed[0] === only;
  if (isProposed && (change === "unchanged" || change === "moved")) return change;
  return leadersOf(rows, only).some((other) => other.from.id !== row.from.id) ? "merged" : "reworded";
}

/** The first of two that are said to have become one was reworded until the second was: both are merged. */
export function withMerged(rows: readonly DeskRow[]): readonly DeskRow[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const id of leadsTo(row)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return rows.map((row) => {
    const { decision } = row;
    const [only] = decision?.change === "reworded" ? decision.to : [];
    if (!decision || !only || (counts.get(only) ?? 0) < 2) return row;
    return { ...row, decision: { ...decision, change: "merged" } };
  });
}

/** Who leads to a new clause, by decision or, as long as it waits, as proposed. */
export function leadersOf(rows: readonly DeskRow[], id: ClauseId): DeskRow[] {
  return rows.filter((row) => leadsTo(row).includes(id));
}

function leadsTo({ decision, proposed }: DeskRow): readonly ClauseId[] {
  return (decision ?? proposed).to;
}

export function isInUse({ inUse }: Pick<DeskRow, "inUse">): boolean {
  return inUse.remarks + inUse.answers + inUse.assignments > 0;
}

/** Of the rows as shown, with what is on its way to the server. */
export function progressOf(rows: readonly DeskRow[]): { total: number; decided: number; blocking: number } {
  return {
    total: rows.length,
    decided: rows.filter(({ decision }) => decision).length,
    blocking: rows.filter(({ isBlocking }) => isBlocking).length,
  };
}

/** A row as it will be when the server has taken this decision, or (null) what was decided back. */
export function withDecision(row: DeskRow, decision: DecidedRow | null): DeskRow {
  return { ...row, decision, isBlocking: decision === null && isInUse(row) };
}
