import { type Agent, type IncomingMessage, request as plain } from "node:http";
import { request as secure } from "node:https";
import { CaseSystemError } from "../port";

export type Question = {
  method: string;
  /** Absolute, or below the caller's base. */
  url: string | URL;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
};

export type Answer = {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  bytes: Buffer;
  /** "PUT /a/b gave 423": for the log. Holds neither body nor header, for those hold secrets and texts. */
  said: string;
};

export type Caller = (question: Question) => Promise<Answer>;

type Options = {
  /** For the whole of one question and its answer. */
  timeoutMs?: number;
  /** A connection kept for several questions: some systems sign in connections and not questions. */
  agent?: Agent;
};

const LONGEST_ANSWER = 300 * 1024 * 1024;
const PATIENCE = 60_000;

/**
 * Asks another system over HTTP. Follows nowhere: a redirect would take our secrets along. Only what the line did is an
 * error here; what the answer means is for whoever asked.
 */
export function createCaller(options: Options = {}): Caller {
  return (question) => ask(options, question);
}

function ask({ timeoutMs = PATIENCE, agent }: Options, { method, url, headers, body }: Question): Promise<Answer> {
  const address = new URL(url);
  const what = `${method} ${address.pathname}`;
  return new Promise((resolve, reject) => {
    const request = (address.protocol === "https:" ? secure : plain)(address, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }) },
      ...(agent ? { agent } : {}),
    });
    const timer = setTimeout(() => request.destroy(new Error("no answer in time")), timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      reject(asTrouble(error, what));
    };
    request.on("error", fail);
    request.on("response", (response) => {
      bytesOf(response).then((bytes) => {
        clearTimeout(timer);
        const status = response.statusCode ?? 0;
        resolve({ status, headers: response.headers, bytes, said: `${what} gave ${status}` });
      }, fail);
    });
    request.end(body);
  });
}

async function bytesOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new Error("the answer is too long");
    chunks.push(chunk);
  }
  // A line that was cut ends the answer too, with less than was promised.
  if (!response.complete) throw new Error("the answer was cut short");
  return Buffer.concat(chunks);
}

/** Certificates that do not hold have these codes in Node. */
const NOT_THE_SERVER = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT|ERR_SSL_)/;

function asTrouble(error: Error, what: string): CaseSystemError {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const kind = NOT_THE_SERVER.test(code) ? "not_the_server" : "unavailable";
  return new CaseSystemError(kind, `${what}: ${code || error.message}`, { cause: error });
}
