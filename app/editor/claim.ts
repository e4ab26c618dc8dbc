import { LIVE_SCHEMA } from "../document-model/document";

/** What the server issued to this page: the client id that it, and nobody else, writes with, for its whole life. [I4] */
export type Claim = { clientID: number; nonce: string; epoch: number };

/** A verdict is one of the socket's close codes; "none" is no answer, or not now. */
export type ClaimAnswer =
  | { kind: "issued"; claim: Claim }
  | { kind: "verdict"; code: number }
  | { kind: "none"; code: number | null };

type Where = {
  /** As the socket's: ws(s)://host/sync. */
  url: string;
  documentId: string;
  fetch: typeof globalThis.fetch;
};

/** A network that swallows everything would keep the page waiting for minutes. */
const LONGEST = 10_000;

/** Close codes that end the page's knocking; a person, or a reload, has to do something first. */
export function isVerdict(code: number): boolean {
  return code >= 4400 && code < 4500;
}

/** Asks for a client id of its own for a page that will write with it. Never throws. */
export async function askForClaim({ url, documentId, fetch }: Where): Promise<ClaimAnswer> {
  try {
    const answer = await fetch(`${url.replace(/^ws/, "http")}/${documentId}/client`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ schemaVersion: LIVE_SCHEMA }),
      signal: AbortSignal.timeout(LONGEST),
    });
    return readAnswer(await answer.json());
  } catch {
    return { kind: "none", code: null };
  }
}

function readAnswer(body: { clientID?: unknown; nonce?: unknown; epoch?: unknown; code?: unknown }): ClaimAnswer {
  const { clientID, nonce, epoch, code } = body;
  if (typeof clientID === "number" && typeof nonce === "string" && typeof epoch === "number")
    return { kind: "issued", claim: { clientID, nonce, epoch } };
  if (typeof code !== "number") return { kind: "none", code: null };
  return isVerdict(code) ? { kind: "verdict", code } : { kind: "none", code };
}

/** How the socket shows what was issued. The nonce opens nothing: it counts with that person's session alone. */
export function claimParams({ clientID, nonce, epoch }: Claim): Record<string, string> {
  return { epoch: String(epoch), client: String(clientID), nonce, schema: String(LIVE_SCHEMA) };
}

/**
 * Lets a page ask while the editor's code is still on its way. The first to take it has it: each live document needs a
 * claim of its own.
 */
export class ClaimAhead {
  readonly #ask: () => Promise<ClaimAnswer>;
  #asked: Promise<ClaimAnswer> | null = null;
  #isTaken = false;

  constructor(ask: () => Promise<ClaimAnswer>) {
    this.#ask = ask;
  }

  begin(): void {
    if (!this.#isTaken) this.#asked ??= this.#ask();
  }

  take(): Promise<ClaimAnswer> | null {
    const asked = this.#isTaken ? null : this.#asked;
    this.#isTaken = true;
    return asked;
  }
}
