import { once } from "node:events";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { LIVE_SCHEMA } from "../../app/document-model/document";
import { decode, encode, type Message } from "../../app/document-model/wire";
import type { DocumentId } from "../../db/ids";

type Of<Type extends Message["type"]> = Extract<Message, { type: Type }>;

export type Claimed = { clientID: number; nonce: string; epoch: number; schemaVersion: number };

/** Asks for a client id as a page does; a foreign client's whole way in. */
export async function claimed(url: string, documentId: string, cookie: string): Promise<Claimed> {
  const answer = await askedFor(url, documentId, cookie);
  if (answer.status !== 201) throw new Error(`Expected a client id; got ${answer.status} ${await answer.text()}`);
  return answer.json();
}

export function askedFor(
  url: string,
  documentId: string,
  cookie: string,
  body: object = { schemaVersion: LIVE_SCHEMA },
) {
  const headers = { cookie, "content-type": "application/json" };
  const address = `${url.replace("ws:", "http:")}/${documentId}/client`;
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
}

export function queryOf({ clientID, nonce, epoch, schemaVersion }: Claimed): string {
  return `?epoch=${epoch}&client=${clientID}&nonce=${nonce}&schema=${schemaVersion}`;
}

/** A foreign client: it says exactly what the test says, and keeps all it hears. `address`: a document's id and query. */
export async function rawClient(url: string, address: string, cookie: string, origin?: string) {
  const headers = { cookie, ...(origin ? { origin } : {}) };
  const ws = new WebSocket(`${url}/${address}`, { headers });
  const heard: Message[] = [];
  const listeners = new Set<() => void>();
  let closed: number | null = null;
  const wake = () => {
    for (const listener of [...listeners]) listener();
  };
  ws.on("message", (data: Buffer) => {
    heard.push(decode(data));
    wake();
  });
  ws.on("close", (code) => {
    closed = code;
    wake();
  });
  ws.on("error", () => {});
  await once(ws, "open");

  const until = <Value>(find: () => Value | null | undefined | false): Promise<Value> =>
    waitFor(find, (check) => {
      listeners.add(check);
      return () => listeners.delete(check);
    });
  const all = <Type extends Message["type"]>(type: Type) => heard.filter((one): one is Of<Type> => one.type === type);

  return {
    ws,
    heard,
    all,
    until,
    send: (message: Message) => ws.send(encode(message)),
    sendBytes: (bytes: Uint8Array) => ws.send(bytes),
    closed: () => until(() => closed),
    isClosed: () => closed !== null,
    first: <Type extends Message["type"]>(type: Type): Promise<Of<Type>> => until(() => all(type)[0]),
    saved: (mark: number) => until(() => all("saved").some((one) => one.mark >= mark)),
    /** Everything the server has said of the text. */
    text: () => {
      const doc = new Y.Doc();
      for (const one of heard) if (one.type === "step2" || one.type === "update") Y.applyUpdate(doc, one.update);
      return doc;
    },
    close: () => ws.terminate(),
  };
}

type RawClient = Awaited<ReturnType<typeof rawClient>>;

export type Joined = RawClient & { doc: Y.Doc; claim: Claimed };

/** Introduces itself as y-websocket does: step 1, and an empty step 2 as answer to the server's. */
export async function joined(url: string, documentId: DocumentId, cookie: string, as?: Claimed): Promise<Joined> {
  const claim = as ?? (await claimed(url, documentId, cookie));
  const client = await rawClient(url, `${documentId}${queryOf(claim)}`, cookie);
  const doc = new Y.Doc();
  doc.clientID = claim.clientID;
  client.send({ type: "step1", stateVector: Y.encodeStateVector(doc) });
  Y.applyUpdate(doc, (await client.first("step2")).update);
  client.send({ type: "step2", update: Y.encodeStateAsUpdate(new Y.Doc()) });
  return { ...client, doc, claim };
}

/** Waits for the thing instead of sleeping; says what it waited for when it never comes. */
export function waitFor<Value>(
  find: () => Value | null | undefined | false,
  subscribe: (check: () => void) => () => void = (check) => {
    const timer = setInterval(check, 10);
    return () => clearInterval(timer);
  },
  ms = 10_000,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const check = () => {
      const found = find();
      if (found === null || found === undefined || found === false) return;
      clearTimeout(timer);
      unsubscribe();
      resolve(found);
    };
    const unsubscribe = subscribe(check);
    const timer = setTimeout(() => {
      unsubscribe();
      reject(new Error(`Waited ${ms} ms in vain for ${find}`));
    }, ms);
    check();
  });
}
