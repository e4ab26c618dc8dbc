import { randomUUID } from "node:crypto";
import { LIVE_SCHEMA } from "../../app/document-model/document";
import { CLOSE } from "../../app/document-model/wire";
import { type DocumentId, isId } from "../../db/ids";
import type { Claim } from "../document-store/shapes";
import type { Viewer } from "../identity/viewer";
import type { DocumentAccess } from "../standing/shapes";
import type { Committer } from "./committer";
import { type Admission, Connection } from "./connection";
import type { SyncDeps } from "./deps";
import type { Intake } from "./intake";
import type { Times } from "./limits";
import type { Room } from "./room";
import type { Rooms } from "./rooms";
import type { Socket } from "./socket";

/** What may change while somebody stands in the door: a verdict from before a `close` is judged again. */
export type Door = SyncDeps & {
  rooms: Rooms;
  intake: Intake;
  committer: Pick<Committer, "isFull">;
  times: Times;
  closes: number;
  isDraining: boolean;
};

/** How somebody asks to be let in, on a WebSocket or on a line over HTTP. `params`: epoch, client, nonce, schema. */
export type Knock = { cookie: string | undefined; documentId: string; params: URLSearchParams; isOwn: boolean };

type Verdict = { code: number };
type Admitted = { viewer: Viewer; access: DocumentAccess; documentId: DocumentId };
type Asked = { epoch: number; clientId: number; nonce: string };

/** Lets the socket in or closes it with a verdict; not a frame is read before the document is loaded. [I7] */
export async function admit(door: Door, socket: Socket, knock: Knock): Promise<void> {
  socket.on("error", (error) => door.log.debug({ err: error }, "a socket failed"));
  socket.pause();
  try {
    const verdict = await letIn(door, socket, knock);
    if (verdict) turnAway(socket, verdict.code);
  } catch (error) {
    door.log.error({ err: error, documentId: knock.documentId }, "a document could not be opened");
    turnAway(socket, CLOSE.tryLater);
  }
}

/** How often one knock is judged anew because something has changed while it stood in the door. */
const ROUNDS = 5;

async function letIn(door: Door, socket: Socket, knock: Knock): Promise<Verdict | null> {
  for (let round = 0; round < ROUNDS; round++) {
    const verdict = await tryToLetIn(door, socket, knock);
    if (verdict !== "again") return verdict;
  }
  return { code: CLOSE.tryLater };
}

async function tryToLetIn(door: Door, socket: Socket, knock: Knock): Promise<Verdict | null | "again"> {
  const closes = door.closes;
  const judged = await judge(door, knock);
  if ("code" in judged) return judged;
  const asked = readParams(knock.params);
  if ("code" in asked) return asked;
  const { viewer, access, documentId } = judged;
  await door.rooms.release(documentId, { ...asked, userId: viewer.id });
  // Left by its page while it waited: it must not take the claim from the one that came after it.
  if (isGone(socket)) return null;
  const claim: Claim = { clientId: asked.clientId, connectionId: randomUUID() };
  const held = await door.store.claimClient(documentId, { ...claim, userId: viewer.id, nonce: asked.nonce });
  if (!held) return { code: (await door.store.heads([documentId])).size > 0 ? CLOSE.stale : CLOSE.notFound };
  const room = await door.rooms.open(documentId);
  if (!room) return { code: CLOSE.notFound };
  // Whatever this page wrote through another node is here before it writes on. [I4]
  await room.follow(held.headSeq);
  if (room.isClosed || door.isDraining) return { code: CLOSE.drain };
  if (isGone(socket)) return null;
  if (door.closes !== closes || room.isHeld(asked.clientId)) return "again";
  if (asked.epoch !== room.epoch) return { code: CLOSE.stale };
  return enter(door, socket, room, { viewer, access, cookie: knock.cookie, claim, nonce: asked.nonce });
}

function isGone(socket: Socket): boolean {
  return socket.readyState !== socket.OPEN;
}

type Entering = Pick<Admission, "viewer" | "cookie" | "claim" | "nonce"> & { access: DocumentAccess };

function enter(door: Door, socket: Socket, room: Room, { access, ...entering }: Entering): Verdict | null {
  const place = room.placeFor(access, entering.viewer.id);
  if (!place) return { code: CLOSE.tryLater };
  const left = (connection: Connection) => door.rooms.leave(room, connection);
  const connection = new Connection(socket, { ...door, left }, { ...entering, ...place, room });
  door.rooms.enter(room, connection);
  connection.open();
  if (door.committer.isFull) connection.pause();
  else socket.resume();
  return null;
}

/** Who is it, and what may they do with that document: asked at every knock, and again every minute. */
export async function judge(
  door: Door,
  { cookie, documentId, isOwn }: Omit<Knock, "params">,
): Promise<Verdict | Admitted> {
  if (door.isDraining) return { code: CLOSE.drain };
  if (!isOwn) return { code: CLOSE.noAccess };
  if (!isId<DocumentId>(documentId)) return { code: CLOSE.notFound };
  const person = await door.viewerOf(cookie);
  if (!person) return { code: CLOSE.notSignedIn };
  const viewer = (await door.viewerAt?.(person, documentId)) ?? person;
  const access = await door.access(viewer, documentId);
  return access ? { viewer, access, documentId } : { code: CLOSE.notFound };
}

/** Without a claim nobody is let in: the page asks for one first (answer.ts). [I4] */
function readParams(params: URLSearchParams): Verdict | Asked {
  const [epoch, clientId, schema] = ["epoch", "client", "schema"].map((name) => readCount(params.get(name)));
  const nonce = params.get("nonce");
  const code = schema === undefined ? null : schemaVerdict(schema);
  if (code !== null) return { code };
  if (epoch === undefined || clientId === undefined || schema === undefined || !nonce) return { code: CLOSE.stale };
  return { epoch, clientId, nonce };
}

/** What a page of that schema is told, null when it is ours: an older one reloads, a newer one may find a newer node. [W4] */
export function schemaVerdict(schema: number): number | null {
  if (schema === LIVE_SCHEMA) return null;
  return schema < LIVE_SCHEMA ? CLOSE.oldSchema : CLOSE.tryLater;
}

function readCount(text: string | null): number | undefined {
  return text !== null && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

function turnAway(socket: Socket, code: number): void {
  socket.resume();
  socket.close(code);
}
