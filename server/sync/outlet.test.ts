import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { decode, encode } from "../../app/document-model/wire";
import { plainText, updateOf, writeParagraph } from "../../tests/sync/document";
import { waitFor } from "../../tests/sync/raw";
import { LIMITS } from "./limits";
import { Outlet } from "./outlet";
import type { Socket } from "./socket";

/** A socket whose reader reads when the test says so. */
class SlowSocket extends EventEmitter implements Socket {
  readonly OPEN = 1;
  readonly readyState = 1;
  readonly isPaused = false;
  readonly sent: Uint8Array[] = [];
  bufferedAmount = 0;
  send(frame: Uint8Array): void {
    this.sent.push(frame);
    this.bufferedAmount += frame.byteLength;
  }
  close(): void {}
  terminate(): void {}
  ping(): void {}
  pause(): void {}
  resume(): void {}
}

function outletFor(doc: Y.Doc, lagging = 60_000) {
  const socket = new SlowSocket();
  const closed: number[] = [];
  const outlet = new Outlet(socket, doc, { lagging, lagCheck: 5 }, (code) => closed.push(code));
  const write = (id: string, text: string) => {
    const update = updateOf(doc, () => writeParagraph(doc, id, text));
    outlet.deliver([encode({ type: "update", update })]);
  };
  return { socket, outlet, closed, write };
}

function textOf(frames: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  for (const frame of frames) {
    const message = decode(frame);
    if (message.type === "update") Y.applyUpdate(doc, message.update);
  }
  return plainText(doc);
}

test("[W3] who reads too slowly is spared the live frames and then given one difference, deletions and all", async () => {
  const doc = new Y.Doc();
  const { socket, write } = outletFor(doc);
  write("para-1", "Først");
  socket.bufferedAmount = LIMITS.lagging + 1;
  write("para-2", "Det sidste for nu");
  const before = socket.sent.length;
  for (let index = 0; index < 200; index++) write(`para-x${index}`, "Imens");
  doc.getXmlFragment("body").delete(0, 1);
  expect(socket.sent).toHaveLength(before);
  socket.bufferedAmount = 0;
  await waitFor(() => socket.sent.length > before);
  expect(socket.sent).toHaveLength(before + 1);
  expect(textOf(socket.sent)).toBe(plainText(doc));
  write("para-3", "Live igen");
  expect(textOf(socket.sent)).toBe(plainText(doc));
});

test("[W3] who does not read at all is sent away, and nothing more is kept for it", async () => {
  const doc = new Y.Doc();
  const late = outletFor(doc, 20);
  late.socket.bufferedAmount = LIMITS.lagging + 1;
  late.write("para-1", "Tekst");
  await waitFor(() => late.closed.length > 0);
  expect(late.closed).toEqual([1013]);
  const full = outletFor(doc);
  full.socket.bufferedAmount = LIMITS.buffered + 1;
  full.outlet.send(encode({ type: "saved", mark: 1 }));
  expect([full.closed, full.socket.sent]).toEqual([[1013], []]);
});

test("[W10] a text that is full goes out whole on a slow line, with what is said behind it; who still reads nothing is sent away", () => {
  const { socket, outlet, closed } = outletFor(new Y.Doc());
  const whole = new Uint8Array(LIMITS.document + 1_000);
  const word = encode({ type: "saved", mark: 1 });
  outlet.answer([whole, word]);
  outlet.send(word);
  expect(closed).toEqual([]);
  expect(socket.sent.map(({ byteLength }) => byteLength)).toEqual([whole, word, word].map((one) => one.byteLength));
  outlet.answer([whole]);
  outlet.answer([whole]);
  expect(closed).toEqual([1013]);
  // What was owed was read: from then on the limit is what it always is.
  socket.bufferedAmount = 0;
  outlet.send(word);
  socket.bufferedAmount = LIMITS.buffered + 1;
  outlet.send(word);
  expect(closed).toEqual([1013, 1013]);
});

test("[W10] who reads a long text slowly has the time that it takes, though others write", async () => {
  const { socket, outlet, closed, write } = outletFor(new Y.Doc(), 20);
  outlet.answer([new Uint8Array(LIMITS.lagging + 1)]);
  write("para-1", "Imens");
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(closed).toEqual([]);
  socket.bufferedAmount = 0;
  await waitFor(() => socket.sent.length > 2);
});
