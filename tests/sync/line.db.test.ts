import { expect, test } from "vitest";
import * as Y from "yjs";
import { chooseSocket } from "../../app/editor/choose-socket";
import { createConnection } from "../../app/editor/connection";
import type { DocumentId } from "../../db/ids";
import { plainText, writeParagraph } from "./document";
import { httpSocketAs } from "./line-server";
import { type Fate, startProxy } from "./proxy";
import { seeded } from "./random";
import { waitFor } from "./raw";
import { fetchAs, socketAs } from "./server";
import { type Page, phase, syncWorld } from "./world";

const world = syncWorld();

/** Behind the proxy a page chooses by itself: its WebSockets are turned away there, so it ends on a line. */
function pageBehind(proxy: { url: string }, documentId: DocumentId, cookie: string): Page {
  const doc = new Y.Doc();
  const Chosen = chooseSocket({
    WebSocket: socketAs(cookie),
    HttpSocket: httpSocketAs(cookie),
    reaches: (server) => fetch(server).then(({ ok }) => ok, () => false), // biome-ignore format: one line
    storage: null,
  });
  const url = `${proxy.url.replace("http", "ws")}/sync`;
  const connection = createConnection({ url, documentId, doc, WebSocketPolyfill: Chosen, fetch: fetchAs(cookie) });
  const close = () => {
    connection.destroy();
    doc.destroy();
  };
  world.afterwards(close);
  return { doc, connection, close };
}

async function proxyTo(server: { port: number }, options: Parameters<typeof startProxy>[1] = {}) {
  const proxy = await startProxy(`http://127.0.0.1:${server.port}`, options);
  world.afterwards(proxy.stop);
  return proxy;
}

function allSaved(...pages: Page[]): Promise<boolean> {
  return waitFor(() => pages.every((page) => phase(page) === "saved"), undefined, 25_000);
}

test("[W9] a page whose proxy knows no WebSocket chooses a line by itself, and writes with one that has a WebSocket", async () => {
  const server = await world.serve();
  const proxy = await proxyTo(server);
  const { id } = await world.document();
  const anna = world.page(server, id, "Anna Berg");
  const bo = pageBehind(proxy, id, "Bo Dam");
  await allSaved(anna, bo);
  expect(proxy.counts.upgrades).toBe(2);
  for (let turn = 0; turn < 10; turn += 1) {
    writeParagraph(anna.doc, `anna-${turn}`, `Anna ${turn}`);
    writeParagraph(bo.doc, `bobo-${turn}`, `Bo ${turn}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(bo.connection.hasUnsaved()).toBe(true);
  await allSaved(anna, bo);
  await waitFor(() => plainText(anna.doc) === plainText(bo.doc));
  expect(plainText(bo.doc).split("\n")).toHaveLength(21);
  expect(await world.committed(id)).toBe(plainText(bo.doc));
  expect(proxy.counts.upgrades).toBe(2);
});

test("[W9] [P1] who is on a line is seen with the server's name, sees the others, and is gone when the page is", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const anna = world.page(server, id, "Anna Berg");
  const bo = pageBehind(await proxyTo(server), id, "Bo Dam");
  await allSaved(anna, bo);
  const seen = (page: Page) =>
    [...page.connection.awareness.getStates().values()].map((state) => (state["user"] as { name?: string })?.name);
  for (const page of [anna, bo]) page.connection.awareness.setLocalStateField("user", { name: "En anden" });
  await waitFor(() => seen(anna).includes("Bo Dam") && seen(bo).includes("Anna Berg"));
  bo.close();
  await waitFor(() => !seen(anna).includes("Bo Dam"));
});

test("[W9] [I2] while requests and answers get lost and connections are cut, nothing that was written is", async () => {
  const server = await world.serve();
  const random = seeded(11);
  const fates: Fate[] = ["pass", "pass", "pass", "pass", "pass", "lose-request", "lose-answer"];
  const fate = (path: string): Fate => (/(up|down)\?/.test(path) ? random.oneOf(fates) : "pass");
  const proxy = await proxyTo(server, { fate });
  const { id } = await world.document();
  const pages = ["Anna Berg", "Bo Dam"].map((name) => pageBehind(proxy, id, name));
  await allSaved(...pages);
  for (let turn = 0; turn < 25; turn += 1) {
    for (const [index, { doc }] of pages.entries())
      writeParagraph(doc, `page-${index}-${turn}`, `Fra ${index}: ${turn}`);
    if (turn % 10 === 9) proxy.cut();
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await allSaved(...pages);
  const [anna, bo] = pages;
  await waitFor(() => anna && bo && plainText(anna.doc) === plainText(bo.doc));
  const written = plainText(anna?.doc ?? new Y.Doc()).split("\n");
  expect(written).toHaveLength(51);
  expect(new Set(written).size).toBe(51);
  expect(await world.committed(id)).toBe(written.join("\n"));
  expect(proxy.counts.lost).toBeGreaterThan(3);
});

test("[W9] [B2] the server drains and another takes its port: the page on a line goes on, and all is saved", async () => {
  const first = await world.serve();
  const proxy = await proxyTo(first);
  const { id } = await world.document();
  const bo = pageBehind(proxy, id, "Bo Dam");
  await allSaved(bo);
  writeParagraph(bo.doc, "bobo-1", "Før");
  await first.stop();
  writeParagraph(bo.doc, "bobo-2", "Imens");
  await world.serve({ port: first.port });
  await allSaved(bo);
  expect(await world.committed(id)).toBe("Indledning\nFør\nImens");
});

test("[W9] verdicts reach a page on a line as they reach any other: rights that shrink, and sessions that end", async () => {
  const server = await world.serve();
  const proxy = await proxyTo(server);
  const { id } = await world.document();
  const [anna, bo, reader] = ["Anna Berg", "Bo Dam", "Rie Lund"].map((name) => pageBehind(proxy, id, name));
  if (!anna || !bo || !reader) throw new Error("Expected three pages.");
  await allSaved(anna, bo);
  await waitFor(() => phase(reader) === "read-only");

  server.rights.set("Bo Dam", "read");
  await server.sync.close(id, 1012);
  await waitFor(() => phase(bo) === "read-only");

  server.rights.delete("Anna Berg");
  server.sync.endSession(server.viewer("Anna Berg").sessionId);
  await waitFor(() => phase(anna) === "refused");
  expect(anna.connection.state.get().code).toBe(4401);
});

test("[W9] [I4] a page that changes from a WebSocket to a line is one page: its first socket is superseded", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const doc = new Y.Doc();
  const sockets = [socketAs("Bo Dam"), httpSocketAs("Bo Dam") as unknown as typeof WebSocket];
  let way = 0;
  function Chosen(url: string) {
    return new (sockets[way] ?? WebSocket)(url);
  }
  const connection = createConnection({
    url: server.url,
    documentId: id,
    doc,
    WebSocketPolyfill: Chosen as unknown as typeof WebSocket,
    fetch: fetchAs("Bo Dam"),
  });
  const bo = { doc, connection, close: () => connection.destroy() };
  world.afterwards(bo.close);
  await allSaved(bo);
  writeParagraph(doc, "bobo-1", "Ad den ene vej");
  way = 1;
  connection.retry();
  await allSaved(bo);
  writeParagraph(doc, "bobo-2", "og den anden");
  await allSaved(bo);
  expect(await world.committed(id)).toBe("Indledning\nAd den ene vej\nog den anden");
});
