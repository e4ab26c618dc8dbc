import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { createConnection } from "../../app/editor/connection";
import type { DocumentId, MunicipalityId, UserId } from "../../db/ids";
import type { Viewer } from "../../server/identity/viewer";
import { createLog } from "../../server/log";
import { sha256 } from "../../server/sha256";
import { createSync } from "../../server/sync";
import type { SyncDeps } from "../../server/sync/deps";

/** Who may do what: a person's name → access. A name that is not here is not signed in. */
export type Rights = Map<string, "write" | "read" | null>;

/** Nobody else is on the database. */
const ALONE: SyncDeps["doorbell"] = { ring: () => {}, listen: async () => {} };

type Options = Partial<Pick<SyncDeps, "store" | "times" | "mayLinkAs" | "doorbell">> & {
  rights?: Rights;
  port?: number;
};

/** A tiny server around the real sync door; the cookie is the person's name. */
export async function startSync(options: Options & Pick<SyncDeps, "store">) {
  const { rights = new Map(), port = 0, ...deps } = options;
  const sync = createSync({
    access: async ({ name }) => rights.get(name) ?? null,
    mayLinkAs: () => true,
    doorbell: ALONE,
    ...deps,
    // Tests ask again and again to know that something has been dealt with.
    times: { synchronise: 0, ...deps.times },
    viewerOf: async (cookie) => (cookie && rights.has(cookie) ? viewerNamed(cookie) : null),
    isOwnOrigin: (headers) => [null, "http://own"].includes(headers.get("origin")),
    log: createLog("silent"),
    clock: { now: () => new Date() },
  });
  sync.start();
  const answer = async (request: Request) => (await sync.answer(request)) ?? new Response("ok");
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  server.on("upgrade", (request, socket, head) => {
    if (!sync.upgrade(request, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  const stop = async () => {
    await sync.drain();
    const closed = new Promise((resolve) => server.close(resolve));
    // A line that has come in and never asked anything would hold it up for a minute.
    server.closeAllConnections();
    await closed;
  };
  return { sync, rights, viewer: viewerNamed, stop, port: address.port, url: `ws://127.0.0.1:${address.port}/sync` };
}

/** The same on every node, and after a restart. */
export function viewerNamed(name: string): Viewer {
  return {
    id: idFor<UserId>(name),
    sessionId: idFor(`${name}'s session`),
    name,
    email: "",
    title: "",
    municipality: { id: idFor<MunicipalityId>("Prøveby"), name: "Prøveby", isDemo: false },
    roles: [],
  };
}

function idFor<Id extends string>(name: string): Id {
  const hash = sha256(name);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-") as Id;
}

/** A socket that sends the cookie, as a browser would. */
export function socketAs(cookie: string, origin?: string): typeof globalThis.WebSocket {
  class WithCookie extends WebSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols, { headers: { cookie, ...(origin ? { origin } : {}) } });
    }
  }
  // The same interface, without the browser's event target.
  return WithCookie as unknown as typeof globalThis.WebSocket;
}

/** Asks over HTTP with the cookie. */
export function fetchAs(cookie: string): typeof fetch {
  return (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set("cookie", cookie);
    return fetch(address, { ...init, headers });
  };
}

/** A page of that person: a document and the page's own connection. */
export function openPage(url: string, documentId: DocumentId, cookie: string) {
  const doc = new Y.Doc();
  const sockets = { WebSocketPolyfill: socketAs(cookie), fetch: fetchAs(cookie) };
  const connection = createConnection({ url, documentId, doc, ...sockets });
  const close = () => {
    connection.destroy();
    doc.destroy();
  };
  return { doc, connection, close };
}
