import * as Y from "yjs";
import { onChange } from "../changes";
import type { Session } from "../session";
import { leaving } from "./leaving";
import { holdPage } from "./page-lock";
import type { Vault, Where } from "./vault";

/** How it is with what is not saved: all of it is on this machine, or will be in a moment, or cannot be. */
export type Kept = "kept" | "keeping" | "unable";

type Parts = {
  vault: Pick<Vault, "keep" | "forget">;
  session: Session;
  documentId: string;
  where(): Where;
  hold?: typeof holdPage;
};

/** How long after a stroke it is on the machine. */
const REST = 400;
/** On a line that works, what is not saved by then is kept too. */
const PATIENCE = 1_500;
/** What is written again with each stroke is no longer than this. */
const CHUNK = 32_768;

/** Keeps on this machine what the page has written and the server has not saved, and forgets it when it has. [E30] */
export class Keeper {
  #kept: Kept = "keeping";
  #keptUpTo = 0;
  #chunk = 0;
  #open: Uint8Array | null = null;
  #client: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  #letGo: (() => void) | null = null;
  #isOver = false;
  readonly #parts: Parts;
  readonly #stops: (() => void)[];
  readonly #listeners = new Set<() => void>();

  constructor(parts: Parts) {
    this.#parts = parts;
    const { doc, connection } = parts.session;
    const changed = () => this.#later();
    this.#stops = [connection.state.subscribe(changed), onChange(doc, changed)];
    this.#later();
  }

  /** Fits `useSyncExternalStore`. */
  get = (): Kept => this.#kept;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Nothing would be lost with this page: for the moment in which it ends. */
  get isSafe(): boolean {
    return this.#kept === "kept" && this.#unkept().length === 0;
  }

  /** Without waiting for a pause; resolves when it is done, or cannot be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#work = this.#work.then(() => this.#settle()).catch(() => this.#tell("unable"));
    return this.#work;
  }

  /** What is unsaved stays kept. */
  stop(): void {
    for (const stop of this.#stops) stop();
    void this.flush().then(() => {
      this.#isOver = true;
      this.#letGo?.();
    });
  }

  #later(): void {
    const newest = this.#parts.session.connection.unsaved()?.changes.at(-1);
    if (this.#kept === "kept" && newest && newest.number > this.#keptUpTo) this.#tell("keeping");
    this.#timer ??= setTimeout(() => this.#tick(), REST);
  }

  #tick(): void {
    this.#timer = undefined;
    const { connection } = this.#parts.session;
    const oldest = connection.unsaved()?.changes[0];
    const isInTime = ["saved", "saving"].includes(connection.state.get().phase);
    if (oldest && isInTime && Date.now() - oldest.at < PATIENCE) this.#later();
    else if (oldest || this.#open) void this.flush();
  }

  #unkept() {
    const unsaved = this.#parts.session.connection.unsaved();
    return unsaved?.changes.filter(({ number }) => number > this.#keptUpTo) ?? [];
  }

  async #settle(): Promise<void> {
    const unsaved = this.#parts.session.connection.unsaved();
    if (!unsaved || this.#isOver || leaving()) return;
    if (unsaved.changes.length === 0) return this.#forget();
    const news = this.#unkept();
    const last = news.at(-1);
    if (!last) return this.#tell("kept");
    this.#tell("keeping");
    const { documentId, vault, where, hold = holdPage } = this.#parts;
    this.#client = unsaved.claim.clientID;
    this.#letGo ??= await hold(documentId, this.#client);
    if (!this.#letGo) return this.#tell("unable");
    const updates = news.map(({ update }) => update);
    const open = Y.mergeUpdates(this.#open?.length ? [this.#open, ...updates] : updates);
    await vault.keep(documentId, { claim: unsaved.claim, where: where(), chunk: this.#chunk, update: open });
    this.#keptUpTo = last.number;
    this.#open = open;
    if (open.length > CHUNK) [this.#chunk, this.#open] = [this.#chunk + 1, new Uint8Array()];
    this.#tell(this.#unkept().length === 0 ? "kept" : "keeping");
  }

  async #forget(): Promise<void> {
    if (this.#client === null || !this.#open) return;
    await this.#parts.vault.forget(this.#parts.documentId, this.#client);
    [this.#chunk, this.#open] = [0, null];
    this.#tell("keeping");
  }

  #tell(kept: Kept): void {
    if (this.#kept === kept) return;
    this.#kept = kept;
    for (const listener of [...this.#listeners]) listener();
  }
}
