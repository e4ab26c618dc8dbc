import { expect, test } from "vitest";
import { type Batch, decodeBatch, decodeFrames, encodeBatch, encodeFrames } from "./batch";
import { WireError } from "./wire";

const FRAMES = [Uint8Array.of(1, 1, 0), new Uint8Array(300).fill(7), new Uint8Array()];

test("[W9] frames come out of a body as they went in, in order", () => {
  expect(decodeFrames(encodeFrames(FRAMES))).toEqual(FRAMES);
  expect(decodeFrames(new Uint8Array())).toEqual([]);
});

test("[W9] [W3] of a body of two million empty frames no more are read than are asked for", () => {
  expect(decodeFrames(new Uint8Array(2 * 1024 * 1024), 9)).toHaveLength(9);
});

test("[W9] a batch carries its number, its frames, and why the line ends", () => {
  const batches: Batch[] = [
    { number: 3, rest: 0, close: null, frames: FRAMES },
    { number: 4, rest: 3000, close: null, frames: [] },
    { number: 5, rest: 0, close: { code: 4400, reason: "unknown-content" }, frames: [Uint8Array.of(9)] },
  ];
  for (const batch of batches) expect(decodeBatch(encodeBatch(batch))).toEqual(batch);
});

test("[W1] [W9] a body that is cut off, or says more than it holds, is no batch", () => {
  const whole = encodeBatch({ number: 200, rest: 0, close: { code: 4400, reason: "no" }, frames: FRAMES });
  const ends = new Set([whole.length, whole.length - 1, whole.length - 1 - 302, whole.length - 1 - 302 - 4]);
  for (let end = 0; end < whole.length; end += 1) {
    const part = () => decodeBatch(whole.subarray(0, end));
    if (ends.has(end)) expect(part().close?.code).toBe(4400);
    else expect(part, `cut after ${end} bytes`).toThrow(WireError);
  }
  expect(() => decodeFrames(Uint8Array.of(5, 1, 2))).toThrow(WireError);
  expect(() => decodeFrames(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1))).toThrow(WireError);
});

test("[W1] a frame taken out of a pooled buffer holds none of its neighbours' bytes", () => {
  const pool = new Uint8Array(64).fill(99);
  pool.set([2, 1, 2], 10);
  const [frame] = decodeFrames(pool.subarray(10, 13));
  expect([...new Uint8Array(frame?.buffer ?? new ArrayBuffer(0))]).toEqual([1, 2]);
});
