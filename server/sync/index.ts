import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { CLOSE, encode } from "../../app/document-model/wire";
import type { DocumentId } from "../../db/ids";
import { createAnswer } from "./answer";
import { Beat } from "./beat";
import { Committer } from "./committer";
import type { SyncDeps } from "./deps";
import { admit, type Door } from "./door";
import { Intake } from "./intake";
import { LIMITS, TIMES, type Times } from "./limits";
import { createLines, type Lines } from "./lines";
import { type Closing, headNews, hearNeighbours, presenceNews } from "./neighbours";
import { recheckAll, recheckEvery } from "./recheck";
import type { RoomDeps } from "./room";
import { Rooms } from "./rooms";

/** The live documents. It knows sockets, sessions and bytes; what a document is for is not its business. */
export type Sync = {
  /** Hears the other nodes from now on, and looks at its own sockets every minute. */
  start(): void;
  /** Takes the upgrade of /sync/<documentId>; false when the path is not its own. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Answers what a page asks over HTTP below /sync/; null when the path is not its own. */
  answer(request: Request): Promise<Response | null>;
  /** Rights or state have changed: all sockets of the document are closed with the code, whoever knocks is judged anew. */
  close(documentId: DocumentId, code: number): Promise<void>;
  /**
   * A page of that document has been asked for by somebody who may read it: it is brought into memory while the page is on its
   * way, and their socket finds it there. [I7]
   */
  expect(documentId: DocumentId): void;
  /** The server has written in the document, and that is committed: all who have it open are given it, on every node. */
  follow(written: { documentId: DocumentId; epoch: number; headSeq: number }): void;
  /** Somebody has signed out: the sockets of that session are closed, on every node. */
  endSession(sessionId: string): void;
  /** Commits what waits, sends everybody away and takes nobody in any more. */
  drain(): Promise<void>;
};

const PATH = /^\/sync\/([^/]+)$/;

export function createSync(deps: SyncDeps): Sync {
  const times = { ...TIMES, ...deps.times };
  const beat = new Beat(times.read);
  const ring = (heads: Parameters<typeof headNews>[0]) => deps.doorbell.ring(headNews(heads));
  const committer = new Committer({ ...deps, times, ring, told: () => beat.strike(), full });
  const share: RoomDeps["share"] = (documentId, entries) => deps.doorbell.ring(presenceNews(documentId, entries));
  const ask = (documentId: DocumentId) => deps.doorbell.ring([{ kind: "who", documentId }]);
  const rooms = new Rooms({ ...deps, committer, beat, times, share, ask });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LIMITS.payload, perMessageDeflate: false });
  const intake = new Intake(times);
  const door: Door = { ...deps, times, rooms, intake, committer, closes: 0, isDraining: false };
  const lines = createLines({ ...deps, admit: (line, knock) => admit(door, line, knock) });
  const answerClaim = createAnswer(door);
  const stops: (() => void)[] = [];

  function full(isFull: boolean): void {
    for (const { connection } of rooms.connections()) isFull ? connection.pause() : connection.resume();
  }
  async function everywhere(news: Closing): Promise<void> {
    deps.doorbell.ring([news]);
    await close(door, news);
  }

  function start(): void {
    const keepAlive = setInterval(() => keepAllAlive(door), times.keepAlive).unref();
    const closed = (news: Closing) => close(door, news);
    stops.push(() => clearInterval(keepAlive), recheckEvery(door, times.recheck));
    const deaf = () => void recheckAll(door);
    stops.push(hearNeighbours({ ...door, compareMs: times.compare, closed, deaf }));
  }

  return {
    start,
    upgrade: (request, socket, head) => upgrade(door, sockets, { request, socket, head }),
    answer: async (request) => (await lines.answer(request)) ?? answerClaim(request),
    close: (documentId, code) => everywhere({ kind: "knock", documentId, code }),
    expect: (documentId) => {
      // One that cannot be loaded is said so to whoever knocks.
      const load = () => door.isDraining || rooms.open(documentId).catch(() => null);
      setTimeout(load, times.expect).unref();
    },
    follow: ({ documentId, epoch, headSeq }) => {
      deps.doorbell.ring([{ kind: "head", documentId, epoch, headSeq }]);
      rooms.followed(documentId, headSeq);
    },
    endSession: (sessionId) => void everywhere({ kind: "session", sessionId }),
    drain: () => {
      for (const stop of stops.splice(0)) stop();
      return drain(door, { intake, committer, sockets, lines, times });
    },
  };
}

/** Who stands in the door is judged again, whoever is inside is sent out. */
async function close(door: Door, news: Closing): Promise<void> {
  door.closes += 1;
  if (news.kind === "knock") return door.rooms.close(news.documentId, news.code);
  for (const { connection } of door.rooms.connections()) {
    if (connection.viewer.sessionId === news.sessionId) connection.close(CLOSE.notSignedIn);
  }
}

type Upgrade = { request: IncomingMessage; socket: Duplex; head: Buffer };

/** The upgrade is completed and the verdict follows as a close code: a page answered with an HTTP status tries for ever. */
function upgrade(door: Door, sockets: WebSocketServer, { request, socket, head }: Upgrade): boolean {
  // Taken apart by hand: `new URL` throws on what anybody may ask for ("//"), and here a throw would end the process.
  const [path = "", query] = (request.url ?? "").split("?", 2);
  const documentId = PATH.exec(path)?.[1];
  if (documentId === undefined) return false;
  const params = new URLSearchParams(query);
  const isOwn = door.isOwnOrigin({ get: (name) => request.headers[name]?.toString() ?? null });
  const knock = { cookie: request.headers.cookie, documentId, params, isOwn };
  sockets.handleUpgrade(request, socket, head, (ws) => void admit(door, ws, knock));
  return true;
}

function keepAllAlive(door: Door): void {
  for (const { connection } of door.rooms.connections()) connection.keepAlive();
  door.rooms.announceAll();
}

type Draining = { intake: Intake; committer: Committer; sockets: WebSocketServer; lines: Lines; times: Times };

async function drain(door: Door, { intake, committer, sockets, lines, times }: Draining): Promise<void> {
  door.isDraining = true;
  const goodbye = encode({ type: "state", state: "draining" });
  for (const { connection } of door.rooms.connections()) connection.send(goodbye);
  intake.read();
  await atMost(times.drain, committer.idle());
  door.rooms.closeAll(CLOSE.drain);
  const open = [...sockets.clients];
  const gone = open.map((ws) => new Promise((resolve) => ws.once("close", resolve)));
  await atMost(1000, Promise.all([...gone, lines.closeAll(CLOSE.drain)]));
  for (const ws of open) ws.terminate();
  lines.stop();
  await atMost(times.drain, committer.idle());
}

function atMost(ms: number, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
