import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** What becomes of a request: passed on, lost before it arrives, or carried out while its answer is lost. */
export type Fate = "pass" | "lose-request" | "lose-answer";

type Options = {
  fate?(path: string): Fate;
  /** Milliseconds after which it gives up on a server that has not answered, with 504 and a page of its own. */
  patience?: number;
};

/**
 * A proxy as offices have them: it knows no WebSocket, and hands an answer on only when it has all of it. It can also lose
 * what passes through it.
 */
export async function startProxy(target: string, options: Options = {}) {
  const { hostname, port } = new URL(target);
  const counts = { requests: 0, upgrades: 0, lost: 0 };
  const open = new Set<Socket>();
  const state = { isDown: false };
  const server = createServer((incoming, outgoing) => {
    counts.requests += 1;
    const fate = state.isDown ? "lose-request" : (options.fate?.(incoming.url ?? "") ?? "pass");
    if (fate !== "pass") counts.lost += 1;
    if (fate === "lose-request") incoming.socket.destroy();
    else
      forward({ hostname, port }, { incoming, outgoing, patience: options.patience, isLost: fate === "lose-answer" });
  });
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  server.on("upgrade", (_incoming, socket) => {
    counts.upgrades += 1;
    socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  /** Ends every connection through it, in the middle of whatever it was about. */
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, counts, cut, state, stop };
}

type Passing = { incoming: IncomingMessage; outgoing: ServerResponse; patience: number | undefined; isLost: boolean };

function forward(to: { hostname: string; port: string }, { incoming, outgoing, patience, isLost }: Passing): void {
  const { method, url: path, headers } = incoming;
  const onward = request({ ...to, method, path, headers, agent: false }, (answer) => {
    const parts: Buffer[] = [];
    answer.on("data", (part: Buffer) => parts.push(part));
    answer.on("error", () => incoming.socket.destroy());
    answer.on("end", () => {
      clearTimeout(timer);
      if (isLost) incoming.socket.destroy();
      else if (!outgoing.headersSent)
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(parts));
    });
  });
  const giveUp = () => {
    if (!outgoing.headersSent) outgoing.writeHead(504, { "Content-Type": "text/html" }).end("<h1>Gateway Timeout</h1>");
    onward.destroy();
  };
  const timer = patience ? setTimeout(giveUp, patience) : undefined;
  onward.on("error", () => incoming.socket.destroy());
  outgoing.on("close", () => {
    clearTimeout(timer);
    onward.destroy();
  });
  incoming.pipe(onward);
}
