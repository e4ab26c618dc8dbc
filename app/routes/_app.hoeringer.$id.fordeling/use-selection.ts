import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { ClauseRow } from "../../../server/agreements/shapes";

export type Selection = {
  selected: number;
  onChange: (event: FormEvent<HTMLFormElement>) => void;
  /** Ticks those that `wanted` says yes to, and takes the tick off the others. */
  select: (wanted: (clauseId: string) => boolean) => void;
  count: () => void;
};

/** The ticks live in the form; this counts them, and lets a section's tick carry those below it along. */
export function useSelection(
  form: RefObject<HTMLFormElement>,
  clauses: readonly Pick<ClauseRow, "id" | "parentId">[],
): Selection {
  const [selected, setSelected] = useState(0);
  const boxes = useCallback(
    () => [...(form.current?.querySelectorAll<HTMLInputElement>("input[name=clauseId]") ?? [])],
    [form],
  );
  const count = useCallback(() => setSelected(boxes().filter((box) => box.checked).length), [boxes]);
  useArrived(clauses, (arrived) => {
    for (const parent of boxes().filter((box) => box.checked)) {
      const below = descendantsOf(parent.value, clauses);
      for (const box of boxes()) if (below.has(box.value) && arrived(box.value)) box.checked = true;
    }
    count();
  });
  function onChange({ target }: FormEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement) || target.name !== "clauseId") return;
    const below = descendantsOf(target.value, clauses);
    for (const box of boxes()) if (below.has(box.value)) box.checked = target.checked;
    count();
  }
  function select(wanted: (clauseId: string) => boolean) {
    for (const box of boxes()) box.checked = wanted(box.value);
    count();
  }
  return { selected, onChange, select, count };
}

type Listed = readonly Pick<ClauseRow, "id" | "parentId">[];

/** A section that is ticked before all that stands below it has come is ticked with what comes. [Q26] */
function useArrived(clauses: Listed, then: (arrived: (id: string) => boolean) => void): void {
  const known = useRef(clauses);
  useEffect(() => {
    if (known.current.length === clauses.length) return;
    const before = new Set<string>(known.current.map(({ id }) => id));
    known.current = clauses;
    then((id) => !before.has(id));
  });
}

export function descendantsOf(id: string, clauses: readonly Pick<ClauseRow, "id" | "parentId">[]): Set<string> {
  const below = new Set<string>();
  // In reading order a parent stands before its children, so one pass is enough.
  for (const clause of clauses)
    if (clause.parentId === id || (clause.parentId && below.has(clause.parentId))) below.add(clause.id);
  return below;
}
