import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { LIVE_SCHEMA } from "../document-model/document";
import { decode, encode, type Message } from "../document-model/wire";
import { createConnection } from "./connection";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

type Hello = Extract<Message, { type: "hello" }>["hello"];

/** A server of one's own words: the page's sockets, in the order in which it opened them. */
function stage() {
  const sockets: FakeSocket[] = [];
  class FakeSocket {
    readonly OPEN = 1;
    readyState = 0;
    binaryType = "";
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: Uint8Array }) => void) | null = null;
    onclose: ((event: { code: number; reason: string }) => void) | null = null;
    onerror: (() => void) | null = null;
    readonly sent: Message[] = [];
    readonly url: string;
    isLeft = false;
    constructor(url: string) {
      this.url = url;
      sockets.push(this);
    }
    send(frame: Uint8Array): void {
      this.sent.push(decode(frame));
    }
    close(): void {
      this.isLeft = true;
    }
    open(): void {
      this.readyState = 1;
      this.onopen?.();
    }
    say(message: Message): void {
      this.onmessage?.({ data: encode(message) });
    }
    greet(hello: Partial<Hello> = {}): void {
      const limits = { frame: 1, update: 1 };
      this.say({
        type: "hello",
        hello: { epoch: 1, headSeq: 1, role: "write", clientID: 2 ** 31, schemaVersion: 1, limits, ...hello },
      });
      this.say({ type: "step2", update: Y.encodeStateAsUpdate(new Y.Doc()) });
    }
    end(code: number): void {
      this.onclose?.({ code, reason: "" });
    }
  }
  const doc = new Y.Doc();
  const connection = createConnection({
    url: "ws://own/sync",
    documentId: "d",
    doc,
    WebSocketPolyfill: FakeSocket as unknown as typeof WebSocket,
    fetch: async () => Response.json({ clientID: 2 ** 31, nonce: "n", epoch: 1 }),
  });
  const phase = () => connection.state.get().phase;
  const type = (text: string) => doc.getText("t").insert(0, text);
  const newest = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("Expected a socket; the page has opened none.");
    return socket;
  };
  const enter = async (hello?: Partial<Hello>) => {
    await vi.advanceTimersByTimeAsync(0);
    newest().open();
    newest().greet(hello);
  };
  return { connection, phase, type, sockets, newest, enter };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("[I4] the socket carries the claim, the lineage and the schema, at every knock the same", async () => {
  const { connection, sockets, newest, enter } = stage();
  await enter();
  newest().end(1006);
  await pass(5_000);
  expect(sockets).toHaveLength(2);
  for (const { url } of sockets) {
    expect(url).toBe(`ws://own/sync/d?epoch=1&client=2147483648&nonce=n&schema=${LIVE_SCHEMA}`);
  }
  connection.destroy();
});

test("[E9] a socket that does not open is left for another, and the page says that the line is gone", async () => {
  const { connection, phase, sockets } = stage();
  await pass(0);
  expect(phase()).toBe("connecting");
  await pass(8_000);
  expect(sockets.map(({ isLeft }) => isLeft)).toEqual([true, false]);
  expect(phase()).toBe("offline");
  connection.destroy();
});

test("[E9] a dead line is called so, and the next socket says at once whether all is saved", async () => {
  const { connection, phase, type, sockets, newest, enter } = stage();
  await enter();
  type("ord");
  await pass(3_000);
  expect(phase()).toBe("saving");
  await pass(2_000);
  expect(phase()).toBe("offline");
  expect(sockets).toHaveLength(2);
  expect(sockets[0]?.sent.filter((message) => message.type === "step1")).toHaveLength(2);
  await enter();
  await pass(200);
  const mark = newest().sent.findLast((message) => message.type === "mark");
  expect(phase()).toBe("saving");
  newest().say({ type: "saved", mark: mark?.type === "mark" ? mark.mark : 0 });
  expect(phase()).toBe("saved");
  connection.destroy();
});

test("[E9] while the server says that its database is away, the page says so and leaves the line alone", async () => {
  const { connection, phase, type, sockets, newest, enter } = stage();
  await enter();
  newest().say({ type: "state", state: "db-degraded" });
  type("ord");
  await pass(14_000);
  expect(phase()).toBe("degraded");
  expect(sockets).toHaveLength(1);
  newest().say({ type: "state", state: "ok" });
  expect(phase()).toBe("saving");
  newest().end(1013);
  expect(phase()).toBe("busy");
  await pass(400);
  newest().open();
  newest().end(1013);
  expect(phase()).toBe("busy");
  connection.destroy();
});

