import { useCallback, useLayoutEffect, useState } from "react";
import { type FetchFailure, fetchFile } from "./fetch-file";
import { type Expected, expectPaper } from "./open-paper";
import type { Paper } from "./paper";

export type PaperState =
  | { is: "fetching"; done: number; of: number | null }
  | { is: "opening" }
  | { is: "open"; paper: Paper }
  | { is: "failed"; why: FetchFailure | "not-shown" };

/** Fetched when it is first shown, and let go of with the page. */
export function usePaper(url: string, fileName: string, isShown: boolean): { state: PaperState; again: () => void } {
  const [state, setState] = useState<PaperState>({ is: "opening" });
  const [isWanted, setWanted] = useState(false);
  const [attempt, setAttempt] = useState(0);
  if (isShown && !isWanted) setWanted(true);
  // Before the browser draws: a long tree takes its time to make room.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another fetch.
  useLayoutEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    const expected = expectPaper(fileName);
    const opened = open(url, expected, (next) => stop.signal.aborted || setState(next), stop.signal);
    return () => {
      stop.abort();
      opened.then((paper) => (paper ? paper.close() : expected.drop()));
    };
  }, [url, fileName, isWanted, attempt]);
  const again = useCallback(() => setAttempt((number) => number + 1), []);
  return { state, again };
}

async function open(
  url: string,
  expected: Expected,
  tell: (state: PaperState) => void,
  signal: AbortSignal,
): Promise<Paper | null> {
  tell({ is: "opening" });
  try {
    const fetched = await fetchFile(
      url,
      paced((done, of) => tell({ is: "fetching", done, of })),
      signal,
    );
    if ("failed" in fetched) {
      tell({ is: "failed", why: fetched.failed });
      return null;
    }
    tell({ is: "opening" });
    const paper = await expected.open(fetched.bytes);
    tell({ is: "open", paper });
    return paper;
  } catch {
    // Whatever a file makes its reader throw, the page's tree and the download are there all the same.
    tell({ is: "failed", why: "not-shown" });
    return null;
  }
}

/** A fast network tells a thousand times a second. Small files are there before anything need be said. */
function paced(tell: (done: number, of: number | null) => void): (done: number, of: number | null) => void {
  let last = performance.now();
  return (done, of) => {
    const now = performance.now();
    if (now - last < 150) return;
    last = now;
    tell(done, of);
  };
}
