import type { CenterId, ClauseId } from "../../db/ids";
import type { Carried } from "./shapes";

type OfClause = { clauseId: ClauseId };

/** A row about a clause as it stands in the version asked about. */
export type CarriedOn<Row> = Row & {
  /** Which version it was written about: higher is later, and highest of all what is written about the clause itself. */
  step: number;
  /** The wording has changed since, or what it was about was split or merged. */
  isChanged: boolean;
};

/** Rows about clauses of any version, each where its clause is now; what is gone or undecided leads nowhere. Pure. [C14] */
export function carriedOn<Row extends OfClause>(rows: readonly Row[], carried: Carried): CarriedOn<Row>[] {
  const { successorOf, versionOf, lineage } = carried;
  const steps = new Map([...lineage].map((id, step) => [id, step]));
  return rows.flatMap((row): CarriedOn<Row>[] => {
    const successor = successorOf.get(row.clauseId);
    if (!successor) return [{ ...row, step: lineage.size, isChanged: false }];
    if (successor.state !== "carried") return [];
    const version = versionOf.get(row.clauseId);
    const step = (version && steps.get(version)) ?? 0;
    return successor.to.map((clauseId) => ({ ...row, clauseId, step, isChanged: successor.isChanged }));
  });
}

type Assigned = OfClause & { centerId: CenterId; deadline: string };

/** What centers have been given, once each: by the deadline of the clause itself, else by the earliest of what became it. */
export function assignedNow(rows: readonly Assigned[], carried: Carried): Assigned[] {
  // The usual case, and thousands of rows of it: nothing here has become anything else.
  if (carried.successorOf.size === 0) return [...rows];
  const found = new Map<string, CarriedOn<Assigned>>();
  for (const row of carriedOn(rows, carried)) {
    const key = `${row.clauseId}|${row.centerId}`;
    const known = found.get(key);
    if (!known || isNearer(row, known, carried)) found.set(key, row);
  }
  return [...found.values()].map(({ clauseId, centerId, deadline }) => ({ clauseId, centerId, deadline }));
}

function isNearer(row: CarriedOn<Assigned>, known: CarriedOn<Assigned>, { lineage }: Carried): boolean {
  if (known.step === lineage.size) return false;
  return row.step === lineage.size || row.deadline < known.deadline;
}
