// What y-websocket's own server does: a Y.Doc per room in memory, each update applied, then sent to each other socket.
import { createServer } from "node:http";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type WebSocket, WebSocketServer } from "ws";
import { readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { announce, listen } from "./announce";

type Room = { doc: Y.Doc; sockets: Set<WebSocket> };

const SYNC = 0;
const rooms = new Map<string, Room>();
const server = createServer((_request, response) => response.writeHead(404).end());
const everybody = new WebSocketServer({ server, perMessageDeflate: false });

everybody.on("connection", (ws, request) => {
  const room = roomAt(request.url ?? "");
  room.sockets.add(ws);
  ws.on("message", (data: Buffer) => receive(room, ws, data));
  ws.on("error", () => ws.terminate());
  ws.on("close", () => room.sockets.delete(ws));
  ws.send(frameWith((encoder) => writeSyncStep1(encoder, room.doc)));
});

announce(await listen(server, Number(process.argv[2] ?? 0)));

function roomAt(path: string): Room {
  const found = rooms.get(path);
  if (found) return found;
  const room: Room = { doc: new Y.Doc(), sockets: new Set() };
  room.doc.on("update", (update: Uint8Array, origin: unknown) => {
    const frame = frameWith((encoder) => writeUpdate(encoder, update));
    for (const ws of room.sockets) if (ws !== origin && ws.readyState === ws.OPEN) ws.send(frame);
  });
  rooms.set(path, room);
  return room;
}

function receive({ doc }: Room, ws: WebSocket, data: Buffer): void {
  const decoder = decoding.createDecoder(data);
  if (decoding.readVarUint(decoder) !== SYNC) return;
  const answer = encoding.createEncoder();
  encoding.writeVarUint(answer, SYNC);
  readSyncMessage(decoder, answer, doc, ws);
  if (encoding.length(answer) > 1) ws.send(encoding.toUint8Array(answer));
}

function frameWith(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
