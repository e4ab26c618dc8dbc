import * as Y from "yjs";
import { newBlockId } from "../../app/document-model/block-id";
import { needsRepair, repairIds } from "../../app/document-model/repair";
import { CLOSE, encode } from "../../app/document-model/wire";
import { isId } from "../../db/ids";
import type { Clock } from "../clock";
import { replay } from "../document-store";
import type { DocumentStore, LoadedDocument, PendingUpdate } from "../document-store/shapes";
import type { Log } from "../log";
import type { Committer, Committing, Refused } from "./committer";
import { type Inspected, inspect } from "./inspect";
import type { Times } from "./limits";
import type { Member } from "./member";
import { Outgoing } from "./outgoing";
import { Presence } from "./presence";

export type RoomDeps = {
  store: Pick<DocumentStore, "load" | "since" | "append">;
  committer: Committer;
  clock: Clock;
  log: Log;
  times: Times;
  /** The room no longer knows what is committed: whoever comes next loads it anew. */
  discard(room: Room): void;
};

type Waiting = { update: PendingUpdate; by: Member | null; structs: News["structs"] };
type News = Pick<Extract<Inspected, { verdict: "new" }>, "clocks" | "structs">;

/** One document in memory. Its Y.Doc holds exactly what is committed; what is not yet waits beside it. [I1] */
export class Room implements Committing {
  readonly documentId: LoadedDocument["id"];
  readonly epoch: number;
  readonly isActive: boolean;
  readonly doc: Y.Doc;
  readonly connections = new Set<Member>();
  readonly presence: Presence;
  headSeq: number;
  isClosed = false;
  isDegraded = false;
  readonly #deps: RoomDeps;
  readonly #outgoing: Outgoing;
  #clocks: Map<number, number>;
  #queue: Waiting[] = [];
  #taken: Waiting[] = [];
  #settled: (() => void)[] = [];
  #repair: NodeJS.Timeout | undefined;

  constructor(deps: RoomDeps, loaded: LoadedDocument) {
    this.#deps = deps;
    this.documentId = loaded.id;
    this.epoch = loaded.epoch;
    this.headSeq = loaded.headSeq;
    this.isActive = loaded.state === "active";
    this.doc = replay(loaded.updates);
    this.#clocks = stateOf(this.doc);
    this.presence = new Presence(() => this.connections, deps.clock);
    this.#outgoing = new Outgoing(() => this.connections, deps.times.broadcast);
    this.#repairWhenQuiet();
  }

  inspect(update: Uint8Array, mayLinkAs: (center: string) => boolean): Inspected {
    const waiting = [...this.#taken, ...this.#queue].map(({ structs }) => structs);
    return inspect(update, { doc: this.doc, clocks: this.#clocks, waiting, mayLinkAs });
  }

  /** Takes an update that `inspect` found new; `clocks` is where it leads to. */
  enqueue(payload: Uint8Array, { clocks, structs }: News, by: Member | null): void {
    const sessionId = by && isId(by.viewer.sessionId) ? by.viewer.sessionId : null;
    const origin = by ? "client" : "repair";
    this.#clocks = clocks;
    this.#queue.push({ update: { payload, origin, userId: by?.viewer.id ?? null, sessionId }, by, structs });
    this.#deps.committer.request(this, payload.byteLength);
  }

  take(): PendingUpdate[] {
    this.#taken = this.#queue.splice(0);
    return this.#taken.map(({ update }) => update);
  }

  async committed(span: { from: number; to: number }): Promise<void> {
    const taken = this.#taken;
    try {
      const isAlone = span.from === this.headSeq + 1;
      const updates = isAlone ? taken.map(({ update }) => update.payload) : await this.#missed();
      if (isAlone) this.headSeq = span.to;
      this.#apply(updates);
      this.#outgoing.add(updates, new Set(isAlone ? taken.map(({ by }) => by) : [null]));
    } catch (error) {
      // Committed, but not in our memory: a fresh load has it.
      this.#deps.log.error({ err: error, documentId: this.documentId }, "a room could not follow its log");
      this.close(CLOSE.tryLater);
    }
    for (const { by } of taken) by?.committed();
    this.#repairWhenQuiet();
    this.#settle();
  }

  #apply(updates: readonly Uint8Array[]): void {
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, "committed");
    });
    for (const [client, clock] of stateOf(this.doc)) {
      if (clock > (this.#clocks.get(client) ?? 0)) this.#clocks.set(client, clock);
    }
  }

  /** Another node wrote before or between: the log since our head, our own rows among it. [I3] */
  async #missed(): Promise<Uint8Array[]> {
    const { headSeq, updates } = await this.#deps.store.since(this.documentId, this.epoch, this.headSeq);
    this.headSeq = headSeq;
    return updates;
  }

  refused(reason: Refused): void {
    const isStale = reason === "other-epoch";
    for (const { by } of this.#taken) by?.reject(isStale ? "stale" : "frozen");
    // Frozen: everybody knocks again and comes back as a reader.
    this.close(isStale ? CLOSE.stale : CLOSE.drain);
    this.#settle();
  }

  givenUp(): void {
    this.close(CLOSE.tryLater);
    this.#settle();
  }

  degraded(isDegraded: boolean): void {
    if (this.isDegraded === isDegraded) return;
    this.isDegraded = isDegraded;
    const frame = encode({ type: "state", state: isDegraded ? "db-degraded" : "ok" });
    for (const connection of this.connections) connection.send(frame);
  }

  /** Sends everybody away. What waits is still committed; the room itself is never entered again. */
  close(code: number): void {
    if (this.isClosed) return;
    this.isClosed = true;
    clearTimeout(this.#repair);
    this.presence.stop();
    this.#outgoing.stop();
    for (const connection of [...this.connections]) connection.close(code);
    this.#deps.discard(this);
  }

  /** Resolves once nothing waits for its commit. */
  settled(): Promise<void> {
    if (this.#queue.length + this.#taken.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#settled.push(resolve));
  }

  #settle(): void {
    this.#taken = [];
    if (this.#queue.length > 0) return;
    for (const resolve of this.#settled.splice(0)) resolve();
  }

  #repairWhenQuiet(): void {
    clearTimeout(this.#repair);
    if (this.isActive && !this.isClosed) {
      this.#repair = setTimeout(() => this.#repairBlockIds(), this.#deps.times.repairQuiet);
    }
  }

  /** On a copy: the room's own document changes by what is committed and by nothing else. [E4] [I1] */
  #repairBlockIds(): void {
    if (this.#queue.length + this.#taken.length > 0 || !needsRepair(this.doc)) return;
    const copy = replay([Y.encodeStateAsUpdate(this.doc)]);
    const before = Y.encodeStateVector(copy);
    repairIds(copy, newBlockId);
    const clocks = new Map([...this.#clocks, ...stateOf(copy)]);
    // A repair changes attributes alone: nothing can stand in what it adds.
    this.enqueue(Y.encodeStateAsUpdate(copy, before), { clocks, structs: [] }, null);
    copy.destroy();
  }
}

function stateOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}
