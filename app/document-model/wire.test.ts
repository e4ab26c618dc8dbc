import * as encoding from "lib0/encoding";
import { expect, test } from "vitest";
import * as awareness from "y-protocols/awareness";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { decode, encode, KEEP_ALIVE, type Message, WireError } from "./wire";

const MESSAGES: Message[] = [
  { type: "step1", stateVector: Uint8Array.of(0) },
  { type: "step2", update: Uint8Array.of(0, 0) },
  { type: "update", update: Uint8Array.of(1, 2, 3) },
  {
    type: "presence",
    entries: [
      { clientId: 7, clock: 2, state: { cursor: null } },
      { clientId: 8, clock: 1, state: null },
    ],
  },
  { type: "query-presence" },
  { type: "saved", mark: 300 },
  { type: "mark", mark: 0 },
  { type: "reject", mark: 4, code: "read-only", text: "læseadgang" },
  { type: "state", state: "db-degraded" },
  {
    type: "hello",
    hello: {
      epoch: 1,
      headSeq: 12,
      role: "write",
      clientID: 4_000_000_000,
      schemaVersion: 1,
      limits: { frame: 1, update: 1 },
    },
  },
];

test("[W1] every message reads back as it was written", () => {
  for (const message of MESSAGES) expect(decode(encode(message))).toEqual(message);
});

test("[W1] sync and presence are y-protocols', byte for byte", () => {
  const doc = new Y.Doc();
  doc.getText("t").insert(0, "Hej");
  const frame = (kind: number, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, kind);
    write(encoder);
    return encoding.toUint8Array(encoder);
  };
  const stateVector = Y.encodeStateVector(doc);
  const update = Y.encodeStateAsUpdate(doc);
  expect(encode({ type: "step1", stateVector })).toEqual(frame(0, (encoder) => sync.writeSyncStep1(encoder, doc)));
  expect(encode({ type: "step2", update })).toEqual(frame(0, (encoder) => sync.writeSyncStep2(encoder, doc)));
  expect(encode({ type: "update", update })).toEqual(frame(0, (encoder) => sync.writeUpdate(encoder, update)));
  const present = new awareness.Awareness(doc);
  present.setLocalState({ user: "Anna" });
  const bytes = awareness.encodeAwarenessUpdate(present, [doc.clientID]);
  const entries = [{ clientId: doc.clientID, clock: 1, state: { user: "Anna" } }];
  expect(encode({ type: "presence", entries })).toEqual(
    frame(1, (encoder) => encoding.writeVarUint8Array(encoder, bytes)),
  );
  present.destroy();
});

test("[W1] the keep-alive is the presence of nobody, in three bytes", () => {
  expect(KEEP_ALIVE).toEqual(Uint8Array.of(1, 1, 0));
  expect(decode(KEEP_ALIVE)).toEqual({ type: "presence", entries: [] });
});

test("[W1] a frame that is cut short, trailed by bytes, or of an unknown kind is refused", () => {
  for (const message of MESSAGES) {
    const frame = encode(message);
    for (let length = 0; length < frame.length; length++) {
      expect(() => decode(frame.subarray(0, length)), `${message.type} cut at ${length}`).toThrow(WireError);
    }
    expect(() => decode(Uint8Array.of(...frame, 0))).toThrow(WireError);
  }
  for (const bytes of [[2], [5], [105], [0, 3, 0], [1, 3, 1, 1, 1], [104, 1, 65], [100, 2, 0xff, 0xfe], [255]]) {
    expect(() => decode(Uint8Array.from(bytes)), String(bytes)).toThrow(WireError);
  }
});

test("[W1] a length beyond the frame never reads the neighbour's bytes in a shared buffer", () => {
  const shared = new Uint8Array(64).fill(7);
  shared.set([0, 2, 40], 0);
  expect(() => decode(shared.subarray(0, 5))).toThrow("a length beyond the frame");
  const pooled = Buffer.from([0, 2, 3, 1, 2, 3]);
  const message = decode(pooled);
  pooled.fill(9);
  expect(message).toEqual({ type: "update", update: Uint8Array.of(1, 2, 3) });
});
