import type { WebsocketProvider } from "y-websocket";
import { type Claim, type ClaimAnswer, claimParams } from "./claim";

type Parts = {
  provider: Pick<WebsocketProvider, "connect"> & { params: Record<string, string> };
  ask: () => Promise<ClaimAnswer>;
  /** Before the socket is opened: from here on the page writes with that client id. */
  claimed(claim: Claim): void;
  refused(code: number): void;
  /** No claim this time; it is asked for again. `code` when the server itself said "not now". */
  failed(code: number | null): void;
};

const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;

/** The way in: a claim over HTTP, once for the page's life, then the socket. Tried again by itself until a verdict. [I4] */
export class Opening {
  readonly #parts: Parts;
  #claim: Claim | null = null;
  #isAsking = false;
  #isOver = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get claim(): Claim | null {
    return this.#claim;
  }

  /** Goes on from where it stands; harmless when it is already on its way. */
  begin(): void {
    clearTimeout(this.#timer);
    if (this.#isOver) return;
    if (this.#claim) this.#parts.provider.connect();
    else if (!this.#isAsking) void this.#ask();
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    const answer = await this.#parts.ask();
    this.#isAsking = false;
    if (this.#isOver) return;
    switch (answer.kind) {
      case "verdict":
        this.#parts.refused(answer.code);
        break;
      case "none":
        this.#parts.failed(answer.code);
        this.#later();
        break;
      case "issued":
        this.#claim = answer.claim;
        this.#parts.provider.params = claimParams(answer.claim);
        this.#parts.claimed(answer.claim);
        this.#parts.provider.connect();
    }
  }

  /** Not all pages at the same moment: they were all turned away at one. */
  #later(): void {
    const pause = Math.min(FIRST_PAUSE * 2 ** this.#failures, LONGEST_PAUSE);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.begin(), pause * (0.5 + Math.random()));
  }
}
