import * as Y from "yjs";
import { CLOSE, encode } from "../../app/document-model/wire";
import { isId } from "../../db/ids";
import type { Clock } from "../clock";
import { replay } from "../document-store";
import type { DocumentStore, Head, LoadedDocument, PendingUpdate } from "../document-store/shapes";
import type { Log } from "../log";
import type { DocumentAccess } from "../standing/shapes";
import type { Beat } from "./beat";
import type { Committer, Committing, Refused, Span } from "./committer";
import { type Inspected, inspect, type News, type Sender } from "./inspect";
import { LIMITS, type Times } from "./limits";
import type { Member, RejectCode } from "./member";
import { Outgoing } from "./outgoing";
import { Presence, type Shared } from "./presence";
import { type Entry, Queue } from "./queue";
import { repairOf } from "./repair";
import { type Lacked, State } from "./state";

export type RoomDeps = {
  store: Pick<DocumentStore, "load" | "since">;
  committer: Pick<Committer, "request">;
  beat: Beat;
  clock: Clock;
  log: Log;
  times: Times;
  /** Tells the other nodes who is here. */
  share(documentId: LoadedDocument["id"], entries: Shared[]): void;
  /** The room no longer knows what is committed: whoever comes next loads it anew. */
  discard(room: Room): void;
};

type Place = { role: DocumentAccess; why?: "room-full" };
type Judged = Exclude<Inspected, { verdict: "refused" }> | { verdict: "refused"; code: RejectCode };

/**
 * One document in memory. Its Y.Doc holds what is committed and nothing else; what is not yet waits beside it. [I1]
 * Committed updates go into it together, when somebody looks or when their frame is due: one transaction costs as much as
 * one update, and what it changes is the frame.
 */
export class Room implements Committing {
  readonly documentId: LoadedDocument["id"];
  readonly epoch: number;
  readonly isActive: boolean;
  readonly connections = new Set<Member>();
  readonly presence: Presence;
  headSeq: number;
  isClosed = false;
  isDegraded = false;
  isLarge = false;
  readonly #deps: RoomDeps;
  readonly #outgoing: Outgoing;
  readonly #queue = new Queue();
  readonly #state: State;
  readonly #doc: Y.Doc;
  /** Committed, and not in the document yet. */
  #pending: Pick<PendingUpdate, "payload" | "claim">[] = [];
  /** How far each client has come, with what waits for its commit. */
  readonly #clocks: Map<number, number>;
  #repair: NodeJS.Timeout | undefined;

