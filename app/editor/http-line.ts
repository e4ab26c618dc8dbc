import { BATCH_TYPE, type Verdict } from "../document-model/batch";
import { CLOSE } from "../document-model/wire";

/** What a WebSocket says whose connection broke: y-websocket knocks again. */
export const LOST = 1006;

export type Question = {
  /** A proxy's own page, with whatever status, is no answer. */
  expects: "line" | "batch" | "nothing";
  body?: Uint8Array<ArrayBuffer>;
  /** Milliseconds; whoever takes longer does not answer. */
  within: number;
  signal: AbortSignal;
};

/** What became of a request: an answer, the line's end, or null when it broke and may be made again. */
export type Outcome = { body: ArrayBuffer } | Verdict | null;

/** One request of a line. It is made for this moment and this person: nobody on the way may keep its answer. */
export async function ask(get: typeof fetch, address: URL, question: Question): Promise<Outcome> {
  const late = new AbortController();
  const abort = () => late.abort();
  const timer = setTimeout(abort, question.within);
  question.signal.addEventListener("abort", abort);
  try {
    if (question.signal.aborted) return null;
    const headers = { "Content-Type": BATCH_TYPE };
    const body = question.body ?? new Uint8Array();
    const way = { cache: "no-store", credentials: "same-origin", redirect: "error" } as const;
    return await outcomeOf(
      await get(address, { method: "POST", headers, body, signal: late.signal, ...way }),
      question,
    );
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    question.signal.removeEventListener("abort", abort);
  }
}

async function outcomeOf(answer: Response, { expects }: Question): Promise<Outcome> {
  const type = answer.headers.get("content-type") ?? "";
  const body = await answer.arrayBuffer();
  if (expects === "nothing" && answer.status === 204) return { body };
  if (expects === "batch" && answer.status === 200 && type.startsWith(BATCH_TYPE)) return { body };
  if (expects === "line" && answer.status === 201) return { body };
  const code = type.startsWith("application/json") ? Number(fieldIn(body, "code")) : Number.NaN;
  if (Number.isInteger(code)) return { code, reason: "" };
  return answer.status === 413 ? { code: CLOSE.tooLarge, reason: "" } : null;
}

/** What the server calls the line it has opened; empty when it did not. */
export function lineIn(body: ArrayBuffer): string {
  const id = fieldIn(body, "line");
  return typeof id === "string" && /^[0-9a-f]{32}$/.test(id) ? id : "";
}

function fieldIn(body: ArrayBuffer, name: string): unknown {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof json === "object" && json !== null ? Reflect.get(json, name) : undefined;
  } catch {
    return undefined;
  }
}

export function after(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}
