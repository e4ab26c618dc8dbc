import { connect } from "../../../db/client";
import type { Log } from "../../log";
import type { Company } from "./company";
import { CHANNEL, Gathered, type Word, writeRings } from "./ring";
import { pauseAfter, within } from "./trying";

type Given = { databaseUrl: string; nodeId: string; log: Log; company: Company };
type Connection = ReturnType<typeof connect>["sql"];

/** News that come within this time of each other are rung together. */
const GATHER_MS = 20;
/** How long one ring may take. A connection whose other end is gone without a word answers never. */
const PATIENCE_MS = 5000;
/** How long news that could not be rung are kept. By then every node has compared heads many times. */
const KEEP_MS = 30_000;
const LAST_MS = 1000;

/** Rings on a connection of its own: NOTIFY in a transaction that writes would make all writers queue behind each other. */
export class Bell {
  readonly #given: Given;
  readonly #waiting = new Gathered();
  #connection: Connection | null = null;
  #timer: NodeJS.Timeout | undefined;
  #ringing: Promise<void> | null = null;
  #rungAt = Number.NEGATIVE_INFINITY;
  #failures = 0;
  #failingSince = 0;
  #isStopped = false;

  constructor(given: Given) {
    this.#given = given;
  }

  ring(words: readonly Word[]): void {
    const worth = this.#given.company.isAlone ? words.filter(isRare) : words;
    if (this.#isStopped || worth.length === 0) return;
    this.#waiting.add(worth);
    this.#plan();
  }

  /** The database is there: what could not be rung is rung now. */
  greet(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.add([{ kind: "hello" }]);
    this.#plan(0);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    if (this.#failures === 0) await within(LAST_MS, this.#ringLast()).catch(() => {});
    const connection = this.#connection;
    this.#connection = null;
    await connection?.end({ timeout: 1 });
  }

  async #ringLast(): Promise<void> {
    await this.#ringing;
    await this.#ringAll();
  }

  /** The first of some news is rung at once, what comes right after it a little later, and one ring at a time. */
  #plan(wait = this.#pause()): void {
    if (this.#timer || this.#ringing || this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#rungAt = performance.now();
      this.#ringing = this.#ringAll().finally(() => {
        this.#ringing = null;
        if (!this.#waiting.isEmpty) this.#plan();
      });
    }, wait);
  }

  #pause(): number {
    return this.#failures > 0 ? pauseAfter(this.#failures) : Math.max(this.#rungAt + GATHER_MS - performance.now(), 0);
  }

  async #ringAll(): Promise<void> {
    const words = this.#waiting.takeAll();
    if (words.length === 0) return;
    this.#connection ??= this.#connect();
    const sql = this.#connection;
    try {
      await within(PATIENCE_MS, this.#say(sql, words));
      this.#rang();
    } catch (error) {
      this.#failed(sql, words, error);
    }
  }

  async #say(sql: Connection, words: Word[]): Promise<void> {
    const { nodeId, company } = this.#given;
    await company.look(sql);
    const rings = writeRings(nodeId, company.isAlone ? words.filter(isRare) : words);
    await Promise.all(rings.map((payload) => sql`select pg_notify(${CHANNEL}, ${payload})`));
  }

  #connect(): Connection {
    // A ring need not survive a crash, so its commit does not wait for the disk.
    const connection = { application_name: "samsvar doorbell, ringing", synchronous_commit: "off" };
    return connect(this.#given.databaseUrl, { max: 1, fetch_types: false, connect_timeout: 5, connection }).sql;
  }

  #rang(): void {
    if (this.#failures > 0) this.#given.log.info("the doorbell rings again");
    this.#failures = 0;
  }

  /** What could not be rung is tried again with what has come meanwhile, for a while. Said once, not for every ring. */
  #failed(connection: Connection, words: Word[], error: unknown): void {
    if (this.#connection === connection) this.#connection = null;
    void connection.end({ timeout: 0 });
    if (this.#failures === 0) {
      this.#failingSince = performance.now();
      this.#given.log.warn({ err: error }, "the doorbell could not be rung; the other nodes compare heads");
    }
    this.#failures += 1;
    if (performance.now() - this.#failingSince >= KEEP_MS) return;
    const newer = this.#waiting.takeAll();
    this.#waiting.add([...words, ...newer]);
  }
}

/** Heads and presence are rung all the time; whoever comes compares the heads and asks who is there. */
function isRare({ kind }: Word): boolean {
  return kind === "knock" || kind === "session" || kind === "hello";
}
