// The floor: no Yjs, no checks, no memory. Each update goes to the others of its room as it came.
import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { announce, listen } from "./announce";

const rooms = new Map<string, Set<WebSocket>>();
const server = createServer((_request, response) => response.writeHead(404).end());
const sockets = new WebSocketServer({ server, perMessageDeflate: false });

sockets.on("connection", (ws, request) => {
  const path = request.url ?? "";
  const room = rooms.get(path) ?? new Set();
  rooms.set(path, room.add(ws));
  ws.on("message", (data: Buffer) => {
    if (data[0] !== 0 || data[1] !== 2) return;
    for (const other of room) if (other !== ws) other.send(data);
  });
  ws.on("error", () => ws.terminate());
  ws.on("close", () => room.delete(ws));
});

announce(await listen(server, Number(process.argv[2] ?? 0)));
