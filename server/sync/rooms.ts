import { CLOSE } from "../../app/document-model/wire";
import type { DocumentId } from "../../db/ids";
import type { DocumentStore } from "../document-store/shapes";
import type { Member } from "./member";
import type { Shared } from "./presence";
import { Room, type RoomDeps } from "./room";
import { within } from "./within";

type RoomsDeps = Omit<RoomDeps, "discard" | "store"> & {
  store: Pick<DocumentStore, "load" | "since" | "heads">;
  /** Asks the other nodes who is in that document. */
  ask(documentId: DocumentId): void;
};

/** The documents in memory. A room is loaded once, by whoever comes first; a load that fails makes no room. [I7] */
export class Rooms {
  readonly #deps: RoomsDeps;
  readonly #rooms = new Map<DocumentId, Promise<Room | null>>();
  readonly #open = new Map<DocumentId, Room>();
  /** Rooms that were closed while something waited for its commit: a fresh load must come after it. */
  readonly #leaving = new Map<DocumentId, Promise<void>>();
  readonly #unloads = new Map<Room, NodeJS.Timeout>();

  constructor(deps: RoomsDeps) {
    this.#deps = deps;
  }

  /** Null when there is no such document. */
  open(documentId: DocumentId): Promise<Room | null> {
    const found = this.#rooms.get(documentId);
    if (found) return found;
    const loading = this.#load(documentId).catch((error) => {
      if (this.#rooms.get(documentId) === loading) this.#rooms.delete(documentId);
      throw error;
    });
    this.#rooms.set(documentId, loading);
    return loading;
  }

  /** Where that page's older connection stands on this node, it ends before the new one is let in. [I4] */
  async release(documentId: DocumentId, asked: Parameters<Room["release"]>[0]): Promise<void> {
    await this.#open.get(documentId)?.release(asked);
  }

  enter(room: Room, connection: Member): void {
    clearTimeout(this.#unloads.get(room));
    this.#unloads.delete(room);
    room.connections.add(connection);
  }

  leave(room: Room, connection: Member): void {
    room.connections.delete(connection);
    room.presence.leave(connection);
    this.#unloadWhenEmpty(room);
  }

  /** Sends everybody out of the document; who knocks again meets a room loaded afresh. */
  async close(documentId: DocumentId, code: number): Promise<void> {
    const room = await this.#rooms.get(documentId)?.catch(() => null);
    room?.close(code);
  }

  closeAll(code: number): void {
    for (const room of [...this.#open.values()]) room.close(code);
    for (const timer of this.#unloads.values()) clearTimeout(timer);
  }

  /** Another node has written in that document, if we have it: not waited for. */
  followed(documentId: DocumentId, headSeq: number): void {
    const room = this.#open.get(documentId);
    if (room) this.#follow(room, () => room.follow(headSeq));
  }

  /** Another node tells who is in that document. */
  heardOf(documentId: DocumentId, shared: Shared): void {
    this.#open.get(documentId)?.presence.hear(shared);
  }

  /** Says again who is in that document. */
  announce(documentId: DocumentId): void {
    this.#open.get(documentId)?.presence.announce();
  }

  announceAll(): void {
    for (const room of this.#open.values()) room.presence.announce();
  }

  /** Compares what is in memory with what is in the database: for whatever was not heard of. [I9] */
  async compare(): Promise<void> {
    const rooms = [...this.#open.values()];
    if (rooms.length === 0) return;
    const asked = this.#deps.store.heads(rooms.map(({ documentId }) => documentId));
    const heads = await within(this.#deps.times.giveUp, "the heads", asked);
    for (const room of rooms) this.#follow(room, () => room.stands(heads.get(room.documentId)));
  }

  #follow(room: Room, follow: () => Promise<void>): void {
    follow().catch((error) => {
      this.#deps.log.error({ err: error, documentId: room.documentId }, "a room could not follow its log");
    });
  }

  *connections(): Generator<{ room: Room; connection: Member }> {
    for (const room of [...this.#open.values()])
      for (const connection of [...room.connections]) yield { room, connection };
  }

  async #load(documentId: DocumentId): Promise<Room | null> {
    await this.#leaving.get(documentId);
    const loaded = await within(this.#deps.times.giveUp, "a document", this.#deps.store.load(documentId));
    if (!loaded || loaded.state === "deleted") {
      this.#rooms.delete(documentId);
      return null;
    }
    const room = new Room({ ...this.#deps, discard: (closed) => this.#discard(closed) }, loaded);
    this.#open.set(documentId, room);
    this.#deps.ask(documentId);
    this.#unloadWhenEmpty(room);
    return room;
  }

  #discard(room: Room): void {
    const { documentId } = room;
    this.#rooms.delete(documentId);
    this.#open.delete(documentId);
    clearTimeout(this.#unloads.get(room));
    this.#unloads.delete(room);
    const left = room.settled().then(() => {
      if (this.#leaving.get(documentId) === left) this.#leaving.delete(documentId);
    });
    this.#leaving.set(documentId, left);
  }

  #unloadWhenEmpty(room: Room): void {
    if (room.connections.size > 0 || room.isClosed) return;
    clearTimeout(this.#unloads.get(room));
    const unload = () => room.connections.size === 0 && room.close(CLOSE.tryLater);
    this.#unloads.set(room, setTimeout(unload, this.#deps.times.unload).unref());
  }
}
