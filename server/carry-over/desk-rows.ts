import { isTarget } from "../../app/document-model/proposal";
import type { ClauseId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { AlignedRow, Alignment, DecidedRow, DeskPage, DeskRow, Suggestion } from "./shapes";
import type { InUseHere } from "./usage";

/** What a desk shows. Pure. */
type Ground = {
  before: readonly ClauseRow[];
  after: readonly ClauseRow[];
  alignment: Alignment;
  decided: ReadonlyMap<ClauseId, DecidedRow>;
  used: ReadonlyMap<ClauseId, InUseHere>;
};

/** What can be linked to, and what else is in use or somebody has decided on; the rest are headings and texts. */
export function deskRows({ before, alignment, decided, used }: Ground): DeskRow[] {
  const proposals = new Map(alignment.rows.map((row) => [row.from, row]));
  return before.flatMap((from): DeskRow[] => {
    const decision = decided.get(from.id) ?? null;
    const use = used.get(from.id);
    if (!isTarget(from) && !use && (decision?.isCertain ?? true)) return [];
    const { remarks = 0, answers = 0, assignments = 0, remarkedOn = [], isFollowed = false } = use ?? {};
    return [
      {
        from,
        proposed: proposedBy(proposals.get(from.id)),
        decision,
        inUse: { remarks, answers, assignments },
        remarkedOn: [...remarkedOn],
        isBlocking: isFollowed && !decision,
      },
    ];
  });
}

function proposedBy(row: AlignedRow | undefined): DeskRow["proposed"] {
  if (!row) return { change: "dropped", to: [], doubt: null, suggestions: [] };
  const { change, to } = row;
  return row.isCertain
    ? { change, to, doubt: null, suggestions: to.map(identical) }
    : { change, to, doubt: row.doubt, suggestions: row.suggestions };
}

/** What was certain and has been taken back is suggested like anything else. */
function identical(to: ClauseId): Suggestion {
  const measures = { trigrams: 1, words: 1, containedIn: 1, contains: 1, below: 1 };
  return { to, score: 1, because: "identical", measures };
}

/** Of the new version, what nothing leads to by decision. */
export function addedIn({ after, decided }: Pick<Ground, "after" | "decided">): ClauseId[] {
  const led = new Set([...decided.values()].flatMap(({ to }) => to));
  return after.filter((clause) => isTarget(clause) && !led.has(clause.id)).map(({ id }) => id);
}

export function countsOf(rows: readonly DeskRow[]): DeskPage["counts"] {
  const count = (is: (row: DeskRow) => boolean) => rows.filter(is).length;
  return {
    total: rows.length,
    certain: count(({ decision }) => decision?.isCertain === true),
    decided: count(({ decision }) => decision?.isCertain === false),
    undecided: count(({ decision }) => decision === null),
    blocking: count(({ isBlocking }) => isBlocking),
  };
}
