/**
 * Twenty people who write in one document, in a process of their own: started by index.ts, which tells it by message where
 * and as whom. They share one Y.Doc and change its client id in turn; each writes in a paragraph of its own, so that no
 * update stands on one that may not be committed yet.
 */
import { once } from "node:events";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { ROOTS } from "../../../app/document-model/document";
import { decode, encode, type Message } from "../../../app/document-model/wire";
import { type Random, seeded } from "../../sync/random";
import { claim } from "./claim";
import { sentence } from "./words";

export type Order = {
  /** http://host:port */
  url: string;
  documentId: string;
  cookies: string[];
  blockIds: string[];
  perSecond: number;
};
export type Said = { said: "ready" } | { said: "done"; updates: number; refused: string[] };

type Writer = {
  ws: WebSocket;
  clientId: number;
  text: Y.XmlText;
  marks: number;
  words: string;
  clock: number;
  random: Random;
};

const doc = new Y.Doc();
const refused: string[] = [];
let updates = 0;

process.once("message", (order: Order) => void work(order));

async function work(order: Order): Promise<void> {
  const writers: Writer[] = [];
  for (const [index, blockId] of order.blockIds.entries()) {
    const cookie = order.cookies[index % order.cookies.length] ?? "";
    writers.push(await join(order, cookie, blockId, index));
  }
  tell({ said: "ready" });
  let isOver = false;
  process.once("message", () => {
    isOver = true;
    tell({ said: "done", updates, refused });
    for (const { ws } of writers) ws.terminate();
    setTimeout(() => process.exit(0), 100);
  });
  for (const writer of writers) later(writer, order.perSecond, () => isOver);
}

function tell(said: Said): void {
  process.send?.(said);
}

/** Introduces itself as a page does; the first one brings the text for all. */
async function join({ url, documentId }: Order, cookie: string, blockId: string, index: number): Promise<Writer> {
  const { clientId, query } = await claim(url, documentId, cookie);
  const ws = new WebSocket(`${url.replace("http", "ws")}/sync/${documentId}${query}`, {
    headers: { cookie, origin: url },
  });
  ws.on("close", (code) => refused.push(`closed ${code}`));
  await once(ws, "open");
  const synced = new Promise<void>((resolve) => {
    ws.on("message", (data: Buffer) => hear(ws, data, index === 0, resolve));
  });
  const say = (message: Message) => ws.send(encode(message));
  say({ type: "step1", stateVector: Y.encodeStateVector(doc) });
  await synced;
  const text = textOf(blockId);
  if (!text) throw new Error(`Expected the document to have a paragraph ${blockId}; found none.`);
  return { ws, clientId, text, marks: 0, words: "", clock: 0, random: seeded(index + 1) };
}

function hear(ws: WebSocket, data: Buffer, isEars: boolean, synced: () => void): void {
  // The frames are merged, large and many: what the others hear is for the page alone.
  const isStep1 = data[0] === 0 && data[1] === 0;
  const isStep2 = data[0] === 0 && data[1] === 1;
  if (isStep1) ws.send(encode({ type: "step2", update: Y.encodeStateAsUpdate(new Y.Doc()) }));
  if (data[0] === 103) refused.push(JSON.stringify(decode(data)));
  if (isEars || isStep2) {
    const message = decode(data);
    if (message.type === "step2" || message.type === "update") Y.applyUpdate(doc, message.update, "heard");
  }
  if (isStep2) synced();
}

function textOf(blockId: string): Y.XmlText | null {
  for (const node of doc.getXmlFragment(ROOTS.body).toArray()) {
    if (!(node instanceof Y.XmlElement) || node.getAttribute("id") !== blockId) continue;
    const first: unknown = node.get(0);
    if (first instanceof Y.XmlText) return first;
  }
  return null;
}

/** At uneven moments, so many times a second on average. */
function later(writer: Writer, perSecond: number, isOver: () => boolean): void {
  const wait = (-Math.log(1 - writer.random.below(1000) / 1000) / perSecond) * 1000;
  setTimeout(
    () => {
      if (isOver()) return;
      write(writer);
      later(writer, perSecond, isOver);
    },
    Math.max(20, wait),
  );
}

function write(writer: Writer): void {
  const { ws, clientId, text, random } = writer;
  doc.clientID = clientId;
  const before = Y.encodeStateVector(doc);
  if (writer.words === "") writer.words = ` ${sentence(random)}`;
  const letters = writer.words.slice(0, 1 + random.below(4));
  doc.transact(() => {
    if (random.below(10) === 0) text.delete(text.length - 2, 2);
    text.insert(text.length, letters);
  });
  writer.words = writer.words.slice(letters.length);
  ws.send(encode({ type: "update", update: Y.encodeStateAsUpdate(doc, before) }));
  writer.marks += 1;
  ws.send(encode({ type: "mark", mark: writer.marks }));
  showCaret(writer);
  updates += 1;
}

function showCaret(writer: Writer): void {
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(writer.text, writer.text.length, -1));
  writer.clock += 1;
  const state = { user: { name: "", color: "#545f69" }, cursor: { anchor: at, head: at } };
  const entries = [{ clientId: writer.clientId, clock: writer.clock, state }];
  writer.ws.send(encode({ type: "presence", entries }));
}
