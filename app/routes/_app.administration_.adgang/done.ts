import type { Trial } from "../../../server/webhooks/shapes";

/** What was done, the secret that is shown this once, and what a receiver answered to a trial. */
export type Done = { done: string; once: string | null; trial?: Trial };

/** Null: nothing was sent, or it was refused. */
export function doneIn(answer: Done | { refusal: unknown } | undefined): Done | null {
  return answer && "done" in answer ? answer : null;
}

export type Answer = Parameters<typeof doneIn>[0];
