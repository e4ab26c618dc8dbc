import { useFetcher, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { Answer } from "~/refusals";
import type { Corrected, ProposalPage } from "../../../server/agreements/shapes";
import { fieldsOf } from "./corrections";
import type { Step } from "./steps";

type Reply = Corrected | Answer;
type On = {
  onDone: (step: Step, answer: Corrected) => void;
  onRefused: (step: Step, answer: Answer) => void;
  /** Somebody else has corrected the tree meanwhile. */
  onOthers: () => void;
};

/** A pause in the corrections, after which the page is asked for as the server has it. */
const QUIET = 400;

/** Sends the first step that is not answered, and hears the answer. Gives what sends again what reached nobody. */
export function useSending({ revision }: ProposalPage, steps: readonly Step[], on: On): () => void {
  const fetcher = useFetcher<Reply>({ key: "correcting" });
  const sent = useRef<{ step: Step; before: unknown } | null>(null);
  const known = useRef(revision);
  const [isStopped, setStopped] = useState(false);
  const isAsking = useAsking(steps, revision);

  function hear({ step, before }: { step: Step; before: unknown }): void {
    const { state, data } = fetcher;
    if (state === "submitting" || data === undefined || data === before) return;
    sent.current = null;
    if ("refusal" in data) {
      setStopped(data.refusal.code === "not-reached");
      on.onRefused(step, data);
      return;
    }
    known.current = data.revision;
    on.onDone(step, data);
  }
  function send(step: Step): void {
    sent.current = { step, before: fetcher.data };
    const form = step.correction ? fieldsOf(step.correction, known.current) : undoFields(known.current);
    fetcher.submit(form, { method: "post" });
  }
  // After every drawing: one thing at a time, for what is heard here changes the steps only at the next one.
  useEffect(() => {
    const next = steps.find((step) => step.revision === null);
    if (sent.current) hear(sent.current);
    else if (next && !isStopped && !isAsking && fetcher.state === "idle") send(next);
    else if (!next && revision > known.current) {
      known.current = revision;
      on.onOthers();
    }
  });
  return () => setStopped(false);
}

/** Asks for the page anew when all is answered and the hands rest. Gives whether it is being asked for. */
function useAsking(steps: readonly Step[], revision: number): boolean {
  const { state, revalidate } = useRevalidator();
  const isAnswered = steps.every((step) => step.revision !== null);
  const isBehind = steps.some((step) => step.revision !== null && step.revision > revision);
  useEffect(() => {
    if (!isAnswered || !isBehind) return;
    const timer = setTimeout(revalidate, QUIET);
    return () => clearTimeout(timer);
  }, [isAnswered, isBehind, revalidate]);
  return state !== "idle";
}

function undoFields(revision: number): FormData {
  const form = new FormData();
  form.set("op", "undo");
  form.set("exact", "yes");
  form.set("revision", String(revision));
  return form;
}