test("[E9] a server that moves alarms nobody for ten seconds", async () => {
  const { connection, phase, type, newest, enter } = stage();
  await enter();
  newest().say({ type: "state", state: "draining" });
  newest().end(1012);
  type("ord");
  for (let second = 0; second < 9; second += 1) {
    newest().end(1006);
    await pass(1_000);
    expect(phase()).toBe("saving");
  }
  await pass(1_500);
  expect(phase()).toBe("offline");
  connection.destroy();
});

test("[E9] who finds the room full reads, and asks for a place again by itself", async () => {
  const { connection, phase, type, sockets, newest, enter } = stage();
  await enter({ role: "read", why: "room-full" });
  expect(phase()).toBe("room-full");
  for (let second = 0; second < 40 && sockets.length === 1; second += 1) {
    newest().say({ type: "presence", entries: [] });
    await pass(1_000);
  }
  expect(sockets.length).toBeGreaterThan(1);
  expect(phase()).toBe("room-full");
  await enter();
  expect(phase()).toBe("saved");
  type("ord");
  expect(phase()).toBe("saving");
  connection.destroy();
});

test("[E9] a verdict ends the knocking, and a person's wish begins it again", async () => {
  const { connection, phase, type, sockets, newest, enter } = stage();
  await enter();
  type("ord");
  newest().say({ type: "reject", mark: 0, code: "full", text: "" });
  newest().end(4413);
  await pass(60_000);
  expect(connection.state.get()).toMatchObject({ phase: "refused", code: 4413, reason: "full", hasUnsaved: true });
  expect(sockets).toHaveLength(1);
  connection.retry();
  await enter();
  expect(phase()).toBe("saving");
  connection.destroy();
});

test("[E9] a text that grows very long is said to be, until a socket on which it is not", async () => {
  const { connection, newest, enter } = stage();
  await enter();
  newest().say({ type: "state", state: "large" });
  expect(connection.state.get()).toMatchObject({ phase: "saved", isLarge: true });
  newest().end(1006);
  await pass(500);
  await enter();
  expect(connection.state.get()).toMatchObject({ isLarge: false });
  connection.destroy();
});

test("[P1] a page says who it is itself, and nothing of what it hears of others", async () => {
  const { connection, newest, enter } = stage();
  await enter();
  connection.awareness.setLocalStateField("cursor", { anchor: 1 });
  newest().say({ type: "presence", entries: [{ clientId: 77, clock: 9, state: { user: { name: "Bo" } } }] });
  newest().say({ type: "presence", entries: [{ clientId: 77, clock: 10, state: null }] });
  expect(connection.awareness.meta.get(77)?.clock).toBe(10);
  await pass(200);
  const said = () => newest().sent.flatMap((one) => (one.type === "presence" ? one.entries : []));
  expect(new Set(said().map(({ clientId }) => clientId))).toEqual(new Set([2 ** 31]));
  // The caret that is where it was is not said at every frame of others, one that moves every 150 ms.
  const before = said().length;
  for (let frame = 0; frame < 20; frame++) {
    connection.awareness.setLocalStateField("cursor", { anchor: 1 });
    await pass(50);
  }
  expect(said()).toHaveLength(before);
  for (let frame = 0; frame < 20; frame++) {
    connection.awareness.setLocalStateField("cursor", { anchor: frame });
    await pass(50);
  }
  expect(said().length - before).toBeLessThanOrEqual(8);
  await pass(200);
  expect(said().at(-1)?.state).toEqual({ cursor: { anchor: 19 } });
  connection.destroy();
});

test("[I2] a change after a pause is marked at once, typing on and on every two seconds, and the last of it soon", async () => {
  const { connection, type, newest, enter } = stage();
  await enter();
  await pass(2_000);
  const marks = () => newest().sent.filter((message) => message.type === "mark").length;
  const before = marks();
  type("a");
  expect(marks()).toBe(before + 1);
  await pass(2_100);
  expect(marks()).toBe(before + 1);
  for (let key = 0; key < 41; key++) {
    type("b");
    newest().say({ type: "saved", mark: marks() });
    await pass(100);
  }
  expect(marks() - before).toBe(4);
  await pass(400);
  expect(newest().sent.at(-1)).toMatchObject({ type: "mark" });
  connection.destroy();
});
