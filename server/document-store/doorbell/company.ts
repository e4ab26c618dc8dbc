import type { connect } from "../../../db/client";

type Connection = ReturnType<typeof connect>["sql"];

const LISTENING = "samsvar doorbell, listening ";

/** What a node's listening connection is called in PostgreSQL: by it the nodes find each other. */
export function listenerName(nodeId: string): string {
  return LISTENING + nodeId;
}

/**
 * Whether any other node listens. One that is alone, as most are, would ring fifty times a second for nobody. Whoever
 * begins to listen greets, so being alone lasts until somebody is heard or we may have missed a greeting.
 */
export class Company {
  readonly #nodeId: string;
  /** How long it counts, in milliseconds, that others were heard, or were there when we looked. */
  readonly #lookMs: number;
  #isAlone = false;
  #lookedAt = performance.now();

  constructor(nodeId: string, lookMs = 10_000) {
    this.#nodeId = nodeId;
    this.#lookMs = lookMs;
  }

  get isAlone(): boolean {
    return this.#isAlone;
  }

  /** Somebody was heard; or we were deaf, and all begin to listen anew, each in its own time. */
  mayBeThere(): void {
    this.#isAlone = false;
    this.#lookedAt = performance.now();
  }

  /** Looks again when it is time. Who does not see even itself (a pooler may rename connections) is not called alone. */
  async look(sql: Connection): Promise<void> {
    const lookedAt = performance.now();
    if (this.#isAlone || lookedAt - this.#lookedAt < this.#lookMs) return;
    this.#lookedAt = lookedAt;
    const names = await sql<{ name: string }[]>`select application_name as name from pg_stat_activity
      where datname = current_database() and application_name like ${`${LISTENING}%`}`;
    // Whoever was heard meanwhile came after this look.
    if (this.#lookedAt !== lookedAt) return;
    this.#isAlone = names.length > 0 && names.every(({ name }) => name === listenerName(this.#nodeId));
  }
}
