import { randomBytes } from "node:crypto";
import { setIfUndefined } from "lib0/map";
import { BATCH_TYPE, decodeFrames } from "../../app/document-model/batch";
import { CLOSE } from "../../app/document-model/wire";
import type { Viewer } from "../identity/viewer";
import type { Log } from "../log";
import type { Knock } from "./door";
import { NEVER_KEPT, NOT_READ, readBody, refusal } from "./http";
import { LINE_LIMITS, LINE_TIMES, Line, type LineTimes } from "./line";
import type { Socket } from "./socket";

export type LinesDeps = {
  viewerOf(cookieHeader: string | undefined): Promise<Viewer | null>;
  /** Whether a request with these headers comes from our own pages. [D7] */
  isOwnOrigin(headers: { get(name: string): string | null }): boolean;
  /** Judges who knocks, and lets the line in or closes it with a verdict. The line is paused until it resumes it. */
  admit(line: Socket, knock: Knock): Promise<void>;
  log: Log;
  /** For tests, which do not wait half a minute. */
  lineTimes?: Partial<LineTimes>;
};

/** The lines of this node: sockets over plain HTTP, for pages whose proxy lets no WebSocket through. [W9] */
export type Lines = {
  /** Answers what is asked under /sync/<documentId>/line; null when the path is not its own. */
  answer(request: Request): Promise<Response | null>;
  /** Closes every line, after what was sent before; resolves when all have been told or are given up. */
  closeAll(code: number): Promise<void>;
  /** Opens none any more and ends what is left. */
  stop(): void;
};

type Entry = { line: Line; viewer: Viewer; cookie: string | undefined; documentId: string; bodies: number };
type State = LinesDeps & {
  times: LineTimes;
  entries: Map<string, Entry>;
  /** Each person's lines that are not over. */
  byPerson: Map<string, Set<Entry>>;
  isStopped: boolean;
};
type Asked = { request: Request; documentId: string; params: URLSearchParams };

const PATH = /^\/sync\/([^/]+)\/line(?:\/(.*))?$/;
const ON_LINE = /^([0-9a-f]{32})\/(up|down|close)$/;
const NUMBER = /^\d{1,15}$/;
/** As a lost socket: knock again. */
const LOST = 1006;

export function createLines(deps: LinesDeps): Lines {
  const times = { ...LINE_TIMES, ...deps.lineTimes };
  const state: State = { ...deps, times, entries: new Map(), byPerson: new Map(), isStopped: false };
  return {
    answer: (request) => answer(state, request),
    closeAll: (code) => closeAll(state, code),
    stop: () => {
      state.isStopped = true;
      for (const { line } of state.entries.values()) line.terminate();
    },
  };
}

async function answer(state: State, request: Request): Promise<Response | null> {
  const { pathname, searchParams: params } = new URL(request.url);
  const [isOurs, documentId = "", rest] = PATH.exec(pathname) ?? [];
  if (!isOurs) return null;
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  if (!state.isOwnOrigin(request.headers)) return refusal(403, CLOSE.noAccess);
  const asked: Asked = { request, documentId, params };
  try {
    if (rest === undefined) return await open(state, asked);
    const [, id = "", verb] = ON_LINE.exec(rest) ?? [];
    const entry = await find(state, id, asked);
    if (!entry) return refusal(404, LOST);
    if (verb === "down") return await down(state, entry, params);
    if (verb === "up") return await up(state, entry, asked);
    entry.line.terminate();
    return new Response(null, { status: 204 });
  } catch (error) {
    state.log.error({ err: error, documentId }, "a line could not be served");
    return refusal(503, CLOSE.tryLater);
  }
}

async function open(state: State, { request, documentId, params }: Asked): Promise<Response> {
  if (state.isStopped) return refusal(503, CLOSE.drain);
  const cookie = request.headers.get("cookie") ?? undefined;
  const viewer = await state.viewerOf(cookie);
  if (!viewer) return refusal(401, CLOSE.notSignedIn);
  const others = state.byPerson.get(viewer.id)?.size ?? 0;
  if (others >= LINE_LIMITS.perPerson || state.entries.size >= LINE_LIMITS.perNode) return refusal(503, CLOSE.tryLater);
  const line = new Line(state.times);
  const id = keep(state, { line, viewer, cookie, documentId, bodies: 0 });
  // Not a frame is read before the document is loaded. [I7]
  line.pause();
  letIn(state, line, { cookie, documentId, params, isOwn: true });
  return Response.json({ line: id }, { status: 201, headers: NEVER_KEPT });
}

