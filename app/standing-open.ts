// What a page asks by itself while it stands open: no use of its session [D5], and nothing while nobody looks.
import { isJson } from "./taken";

/** server/http.ts knows by it that nobody has done anything. */
export const STANDING_OPEN = { "X-Standing-Open": "1" };
/** A line that is half gone answers nothing, and the next question waits for this one. */
const ANSWERS_WITHIN_MS = 20_000;

/** Null when it cannot be had just now, or the session has run out: then the page goes on with what it has. */
export async function textAt(address: string): Promise<string | null> {
  try {
    const answer = await fetch(address, {
      cache: "no-store",
      headers: STANDING_OPEN,
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    return answer.ok && isJson(answer) ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** As `textAt`, of our own server's words. */
export async function newsAt<News>(address: string): Promise<News | null> {
  const text = await textAt(address);
  return text === null ? null : JSON.parse(text);
}

type Pace = {
  every: number;
  /** When nobody answers, or the session has run out. */
  afterSilence?: number;
  /** Not only when `every` has passed for the first time. */
  atOnce?: boolean;
};

/**
 * Asks again and again as long as the page is in sight and has a line, and at once when it is come back to; one question
 * at a time. `ask` says whether it was answered. Answers how to stop.
 */
export function whileSeen(ask: () => Promise<boolean>, { every, afterSilence = every, atOnce }: Pace): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let isOver = false;
  const look = async () => {
    clearTimeout(timer);
    if (isAsking || isOver || !isSeen()) return;
    isAsking = true;
    const isHeard = await ask().finally(() => {
      isAsking = false;
    });
    if (!isOver) timer = setTimeout(look, isHeard ? every : afterSilence);
  };
  const looked = () => void look();
  document.addEventListener("visibilitychange", looked);
  window.addEventListener("focus", looked);
  window.addEventListener("online", looked);
  if (atOnce) looked();
  else timer = setTimeout(look, every);
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", looked);
    window.removeEventListener("focus", looked);
    window.removeEventListener("online", looked);
  };
}

function isSeen(): boolean {
  return document.visibilityState === "visible" && navigator.onLine;
}
