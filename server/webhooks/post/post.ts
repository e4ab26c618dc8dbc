import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import type { Problem } from "../shapes";
import { AddressRefused, lookupWithin, mayBeCalled, type Reach, type Resolve } from "./reach";

/** Nobody is waited for longer, from the first look-up to the answer: others' calls wait behind this one. */
const PATIENCE = 10_000;

type Call = { url: string; headers: Readonly<Record<string, string>>; body: string };
export type Outcome = { ok: true; status: number } | { ok: false; problem: Problem; status: number | null };
type Ways = { reach: Reach; resolve?: Resolve; patience?: number };

/** Sends one call. Of the answer only its status is read: it could hold anything. Nobody is followed to another place. [T10] */
export async function post(call: Call, { reach, resolve, patience = PATIENCE }: Ways): Promise<Outcome> {
  const url = new URL(call.url);
  if (!mayBeCalled(url, reach)) return { ok: false, problem: "address-refused", status: null };
  try {
    const status = await statusOf(url, call, { lookup: lookupWithin(reach, resolve), patience });
    if (status >= 200 && status < 300) return { ok: true, status };
    return { ok: false, problem: status >= 300 && status < 400 ? "redirected" : "status", status };
  } catch (error) {
    const isRefused = error instanceof AddressRefused;
    return { ok: false, problem: isRefused ? "address-refused" : "no-answer", status: null };
  }
}

type Line = { lookup: ReturnType<typeof lookupWithin>; patience: number };

function statusOf(url: URL, { headers, body }: Call, { lookup, patience }: Line): Promise<number> {
  const request = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
    const length = String(Buffer.byteLength(body));
    const all = { "content-type": "application/json", "content-length": length, "user-agent": "Samsvar", ...headers };
    // No agent: a connection that is kept would be one to an address judged earlier.
    const options = { method: "POST", headers: all, lookup, signal, agent: false as const };
    const sent = request(url, options, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
