import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { HttpSocket } from "../../app/editor/http-socket";
import { newId } from "../../db/ids";
import type { Viewer } from "../../server/identity/viewer";
import { createLog } from "../../server/log";
import type { Knock } from "../../server/sync/door";
import type { LineTimes } from "../../server/sync/line";
import { createLines } from "../../server/sync/lines";
import type { Socket } from "../../server/sync/socket";

type Admit = (line: Socket, knock: Knock) => void;

/** Lines alone on a real HTTP server, with whoever stands behind them; the cookie is the person's name. */
export async function startLines(admit: Admit, lineTimes: Partial<LineTimes> = {}) {
  const people = new Map<string, Viewer>();
  const lines = createLines({
    viewerOf: async (cookie) => (cookie ? viewerNamed(people, cookie.split(";")[0] ?? "") : null),
    isOwnOrigin: (headers) => headers.get("origin") !== "http://foreign",
    admit: async (line, knock) => admit(line, knock),
    log: createLog("silent"),
    lineTimes,
  });
  const listener = getRequestListener(async (request) => (await lines.answer(request)) ?? new Response("other"));
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    lines.stop();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { lines, server, stop, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function viewerNamed(people: Map<string, Viewer>, name: string): Viewer {
  const municipality = { id: newId<Viewer["municipality"]["id"]>(), name: "Prøveby", isDemo: false };
  const viewer = { id: newId<Viewer["id"]>(), sessionId: newId(), name, email: "", title: "", municipality, roles: [] };
  const known = people.get(name) ?? viewer;
  people.set(name, known);
  return known;
}

/** Says back what it hears; the frame 9 is an order to close, and 8 to pause for a while. */
export function echo(line: Socket): void {
  line.on("message", (data) => {
    const frame = data as Uint8Array;
    if (frame[0] === 9) line.close(4400, "told to");
    else if (frame[0] === 8) {
      line.pause();
      setTimeout(() => line.resume(), 100);
    } else line.send(frame);
  });
  line.resume();
}

/** The page's socket, with the cookie that a browser would send; `count` hears of every request. */
export function httpSocketAs(cookie: string, count: (path: string) => void = () => {}): typeof HttpSocket {
  return class extends HttpSocket {
    constructor(...[url, protocols, given]: ConstructorParameters<typeof HttpSocket>) {
      const withCookie: typeof fetch = (address, init) => {
        count(String(address));
        return fetch(address, { ...init, headers: { ...init?.headers, cookie } });
      };
      super(url, protocols, { ...given, fetch: withCookie });
    }
  };
}