function keep(state: State, entry: Entry): string {
  const id = randomBytes(16).toString("hex");
  const mine = state.byPerson.get(entry.viewer.id) ?? new Set();
  state.entries.set(id, entry);
  state.byPerson.set(entry.viewer.id, mine.add(entry));
  entry.line.on("close", () => {
    mine.delete(entry);
    if (mine.size === 0 && state.byPerson.get(entry.viewer.id) === mine) state.byPerson.delete(entry.viewer.id);
    // The last answer may have to be given again.
    const farewell = entry.line.bufferedAmount > 0 ? state.times.farewell : 0;
    setTimeout(() => state.entries.delete(id), farewell).unref();
  });
  return id;
}

function letIn(state: State, line: Line, knock: Knock): void {
  const admitted = state.admit(line, knock).catch((error) => {
    state.log.error({ err: error, documentId: knock.documentId }, "a document could not be opened");
    line.close(CLOSE.tryLater);
  });
  // Whoever let it in began to listen when the page had already left.
  void admitted.then(() => line.isOver && line.emit("close"));
}

/** A line is its person's: to anybody else it is not there. [D2] */
async function find(state: State, id: string, { request, documentId }: Asked): Promise<Entry | null> {
  const entry = state.entries.get(id);
  if (!entry || entry.documentId !== documentId) return null;
  const cookie = request.headers.get("cookie") ?? undefined;
  // Who comes with the very cookie it was opened with need not be looked up; the connection judges sessions again itself.
  if (cookie === entry.cookie) return entry;
  const viewer = await state.viewerOf(cookie);
  return viewer?.id === entry.viewer.id ? entry : null;
}

async function down(state: State, { line, viewer }: Entry, params: URLSearchParams): Promise<Response> {
  const after = numberIn(params, "after");
  const wait = numberIn(params, "wait");
  if (after === null || wait === null) return refusal(400, CLOSE.malformed);
  const polling = line.poll(after, wait * 1000);
  relieve(state.byPerson.get(viewer.id) ?? []);
  const batch = await polling;
  if (!batch) return refusal(404, LOST);
  return new Response(batch, { headers: { ...NEVER_KEPT, "Content-Type": BATCH_TYPE } });
}

/** Over HTTP/1.1 a browser has six connections to a host: when polls take too many, the oldest go home for a while. */
function relieve(entries: Iterable<Entry>): void {
  const bySession = new Map<string, Line[]>();
  for (const { line, viewer } of entries) {
    if (line.polledSince === null) continue;
    setIfUndefined(bySession, viewer.sessionId, (): Line[] => []).push(line);
  }
  for (const lines of bySession.values()) {
    const oldestLast = lines.sort((a, b) => (b.polledSince ?? 0) - (a.polledSince ?? 0));
    for (const line of oldestLast.slice(LINE_LIMITS.pollsPerSession)) line.endPoll(LINE_TIMES.rest);
  }
}

async function up(state: State, entry: Entry, { request, params }: Asked): Promise<Response> {
  const number = numberIn(params, "number");
  if (number === null || number === 0) return refusal(400, CLOSE.malformed);
  const { line } = entry;
  // Read only when there is room, so that a sender too fast fills his own network and not our memory.
  const hasRoom = await line.hasRoom();
  if (!hasRoom || entry.bodies >= LINE_LIMITS.bodies) return new Response(null, { status: 429, headers: NOT_READ });
  entry.bodies += 1;
  const frames = await framesIn(request, state.times.body);
  entry.bodies -= 1;
  if (frames === null) return new Response(null, { status: 408, headers: NOT_READ });
  if (typeof frames === "number") {
    line.close(frames);
    return refusal(frames === CLOSE.tooLarge ? 413 : 400, frames, NOT_READ);
  }
  return line.take(number, frames) ? new Response(null, { status: 204, headers: NEVER_KEPT }) : refusal(409, LOST);
}

/** The body's frames, or the code that says why not; null when it did not come to its end. */
async function framesIn(request: Request, ms: number): Promise<Uint8Array[] | number | null> {
  if (Number(request.headers.get("content-length") ?? 0) > LINE_LIMITS.body) return CLOSE.tooLarge;
  const body = await readBody(request, { most: LINE_LIMITS.body, ms });
  if (body === null || body === "too-large") return body && CLOSE.tooLarge;
  try {
    const frames = decodeFrames(body, LINE_LIMITS.frames + 1);
    return frames.length > LINE_LIMITS.frames ? CLOSE.tooLarge : frames;
  } catch {
    return CLOSE.malformed;
  }
}

async function closeAll({ entries }: State, code: number): Promise<void> {
  const open = [...entries.values()].filter(({ line }) => !line.isOver);
  const told = open.map(({ line }) => new Promise((resolve) => line.once("close", resolve)));
  for (const { line } of open) line.close(code);
  await Promise.all(told);
}

function numberIn(params: URLSearchParams, name: string): number | null {
  const text = params.get(name) ?? "";
  return NUMBER.test(text) ? Number(text) : null;
}
