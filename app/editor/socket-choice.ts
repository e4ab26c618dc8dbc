/** Whether a page talks over a WebSocket or, where none gets through, over a line of plain HTTP. Pure; choose-socket.ts acts on it. */
export type Way = "socket" | "line";

export type Choice = {
  /** WebSockets in a row that came to nothing although the server answers over HTTP. */
  failures: number;
  /** When the line was chosen, in milliseconds since 1970. */
  lineSince: number | null;
  /** Lines in a row that came to nothing. */
  lineFailures: number;
};

/** How a socket ended that never said a word: turned away, or left waiting until the page gave up on it. */
export type Failure = "refused" | "swallowed";

export const AT_FIRST: Choice = { failures: 0, lineSince: null, lineFailures: 0 };

const ENOUGH = 2;
/** Then a WebSocket is tried once more: the page may have moved to another network. */
export const LINE_FOR = 10 * 60_000;

export function wayAt({ lineSince }: Choice, now: number): Way {
  const isMeant = lineSince !== null && now >= lineSince && now - lineSince < LINE_FOR;
  return isMeant ? "line" : "socket";
}

/** The server was heard on that way. */
export function heardOn(way: Way, choice: Choice): Choice {
  return way === "socket" ? AT_FIRST : { ...choice, lineFailures: 0 };
}

/** A WebSocket failed while the server answered over HTTP. After a line that has run out, one failure leads back to it. */
export function socketFailed(choice: Choice, how: Failure, now: number): Choice {
  // One that hangs for seconds beside an HTTP that answers is proof enough; a refusal may have been a restart.
  const failures = how === "swallowed" ? ENOUGH : choice.failures + 1;
  return failures < ENOUGH ? { ...choice, failures } : { failures: ENOUGH - 1, lineSince: now, lineFailures: 0 };
}

/** No way is for ever: where lines come to nothing, WebSockets are tried again. */
export function lineFailed(choice: Choice): Choice {
  const lineFailures = choice.lineFailures + 1;
  return lineFailures < ENOUGH ? { ...choice, lineFailures } : AT_FIRST;
}

/** What the next page of the same tab has to know, so that it need not wait again. */
export function remembered(text: string | null, now: number): Choice {
  const lineSince = Number(text ?? Number.NaN);
  const choice = { failures: ENOUGH - 1, lineSince, lineFailures: 0 };
  return wayAt(choice, now) === "line" ? choice : AT_FIRST;
}
