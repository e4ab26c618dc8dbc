import { afterEach, expect, test, vi } from "vitest";
import { type Batch, decodeBatch } from "../../app/document-model/batch";
import { LINE_LIMITS, Line } from "./line";

vi.useFakeTimers();
afterEach(() => vi.clearAllTimers());

/** Bytes that can be told apart. */
const frame = (mark: number, size = 1) => new Uint8Array(size).fill(mark);

function lineWithEars() {
  const line = new Line();
  const heard: number[] = [];
  const told: string[] = [];
  line.on("message", (data: Uint8Array) => heard.push(data[0] ?? -1));
  line.on("close", () => told.push("close"));
  line.on("pong", () => told.push("pong"));
  return { line, heard, told };
}

/** The answer to a poll, or undefined while it waits. */
function asked(line: Line, after: number, wait = 20_000) {
  const poll: { batch?: Batch | null } = {};
  void line.poll(after, wait).then((bytes) => {
    poll.batch = bytes && decodeBatch(bytes);
  });
  return poll;
}

const marks = ({ frames }: Batch) => frames.map((one) => one[0]);

test("[W9] what is sent while a poll waits is gathered for a few milliseconds into one answer", async () => {
  const { line } = lineWithEars();
  const poll = asked(line, 0);
  line.send(frame(1));
  line.send(frame(2));
  await vi.advanceTimersByTimeAsync(1);
  expect(poll.batch).toBeUndefined();
  await vi.advanceTimersByTimeAsync(10);
  expect(poll.batch).toMatchObject({ number: 1, close: null });
  expect(marks(poll.batch!)).toEqual([1, 2]);
});

test("[W9] what waits already is the answer at once; a poll with nothing to tell ends after its time", async () => {
  const { line } = lineWithEars();
  line.send(frame(1));
  const first = asked(line, 0);
  await vi.advanceTimersByTimeAsync(0);
  expect(marks(first.batch!)).toEqual([1]);
  const second = asked(line, 1, 8_000);
  await vi.advanceTimersByTimeAsync(7_999);
  expect(second.batch).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(second.batch).toEqual({ number: 1, rest: 0, close: null, frames: [] });
});

test("[W9] an answer that did not come is given again, byte for byte, until the next poll names it", async () => {
  const { line } = lineWithEars();
  line.send(frame(1));
  const lost = await line.poll(0, 20_000);
  line.send(frame(2));
  expect(await line.poll(0, 20_000)).toEqual(lost);
  expect(line.bufferedAmount).toBeGreaterThan(1);
  expect(marks(decodeBatch((await line.poll(1, 20_000))!))).toEqual([2]);
});

test("[W9] a second poll sends the first one home with nothing, and gets what comes", async () => {
  const { line } = lineWithEars();
  const first = asked(line, 0);
  const second = asked(line, 0);
  line.send(frame(1));
  await vi.advanceTimersByTimeAsync(10);
  expect(first.batch?.frames).toEqual([]);
  expect(marks(second.batch!)).toEqual([1]);
});

test("[W9] a poll that names what was never handed out, or what is long gone, gets nothing and disturbs nobody", async () => {
  const { line } = lineWithEars();
  line.send(frame(1));
  await line.poll(0, 20_000);
  line.send(frame(2));
  await line.poll(1, 20_000);
  const waiting = asked(line, 2);
  for (const after of [0, 3, 1e15]) expect(await line.poll(after, 20_000)).toBeNull();
  line.send(frame(3));
  await vi.advanceTimersByTimeAsync(10);
  expect(marks(waiting.batch!)).toEqual([3]);
});

