import { connect } from "../../../db/client";
import type { Log } from "../../log";
import { listenerName } from "./company";
import { CHANNEL } from "./ring";
import { pauseAfter, within } from "./trying";

type Given = { databaseUrl: string; nodeId: string; log: Log; heard(payload: string): void; again(): void };
type Connection = ReturnType<typeof connect>["sql"];

/** How long a connection may take to be there and to listen. */
const PATIENCE_MS = 5000;

/** Silent for hours: its end must be looked for (`keep_alive`, in seconds), and age alone is none. */
const SILENT = { max: 1, fetch_types: false, connect_timeout: 5, keep_alive: 10, max_lifetime: null };

/**
 * Listens on a connection of its own, and on the next one when that is lost. Not by `sql.listen` of postgres.js: that
 * cannot be stopped while it waits to connect again, and tries a database that is just starting a hundred times a second.
 */
export class Ear {
  readonly #given: Given;
  #connection: Connection | null = null;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #isStopped = false;
  #opened = () => {};

  constructor(given: Given) {
    this.#given = given;
  }

  /** Fulfilled when it listens for the first time, or is stopped before. */
  open(): Promise<void> {
    return new Promise((resolve) => {
      this.#opened = resolve;
      void this.#listen();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    const connection = this.#connection;
    this.#connection = null;
    this.#opened();
    await connection?.end({ timeout: 1 });
  }

  async #listen(): Promise<void> {
    const { sql } = connect(this.#given.databaseUrl, {
      ...SILENT,
      connection: { application_name: listenerName(this.#given.nodeId) },
      onnotify: (channel, payload) => channel === CHANNEL && this.#safely(() => this.#given.heard(payload)),
      onclose: () => this.#lost(sql),
    });
    this.#connection = sql;
    try {
      await within(PATIENCE_MS, sql`listen ${sql(CHANNEL)}`);
    } catch (error) {
      return this.#lost(sql, error);
    }
    if (this.#connection !== sql) return;
    if (this.#failures > 0) this.#given.log.info("the doorbell is heard again");
    this.#failures = 0;
    this.#opened();
    this.#safely(this.#given.again);
  }

  /** Comes twice when it was lost before it listened: once by the connection, once by what was asked on it. */
  #lost(connection: Connection, error?: unknown): void {
    if (this.#connection !== connection) return;
    this.#connection = null;
    void connection.end({ timeout: 0 });
    if (this.#failures === 0)
      this.#given.log.warn({ err: error }, "the doorbell is not heard: the connection was lost");
    this.#timer = setTimeout(() => void this.#listen(), pauseAfter(this.#failures));
    this.#failures += 1;
  }

  /** We are called from inside the connection, which would swallow a fault. */
  #safely(act: () => void): void {
    if (this.#isStopped) return;
    try {
      act();
    } catch (error) {
      this.#given.log.error({ err: error }, "what was heard on the doorbell could not be passed on");
    }
  }
}
