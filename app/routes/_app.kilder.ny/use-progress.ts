import { useEffect, useState } from "react";
import type { UploadProgress } from "../../../server/agreements/shapes";

/** `begun`: the paper has left this page. `told`: the server has said how far it is. */
export type Sending = { step: "begun" } | { step: "told" } | UploadProgress;

/** What is done within a second needs no word. */
const WAIT_MS = 1000;
const EVERY_MS = 500;

/** How far the paper is that is sent under this id; null while none is, and for the first second. */
export function useProgress(uploadId: string, isSending: boolean): Sending | null {
  const [sending, setSending] = useState<Sending | null>(null);
  useEffect(() => {
    if (!isSending) return;
    const over = new AbortController();
    void follow(uploadId, over.signal, setSending);
    return () => {
      over.abort();
      setSending(null);
    };
  }, [uploadId, isSending]);
  return sending;
}

async function follow(uploadId: string, over: AbortSignal, tell: (sending: Sending) => void): Promise<void> {
  let hasHeard = false;
  for (let wait = WAIT_MS; await waited(wait, over); wait = EVERY_MS) {
    const progress = await ask(uploadId, over);
    if (over.aborted) return;
    hasHeard ||= progress !== null;
    tell(progress ?? { step: hasHeard ? "told" : "begun" });
  }
}

/** Nobody there, or not one of our answers, is no reason to stop: the form itself gets the last word. */
async function ask(uploadId: string, signal: AbortSignal): Promise<UploadProgress | null> {
  try {
    const answer = await fetch(`/kilder/ny/fremdrift?id=${encodeURIComponent(uploadId)}`, { signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** False when it is over before that. */
function waited(ms: number, over: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(!over.aborted), ms);
    over.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
}
