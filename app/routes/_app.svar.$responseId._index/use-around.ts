import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type SecondLook, secondLookKey } from "~/editor/links/second-look";
import { isJson, isTaken } from "~/taken";
import type { ResponsePage } from "../../../server/responses/shapes";

type Around = Pick<
  ResponsePage,
  "consultation" | "clauses" | "earlier" | "lineage" | "newer" | "centers" | "mine" | "linkAs"
>;
type Heard = { around: Around; toLookAt: { clauseId: string; centerId: string }[] };
type Kept = { of: ResponsePage; text: string; heard: Heard };

/**
 * The page around the live text, kept up to date without a navigation, so that neither what is unsaved nor the caret can
 * be lost with it: a hearing that is moved to a new version, what is decided at the desk, who has looked again. [E11]
 */
export function useAround(loaded: ResponsePage) {
  const [kept, setKept] = useState<Kept | null>(null);
  const asked = useRef(0);
  const address = `/svar/${loaded.id}/ajour`;
  const ask = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    const text = await textAt(address);
    // An older question may be answered after a newer one.
    if (text === null || turn !== asked.current) return;
    setKept((before) =>
      before?.text === text && before.of === loaded ? before : { of: loaded, text, heard: read(text) },
    );
  }, [address, loaded]);
  const send = useCallback(
    async (form: FormData) => {
      const isDone = await isTaken(address, form);
      await ask();
      return isDone;
    },
    [address, ask],
  );
  const page = useMemo(() => (kept?.of === loaded ? { ...loaded, ...kept.heard.around } : loaded), [loaded, kept]);
  const hasVersions = page.earlier.length > 0 || page.newer !== null;
  useEffect(() => {
    if (hasVersions) void ask();
  }, [hasVersions, ask]);
  useWhenSeen(hasVersions, ask);
  return { page, ask, send, secondLook: useSecondLook(kept, send) };
}

function useSecondLook(kept: Kept | null, send: (form: FormData) => Promise<boolean>): SecondLook {
  return useMemo(() => {
    const done = (clauseId: string, centerId: string) => send(formOf({ command: "look-again", clauseId, centerId }));
    const waiting = kept && new Set(kept.heard.toLookAt.map((cell) => secondLookKey(cell.clauseId, cell.centerId)));
    return { waiting, done };
  }, [kept, send]);
}

/** Whoever comes back from the desk in another tab or window finds here what was decided there. */
function useWhenSeen(isWanted: boolean, ask: () => Promise<void>): void {
  useEffect(() => {
    if (!isWanted) return;
    const seen = () => document.visibilityState === "visible" && void ask();
    document.addEventListener("visibilitychange", seen);
    // Two windows side by side are both visible all the time.
    window.addEventListener("focus", seen);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("focus", seen);
    };
  }, [isWanted, ask]);
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** Null when it cannot be had just now: then the page goes on with what it has. */
async function textAt(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    // A session that has run out is answered with the page for signing in.
    return answer.ok && isJson(answer) ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Our own server's words; `app/routes/_app.svar.$responseId.ajour.ts` writes them. */
function read(text: string): Heard {
  return JSON.parse(text);
}