test("[W9] a line that is closed hands out what was sent before, in parts, and the verdict with the last", async () => {
  const { line, told } = lineWithEars();
  const third = Math.floor(LINE_LIMITS.batch / 3);
  for (const mark of [1, 2, 3, 4]) line.send(frame(mark, third));
  line.close(4409, "stale");
  line.send(frame(5));
  const first = decodeBatch((await line.poll(0, 20_000))!);
  expect([marks(first), first.close]).toEqual([[1, 2, 3], null]);
  expect(told).toEqual([]);
  const last = decodeBatch((await line.poll(1, 20_000))!);
  expect([marks(last), last.close]).toEqual([[4], { code: 4409, reason: "stale" }]);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(["close"]);
  expect(decodeBatch((await line.poll(1, 20_000))!)).toEqual(last);
  expect(await line.poll(2, 20_000)).toBeNull();
});

test("[W9] a waiting poll is told the verdict at once", async () => {
  const { line, told } = lineWithEars();
  const poll = asked(line, 0);
  line.close(1012);
  await vi.advanceTimersByTimeAsync(0);
  expect(poll.batch).toMatchObject({ close: { code: 1012, reason: "" }, frames: [] });
  expect(told).toEqual(["close"]);
});

test("[W9] a line that is terminated is gone: the poll that waits has no answer, and nothing is kept", async () => {
  const { line, told } = lineWithEars();
  line.send(frame(1, 1000));
  await line.poll(0, 20_000);
  line.send(frame(1, 1000));
  expect(line.bufferedAmount).toBeGreaterThan(2000);
  line.terminate();
  line.terminate();
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(["close"]);
  expect([line.bufferedAmount, line.readyState]).toEqual([0, 3]);
  expect(await line.poll(0, 20_000)).toBeNull();
  expect(await line.poll(1, 20_000)).toBeNull();
});

test("[W9] frames are taken in once and in order: a number that comes twice or too early applies nothing", () => {
  const { line, heard } = lineWithEars();
  expect(line.take(2, [frame(9)])).toBe(false);
  expect(line.take(1, [frame(1), frame(2)])).toBe(true);
  expect(line.take(1, [frame(1), frame(2)])).toBe(true);
  expect(line.take(3, [frame(9)])).toBe(false);
  expect(line.take(2, [frame(3)])).toBe(true);
  expect(heard).toEqual([1, 2, 3]);
});

test("[W9] a paused line reads nothing, and says when it has room again; one that is paused by a frame stops behind it", async () => {
  const { line, heard } = lineWithEars();
  line.on("message", (data: Uint8Array) => data[0] === 2 && line.pause());
  line.pause();
  line.take(1, [frame(1), frame(2), frame(3)]);
  expect(heard).toEqual([]);
  line.resume();
  expect(heard).toEqual([1, 2]);
  let hasRoom: boolean | undefined;
  void line.hasRoom().then((answer) => {
    hasRoom = answer;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(hasRoom).toBeUndefined();
  line.resume();
  await vi.advanceTimersByTimeAsync(0);
  expect([heard, hasRoom]).toEqual([[1, 2, 3], true]);
});

test("[W9] who sends on to a line that stays paused is told so after a while", async () => {
  const { line } = lineWithEars();
  line.pause();
  line.take(1, [frame(1)]);
  const room = line.hasRoom();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await room).toBe(false);
});

test("[W9] a ping is answered by the next poll; without any poll for 35 s the line is dead", async () => {
  const { line, told } = lineWithEars();
  void line.poll(0, 20_000);
  line.ping();
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(20_000);
  void line.poll(0, 20_000);
  expect(told).toEqual(["pong"]);
  await vi.advanceTimersByTimeAsync(34_999);
  expect(line.readyState).toBe(line.OPEN);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual(["pong", "close"]);
});

test("[W9] what no poll fetches counts as waiting, as on a socket", async () => {
  const { line } = lineWithEars();
  line.send(frame(1, 500));
  line.send(frame(1, 500));
  expect(line.bufferedAmount).toBe(1000);
  await line.poll(0, 0);
  expect(line.bufferedAmount).toBeGreaterThanOrEqual(1000);
  void line.poll(1, 0);
  expect(line.bufferedAmount).toBe(0);
});
