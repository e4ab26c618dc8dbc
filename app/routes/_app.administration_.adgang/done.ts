/** What was done, and the secret that is shown this once. */
export type Done = { done: string; once: string | null };

/** Null: nothing was sent, or it was refused. */
export function doneIn(answer: Done | { refusal: unknown } | undefined): Done | null {
  return answer && "done" in answer ? answer : null;
}

export type Answer = Parameters<typeof doneIn>[0];
