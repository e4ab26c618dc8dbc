import { useMemo, useState } from "react";
import type { Correction } from "~/document-model/correction/shapes";
import { countKinds, flatten } from "~/document-model/proposal";
import type { ProposalPage } from "../../../server/agreements/shapes";
import type { Op } from "./orders";
import { goToCheck, useKeys } from "./use-keys";
import { usePicking } from "./use-picking";
import { useSteps } from "./use-steps";

export type Outline = ReturnType<typeof useOutline>;

/** The tree as it stands after what was done here, where one stands in it, and all that can be done to it. */
export function useOutline(page: ProposalPage) {
  const steps = useSteps(page);
  const nodes = useMemo(() => flatten(steps.nodes), [steps.nodes]);
  const picking = usePicking(nodes, steps.names);
  const [isHelping, setHelping] = useState(false);
  const { focus, chosen, pick } = picking;

  /** Gives whether it was done. What one stands on stays it, or becomes what it went into. */
  function perform(corrections: readonly Correction[], takesFocus = true): boolean {
    if (!focus || !page.can.correct) return false;
    const made = steps.perform(corrections, focus.id);
    if (!made) return false;
    const into = made.joined.find(({ id }) => id === focus.id)?.into;
    const next = made.made[0] ?? into;
    if (next) pick(next, { takesFocus });
    else if (takesFocus) pick(focus.id, { isExtending: chosen.length > 1 });
    return true;
  }
  function toChosen(op: Op, takesFocus = true): boolean {
    const [first, ...others] = chosen.map(({ id }) => id);
    if (!first) return false;
    return perform([{ ...op, nodeId: first, ...(others.length > 0 ? { also: others } : {}) }], takesFocus);
  }
  function undo(takesFocus = true): void {
    if (!page.can.correct || !steps.canUndo) return;
    const was = steps.undo();
    if (focus) pick(was ?? focus.id, { takesFocus });
  }
  const doors = { ...steps, ...picking, nodes, perform, toChosen, undo, setHelping };
  const onKeyDown = useKeys(doors);
  const counts = useMemo(() => countKinds(nodes), [nodes]);
  const toCheck = useMemo(() => nodes.filter(({ warnings }) => warnings.length > 0).length, [nodes]);
  return { ...doors, page, counts, toCheck, isHelping, onKeyDown, goToCheck: (step: -1 | 1) => goToCheck(doors, step) };
}
