import { useMemo, useRef, useState } from "react";
import type { Correction } from "~/document-model/correction/shapes";
import { nested, type ProposalNode } from "~/document-model/proposal";
import type { ProposalPage } from "../../../server/agreements/shapes";
import { inTurn, type Made, type Refused, renamed, renamedStep, type Step } from "./steps";
import { useSending } from "./use-sending";

type Past = { nodes: ProposalNode[]; focus: string };
/** As many as the server remembers of a proposal. */
const REMEMBERED = 50;

/**
 * Corrections of a tree, shown as they are made and sent one after the other, each on the revision that the one before it
 * left. What the server refuses falls, with all that was made after it, and says why; nothing is shown as kept that is not.
 */
export function useSteps(page: ProposalPage) {
  const base = useMemo(() => nested(page.nodes), [page.nodes]);
  const [steps, setSteps] = useState<Step[]>([]);
  const [past, setPast] = useState<Past[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const last = useRef(0);
  const pending = steps.filter(({ revision }) => revision === null || revision > page.revision);
  const nodes = pending.at(-1)?.nodes ?? base;
  const isBusy = steps.some(({ revision }) => revision === null);

  const stepOf = (correction: Correction | null, after: ProposalNode[], made: string[]): Step => {
    last.current += 1;
    return { key: last.current, correction, nodes: after, made, revision: null };
  };
  /** In turn, until one cannot be made. Gives what the last of them has made of the tree. */
  function perform(corrections: readonly Correction[], focus: string): Made | null {
    const { trials, refused: refusal } = inTurn(nodes, corrections);
    setRefused(refusal);
    if (trials.length === 0) return null;
    setSteps([...pending, ...trials.map(({ correction, made }) => stepOf(correction, made.nodes, made.made))]);
    setPast([...past, ...trials.map(({ before }) => ({ nodes: before, focus }))].slice(-REMEMBERED));
    return trials.at(-1)?.made ?? null;
  }
  /** What was done here is taken back at once; what was done before waits for the server. Gives where one stood. */
  function undo(): string | null {
    const before = past.at(-1);
    setPast(past.slice(0, -1));
    setRefused(null);
    setSteps([...pending, stepOf(null, before?.nodes ?? nodes, [])]);
    return before?.focus ?? null;
  }
  const retry = useSending(page, steps, {
    onDone(step, { revision, made }) {
      const given = new Map(step.made.map((id, at) => [id, made[at] ?? id]));
      setSteps(steps.map((one) => renamedStep(one.key === step.key ? { ...one, revision } : one, given)));
      if (given.size === 0) return;
      setNames(new Map([...names, ...given]));
      setPast(past.map((one) => ({ ...one, nodes: renamed(one.nodes, given) })));
    },
    onRefused(step, answer) {
      setRefused({ nodeId: step.correction?.nodeId ?? null, code: answer.refusal.code, answer });
      if (answer.refusal.code === "not-reached") return;
      setSteps(steps.filter(({ revision }) => revision !== null));
      setPast([]);
    },
    onOthers: () => setPast([]),
  });
  const canUndo = past.length > 0 || (page.canUndo && !pending.some(({ correction }) => correction === null));
  return { nodes, names, isBusy, refused, setRefused, canUndo, perform, undo, retry };
}
