// `npm run bench:line`: what a line over plain HTTP costs beside a WebSocket. Prints a table, asserts nothing.
import { connect as connectTo, createServer, type Socket } from "node:net";
import { cpus, loadavg } from "node:os";
import * as Y from "yjs";
import { createConnection } from "../../app/editor/connection";
import { connect } from "../../db/client";
import type { DocumentId } from "../../db/ids";
import { migrate } from "../../db/migrate";
import { createJobs } from "../../server/jobs";
import { createLog } from "../../server/log";
import { caretAt, documentWith, storeOn } from "../sync/document";
import { httpSocketAs } from "../sync/line-server";
import { waitFor } from "../sync/raw";
import { fetchAs, socketAs, startSync } from "../sync/server";
import { temporaryCluster } from "../world/cluster";

const KEYS = Number(process.argv[2] ?? 150);
const IDLE_SECONDS = 45;

type Page = { doc: Y.Doc; connection: ReturnType<typeof createConnection>; requests: Record<string, number> };

const cluster = await temporaryCluster();
await migrate(cluster.url, { after: createJobs({ databaseUrl: cluster.url, log: createLog("error") }).migrate });
const { db, sql } = connect(cluster.url, { max: 3 });
const store = storeOn({ db, url: cluster.url }, "bench");
const rights = new Map([["Anna", "write" as const], ["Bo", "write" as const]]); // biome-ignore format: one line
const server = await startSync({ store, rights });
const loadBefore = load();
const rows = {
  "WebSocket, no distance": await measured("socket", 0),
  "line, no distance": await measured("line", 0),
  "WebSocket, 40 ms there and back": await measured("socket", 20),
  "line, 40 ms there and back": await measured("line", 20),
};
console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`);
console.log(`load average ${loadBefore} before, ${load()} after`);
console.table(rows);
await server.stop();
await sql.end();
await cluster.end();
process.exit(0);

async function measured(way: "socket" | "line", delay: number) {
  const { id } = await documentWith(db, store);
  const network = await startNetwork(server.port, delay);
  const pages = ["Anna", "Bo"].map((name) => opened(way, network.port, id, name));
  const [anna, bo] = pages as [Page, Page];
  await waitFor(() => pages.every(({ connection }) => connection.state.get().phase === "saved"));
  const { delivered, saved, perSecond } = await typed(anna, bo);
  const counted = { ...bo.requests };
  await new Promise((resolve) => setTimeout(resolve, IDLE_SECONDS * 1000));
  const idle = (total(bo.requests) - total(counted)) / IDLE_SECONDS;
  for (const { connection } of pages) connection.destroy();
  network.stop();
  return {
    "to the other p50 ms": at(delivered, 0.5),
    "p95 ms": at(delivered, 0.95),
    "saved p50 ms": at(saved, 0.5),
    "saved p95 ms": at(saved, 0.95),
    "requests/s typing": perSecond.writer,
    "requests/s reading": perSecond.reader,
    "requests/s idle": round(idle),
  };
}

/** Five keys a second at uneven moments, each with its caret, as a person types. */
async function typed(anna: Page, bo: Page) {
  const delivered: number[] = [];
  const saved: number[] = [];
  const [before, since] = [[anna, bo].map(({ requests }) => total(requests)), performance.now()];
  let pressed = 0;
  bo.doc.on("update", () => delivered.push(performance.now() - pressed));
  anna.connection.state.subscribe(() => {
    if (anna.connection.state.get().phase === "saved") saved.push(performance.now() - pressed);
  });
  for (let key = 0; key < KEYS; key += 1) {
    await new Promise((resolve) => setTimeout(resolve, 120 + Math.random() * 160));
    pressed = performance.now();
    anna.doc.transact(() => writeInto(anna.doc, key));
    anna.connection.awareness.setLocalStateField("cursor", caretAt(key));
  }
  const seconds = (performance.now() - since) / 1000;
  const [writer = 0, reader = 0] = [anna, bo].map(({ requests }, index) => total(requests) - (before[index] ?? 0));
  await waitFor(() => anna.connection.state.get().phase === "saved");
  return { delivered, saved, perSecond: { writer: round(writer / seconds), reader: round(reader / seconds) } };
}

function writeInto(doc: Y.Doc, key: number): void {
  const block = doc.getXmlFragment("body").get(0);
  const text = block instanceof Y.XmlElement ? block.get(0) : null;
  if (text instanceof Y.XmlText) text.insert(text.length, String(key % 10));
}

function opened(way: "socket" | "line", port: number, documentId: DocumentId, name: string): Page {
  const doc = new Y.Doc();
  const requests: Record<string, number> = {};
  const count = (address: string) => {
    const verb = new URL(address).pathname.split("/").at(-1) ?? "";
    requests[verb] = (requests[verb] ?? 0) + 1;
  };
  const line = httpSocketAs(name, count) as unknown as typeof WebSocket;
  const polyfill = way === "line" ? line : socketAs(name);
  const url = `ws://127.0.0.1:${port}/sync`;
  const connection = createConnection({ url, documentId, doc, WebSocketPolyfill: polyfill, fetch: fetchAs(name) });
  return { doc, connection, requests };
}

/** A network with a distance: every byte takes so long, in both directions. */
async function startNetwork(to: number, delay: number) {
  const open = new Set<Socket>();
  const network = createServer((near) => {
    const far = connectTo(to, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      // biome-ignore format: one line
      open.add(one.setNoDelay());
      one.on("data", (data) => void setTimeout(() => other.write(data), delay));
      one.on("close", () => setTimeout(() => other.destroy(), delay));
      one.on("error", () => {});
    }
  });
  await new Promise<void>((resolve) => network.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    network.close();
    for (const socket of open) socket.destroy();
  };
  return { port: (network.address() as { port: number }).port, stop };
}

function total(requests: Record<string, number>): number {
  return Object.values(requests).reduce((sum, one) => sum + one, 0);
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function load(): string {
  return loadavg().map((one) => one.toFixed(1)).join(" "); // biome-ignore format: one line
}