  constructor(deps: RoomDeps, loaded: LoadedDocument) {
    this.#deps = deps;
    this.documentId = loaded.id;
    this.epoch = loaded.epoch;
    this.headSeq = loaded.headSeq;
    this.isActive = loaded.state === "active";
    this.#doc = loaded.doc;
    this.#clocks = Y.decodeStateVector(Y.encodeStateVector(this.#doc));
    this.#state = new State(loaded);
    this.isLarge = this.#state.sizeOf(this.#doc) > LIMITS.large;
    const share = (entries: Shared[]) => deps.share(this.documentId, entries);
    this.presence = new Presence({ ...deps, everyone: () => this.connections, share });
    this.#outgoing = new Outgoing({
      everyone: () => this.connections,
      everyMs: deps.times.broadcast,
      beat: deps.beat,
      bringUp: () => this.#bringUp(),
    });
    this.#doc.on("update", (update) => this.#outgoing.changed(update));
    this.#repairWhenQuiet();
  }

  /** All that is committed, as far as this node knows. */
  get doc(): Y.Doc {
    this.#bringUp();
    return this.#doc;
  }

  /** What a page lacks of it that knows that much, in one update or two. */
  lackedBy(stateVector: Uint8Array): Lacked {
    return this.#state.lackedBy(stateVector, this.doc);
  }

  /** As what that person comes in; null when there is no place left, or when they have taken enough of them. */
  placeFor(access: DocumentAccess, userId: string): Place | null {
    const own = [...this.connections].filter(({ viewer }) => viewer.id === userId).length;
    if (own >= LIMITS.ofOne) return null;
    const editors = [...this.connections].filter(({ role }) => role === "write").length;
    const mayWrite = access === "write" && this.isActive;
    if (mayWrite && editors < LIMITS.editors) return { role: "write" };
    if (this.connections.size - editors >= LIMITS.readers) return null;
    return mayWrite ? { role: "read", why: "room-full" } : { role: "read" };
  }

  inspect(update: Uint8Array, sender: Sender): Judged {
    // What is committed and not in the document yet is known through `waiting` and `clocks` too.
    const judged = inspect(update, { doc: this.#doc, clocks: this.#clocks, waiting: this.#queue.waiting }, sender);
    // Deletions always pass: how else could it become smaller?
    const isMore = judged.verdict === "new" && judged.structs.length > 0;
    return isMore && this.#state.sizeOf(this.#doc) > LIMITS.document ? { verdict: "refused", code: "full" } : judged;
  }

  /** Takes an update that `inspect` found new. */
  enqueue({ payload, clock, structs }: News, by: Member): void {
    const sessionId = isId(by.viewer.sessionId) ? by.viewer.sessionId : null;
    this.#clocks.set(by.claim.clientId, clock);
    const update = { payload, origin: "client" as const, userId: by.viewer.id, sessionId, claim: by.claim };
    this.#wait({ update, by }, structs);
  }

  #wait(entry: Entry, structs: News["structs"]): void {
    this.#queue.add(entry, structs);
    this.#deps.committer.request(this, entry.update.payload.byteLength);
  }

  take(most: number): PendingUpdate[] {
    return this.#queue.take(most);
  }

  get hasMore(): boolean {
    return this.#queue.hasMore;
  }

  async committed(span: Span | null, superseded: ReadonlySet<string>): Promise<void> {
    const isLeftOut = ({ by }: Entry) => by !== null && superseded.has(by.claim.connectionId);
    const appended = this.#queue.taken.filter((entry) => !isLeftOut(entry));
    const leftOut = this.#queue.taken.filter(isLeftOut);
    try {
      // Another node wrote before or between: the log since our head has our own rows among it. [I3]
      if (span?.from === this.headSeq + 1) this.#append(span, appended);
      else if (span) await this.follow(span.to);
    } catch (error) {
      // Committed, but not in our memory: a fresh load has it.
      this.#deps.log.error({ err: error, documentId: this.documentId }, "a room could not follow its log");
      this.close(CLOSE.tryLater);
    }
    for (const { by } of appended) by?.committed();
    for (const { by } of leftOut) if (by) this.#supersede(by);
    this.#queue.answered();
    this.#repairWhenQuiet();
  }

  #append(span: Span, entries: readonly Entry[]): void {
    this.headSeq = span.to;
    for (const { update } of entries) this.#pending.push(update);
    this.#outgoing.committed(new Set(entries.map(({ by }) => by)));
  }

  /** Reads what other nodes have written, to that head at least. Several may do so at once: a row is applied once. [I3] [I9] */
  async follow(headSeq: number): Promise<void> {
    if (headSeq <= this.headSeq || this.isClosed) return;
    const from = this.headSeq;
    const { updates } = await this.#deps.store.since(this.documentId, this.epoch, from);
    const news = updates.slice(this.headSeq - from);
    if (news.length === 0) return;
    this.headSeq += news.length;
    this.#pending.push(...news.map((payload) => ({ payload, claim: null })));
    this.#bringUp();
    this.#outgoing.committed([null]);
    this.#repairWhenQuiet();
  }

  /** Where the document stands in the database, whoever has brought it there. */
  async stands(head: Head | undefined): Promise<void> {
    if (!head || head.state === "deleted") this.close(CLOSE.notFound);
    else if (head.epoch !== this.epoch) this.close(CLOSE.stale);
    else if ((head.state === "active") !== this.isActive) this.close(CLOSE.drain);
    else await this.follow(head.headSeq);
  }

  #bringUp(): void {
    if (this.#pending.length === 0) return;
    const pending = this.#pending.splice(0);
    try {
      replay(
        pending.map(({ payload }) => payload),
        this.#doc,
      );
    } catch (error) {
      // Asked for by timers too: what is thrown there ends the process, and with it everybody's documents.
      this.#deps.log.error({ err: error, documentId: this.documentId }, "what is committed could not be applied");
      this.close(CLOSE.tryLater);
      return;
    }
    // Under a claim an update is its own client's alone; what the server or another node wrote may be anybody's.
    const isOurs = pending.every(({ claim }) => claim !== null);
    const clients = isOurs ? pending.map(({ claim }) => claim?.clientId ?? 0) : this.#doc.store.clients.keys();
    for (const client of new Set(clients)) this.#came(client, Y.getState(this.#doc.store, client));
    this.#state.changed(pending.map(({ payload }) => payload));
    this.#sayIfLarge();
  }

  #came(client: number, clock: number): void {
    if (clock > (this.#clocks.get(client) ?? 0)) this.#clocks.set(client, clock);
    this.#queue.waiting.forget(client, clock);
  }

  #sayIfLarge(): void {
    if (this.isLarge || this.#state.sizeOf(this.#doc) <= LIMITS.large) return;
    this.isLarge = true;
    this.#deps.log.warn({ documentId: this.documentId }, "a document has become very large");
    this.#tell(encode({ type: "state", state: "large" }));
  }

  refused(reason: Refused): void {
    const isStale = reason === "other-epoch";
    for (const { by } of this.#queue.taken) by?.reject(isStale ? "stale" : "frozen");
    // Frozen: everybody knocks again and comes back as a reader.
    this.#leave(isStale ? CLOSE.stale : CLOSE.drain);
  }

  givenUp(): void {
    this.#leave(CLOSE.tryLater);
  }

  /** What was taken is not in the log, so what waits behind it has no ground: the pages hold it all. */
  #leave(code: number): void {
    this.#queue.drop();
    this.close(code);
    this.#queue.answered();
  }

  degraded(isDegraded: boolean): void {
    if (this.isDegraded === isDegraded) return;
    this.isDegraded = isDegraded;
    this.#tell(encode({ type: "state", state: isDegraded ? "db-degraded" : "ok" }));
  }

  #tell(frame: Uint8Array): void {
    for (const member of this.connections) member.send(frame);
  }

  /** That page knocks anew: its older connection ends, and what it sent is in the log before the new one is let in. [I4] */
  async release(asked: { clientId: number; nonce: string; userId: string }): Promise<void> {
    const isSame = ({ claim, nonce, viewer }: Member) =>
      claim.clientId === asked.clientId && nonce === asked.nonce && viewer.id === asked.userId;
    for (const member of [...this.connections].filter(isSame)) {
      member.readLast();
      member.close(CLOSE.drain);
    }
    await this.#queue.settled(asked.clientId);
  }

  /** Whether somebody writes under that client id, or something written under it waits for its commit. */
  isHeld(clientId: number): boolean {
    return this.#queue.holds(clientId) || [...this.connections].some(({ claim }) => claim.clientId === clientId);
  }

  /** It has come in at another node meanwhile: what it had under way here was left out, and what it sends is not taken. */
  #supersede(member: Member): void {
    const { clientId } = member.claim;
    this.#queue.drop(member);
    this.#queue.waiting.forget(clientId);
    this.#clocks.set(clientId, Y.getState(this.doc.store, clientId));
    // The page itself may not know: a socket it had given up may have been let in late. It knocks again.
    member.close(CLOSE.drain);
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
    return this.#queue.settled();
  }

  #repairWhenQuiet(): void {
    clearTimeout(this.#repair);
    if (this.isActive && !this.isClosed) {
      this.#repair = setTimeout(() => this.#repairBlockIds(), this.#deps.times.repairQuiet);
    }
  }

  /** It changes attributes alone, so nothing can stand in what it adds. [E4] */
  #repairBlockIds(): void {
    const payload = this.#queue.isEmpty ? repairOf(this.doc) : null;
    if (!payload) return;
    this.#wait({ update: { payload, origin: "repair", userId: null, sessionId: null, claim: null }, by: null }, []);
  }
}
