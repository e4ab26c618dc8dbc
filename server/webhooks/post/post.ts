import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import type { Problem } from "../shapes";
import { AddressRefused, lookupWithin, mayBeCalled, type Reach, type Resolve } from "./reach";

/** Nobody is waited for longer, from the first look-up to the answer: others' calls wait behind this one. */
const PATIENCE = 10_000;

type Call = { url: string; headers: Readonly<Record<string, string>>; body: string };
/** `said`: how the answer begins, where that was asked for. */
export type Outcome = { said?: Uint8Array } & (
  | { ok: true; status: number }
  | { ok: false; problem: Problem; status: number | null }
);
type Ways = { reach: Reach; resolve?: Resolve; patience?: number; reads?: boolean };

/** More of an answer nobody is shown. */
const MOST_READ = 2048;

/**
 * Sends one call. Of the answer only its status is read (it could hold anything), and with `reads` its first bytes. Nobody
 * is followed to another place. [T10]
 */
export async function post(call: Call, { reach, resolve, patience = PATIENCE, reads = false }: Ways): Promise<Outcome> {
  const url = new URL(call.url);
  if (!mayBeCalled(url, reach)) return { ok: false, problem: "address-refused", status: null };
  try {
    const { status, ...more } = await answerOf(url, call, { lookup: lookupWithin(reach, resolve), patience, reads });
    if (status >= 200 && status < 300) return { ok: true, status, ...more };
    return { ok: false, problem: problemOf(status), status, ...more };
  } catch (error) {
    const isRefused = error instanceof AddressRefused;
    return { ok: false, problem: isRefused ? "address-refused" : "no-answer", status: null };
  }
}

/** 410 is a receiver's way of saying that it wants no more of this. [T20] */
function problemOf(status: number): Problem {
  if (status === 410) return "gone";
  return status >= 300 && status < 400 ? "redirected" : "status";
}

type Line = { lookup: ReturnType<typeof lookupWithin>; patience: number; reads: boolean };
type Answer = { status: number; said?: Uint8Array };

function answerOf(url: URL, { headers, body }: Call, { lookup, patience, reads }: Line): Promise<Answer> {
  const request = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
    const length = String(Buffer.byteLength(body));
    const all = { "content-type": "application/json", "content-length": length, "user-agent": "Samsvar", ...headers };
    // No agent: a connection that is kept would be one to an address judged earlier.
    const options = { method: "POST", headers: all, lookup, signal, agent: false as const };
    const sent = request(url, options, async (answer) => {
      const status = answer.statusCode ?? 0;
      resolve(reads ? { status, said: await beginningOf(answer) } : { status });
      answer.destroy();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** What came, whole or not: a line that breaks in the middle of an answer has answered. */
async function beginningOf(answer: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= MOST_READ) break;
    }
  } catch {
    // Its status is known; the rest is not waited for.
  }
  return Buffer.concat(chunks).subarray(0, MOST_READ);
}
