import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { CLOSE, encode } from "../../app/document-model/wire";
import { type DocumentId, isId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import type { DocumentAccess } from "../standing/shapes";
import { Committer } from "./committer";
import { Connection } from "./connection";
import type { SyncDeps } from "./deps";
import { LIMITS, TIMES, type Times } from "./limits";
import type { Member } from "./member";
import { Rooms } from "./rooms";

/** The live documents. It knows sockets, sessions and bytes; what a document is for is not its business. */
export type Sync = {
  /** Takes the upgrade of /sync/<documentId>; false when the path is not its own. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Rights or state have changed: all sockets of the document are closed with the code, whoever knocks is judged anew. */
  close(documentId: DocumentId, code: number): Promise<void>;
  /** Commits what waits, sends everybody away and takes nobody in any more. */
  drain(): Promise<void>;
};

type Doorway = SyncDeps & { sockets: WebSocketServer; committer: Committer; rooms: Rooms; times: Times };

/** What may change while somebody stands in the door: a verdict from before a `close` is judged again. */
type Door = Doorway & { closes: number; isDraining: boolean };

type Knock = { cookie: string | undefined; documentId: string; epoch: string | null; isOwn: boolean };
type Verdict = { code: number } | { viewer: Viewer; access: DocumentAccess };

const PATH = /^\/sync\/([^/]+)$/;

export function createSync(deps: SyncDeps): Sync {
  const times = { ...TIMES, ...deps.times };
  const committer = new Committer({ ...deps, times });
  const rooms = new Rooms({ ...deps, committer, times });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.payload, perMessageDeflate: false });
  const door: Door = { ...deps, times, committer, rooms, sockets, closes: 0, isDraining: false };
  const keepAlive = setInterval(() => keepAllAlive(door), times.keepAlive).unref();
  const stopRechecks = recheckEvery(door);
  return {
    upgrade: (request, socket, head) => upgrade(door, request, socket, head),
    close: (documentId, code) => {
      door.closes += 1;
      return rooms.close(documentId, code);
    },
    drain: () => {
      clearInterval(keepAlive);
      stopRechecks();
      return drain(door);
    },
  };
}

/** The upgrade is completed and the verdict follows as a close code: a page answered with an HTTP status tries for ever. */
function upgrade(door: Door, request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
  // Taken apart by hand: `new URL` throws on what anybody may ask for ("//"), and here a throw would end the process.
  const [path = "", query] = (request.url ?? "").split("?", 2);
  const documentId = PATH.exec(path)?.[1];
  if (documentId === undefined) return false;
  const epoch = new URLSearchParams(query).get("epoch");
  const knock: Knock = { cookie: request.headers.cookie, documentId, epoch, isOwn: door.isOwnOrigin(request) };
  door.sockets.handleUpgrade(request, socket, head, (ws) => {
    ws.on("error", (error) => door.log.debug({ err: error }, "a socket failed"));
    // Not a frame is read before the document is loaded. [I7]
    ws.pause();
    admit(door, ws, knock).catch((error) => {
      door.log.error({ err: error, documentId }, "a document could not be opened");
      turnAway(ws, CLOSE.tryLater);
    });
  });
  return true;
}

async function admit(door: Door, ws: WebSocket, knock: Knock): Promise<void> {
  if (door.isDraining) return turnAway(ws, CLOSE.drain);
  if (!knock.isOwn) return turnAway(ws, CLOSE.noAccess);
  const { documentId, cookie, epoch } = knock;
  if (!isId<DocumentId>(documentId)) return turnAway(ws, CLOSE.notFound);
  const closes = door.closes;
  const verdict = await judge(door, cookie, documentId);
  if ("code" in verdict) return turnAway(ws, verdict.code);
  const room = await door.rooms.open(documentId);
  if (!room) return turnAway(ws, CLOSE.notFound);
  if (room.isClosed || door.isDraining) return turnAway(ws, CLOSE.drain);
  if (door.closes !== closes) return admit(door, ws, knock);
  if (epoch !== null && epoch !== String(room.epoch)) return turnAway(ws, CLOSE.stale);
  const connection = new Connection(ws, { ...door, ...verdict, cookie, room });
  ws.on("close", () => door.rooms.leave(room, connection));
  door.rooms.enter(room, connection);
  connection.open();
  ws.resume();
}

async function judge(door: Door, cookie: string | undefined, documentId: DocumentId): Promise<Verdict> {
  const viewer = await door.viewerOf(cookie);
  if (!viewer) return { code: CLOSE.notSignedIn };
  const access = await door.access(viewer, documentId);
  return access ? { viewer, access } : { code: CLOSE.notFound };
}

function turnAway(ws: WebSocket, code: number): void {
  ws.resume();
  ws.close(code);
}

function keepAllAlive(door: Door): void {
  for (const { connection } of door.rooms.connections()) connection.keepAlive();
}

/** Sessions end and rights change without anybody telling us: every socket is judged again each minute. */
function recheckEvery(door: Door): () => void {
  let timer: NodeJS.Timeout;
  const round = async () => {
    for (const { room, connection } of door.rooms.connections()) {
      await recheck(door, room.documentId, connection).catch((error) => {
        door.log.error({ err: error }, "a session could not be checked again");
      });
    }
    timer = setTimeout(round, door.times.recheck).unref();
  };
  timer = setTimeout(round, door.times.recheck).unref();
  return () => clearTimeout(timer);
}

async function recheck(door: Door, documentId: DocumentId, connection: Member): Promise<void> {
  const verdict = await judge(door, connection.cookie, documentId);
  if ("code" in verdict) return connection.close(verdict.code === CLOSE.notSignedIn ? verdict.code : CLOSE.noAccess);
  connection.viewer = verdict.viewer;
  if (connection.role === "write" && verdict.access === "read") connection.close(CLOSE.noAccess);
}

async function drain(door: Door): Promise<void> {
  door.isDraining = true;
  const goodbye = encode({ type: "state", state: "draining" });
  for (const { connection } of door.rooms.connections()) connection.send(goodbye);
  await atMost(door.times.drain, door.committer.idle());
  door.rooms.closeAll(CLOSE.drain);
  const sockets = [...door.sockets.clients];
  const gone = sockets.map((ws) => new Promise((resolve) => ws.once("close", resolve)));
  await atMost(1000, Promise.all(gone));
  for (const ws of sockets) ws.terminate();
  await atMost(door.times.drain, door.committer.idle());
}

function atMost(ms: number, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
