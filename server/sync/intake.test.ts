import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { Beat } from "./beat";
import { Inbox } from "./inbox";
import { Intake } from "./intake";
import { GROUP, LIMITS } from "./limits";
import type { Socket } from "./socket";

/** However slow the machine is; less than the beats that must not be waited for. */
const PATIENCE = { timeout: 20_000, interval: 5 };
const UPDATE = Uint8Array.of(0, 2, 0);
const MARK = Uint8Array.of(102, 1);
const STEP1 = Uint8Array.of(0, 0, 1, 0);

function inboxes(times = { read: 80, readAsked: 40 }) {
  const intake = new Intake(times);
  const read: [name: string, frame: Uint8Array][] = [];
  const inbox = (name: string) => {
    const state = { isPaused: false };
    const socket = {
      pause: () => Object.assign(state, { isPaused: true }),
      resume: () => Object.assign(state, { isPaused: false }),
    } as unknown as Socket;
    const one = new Inbox({ socket, intake, read: ({ data }) => read.push([name, data as Uint8Array]) });
    return { receive: (frame: Uint8Array) => one.receive(frame, true), one, state };
  };
  return { intake, inbox, read, names: () => read.map(([name]) => name).join("") };
}

test("[W3] what comes in on all sockets is read together: at once after a pause, then at the next beat", async () => {
  const { inbox, names } = inboxes({ read: 2_000, readAsked: 1_000 });
  const [a, b] = [inbox("a"), inbox("b")];
  a.receive(UPDATE);
  expect(names()).toBe("");
  await vi.waitFor(() => expect(names()).toBe("a"), PATIENCE);
  a.receive(UPDATE);
  b.receive(UPDATE);
  a.receive(MARK);
  await pause(20);
  expect(names()).toBe("a");
  // Each in its own order.
  await vi.waitFor(() => expect(names()).toBe("aaab"), PATIENCE);
});

test("[W3] who asks whether they are saved is read sooner than the next beat, with all that waits", async () => {
  const { inbox, names } = inboxes({ read: 60_000, readAsked: 30 });
  const [a, b] = [inbox("a"), inbox("b")];
  a.receive(UPDATE);
  await vi.waitFor(() => expect(names()).toBe("a"), PATIENCE);
  a.receive(UPDATE);
  b.receive(UPDATE);
  await pause(60);
  expect(names()).toBe("a");
  b.receive(MARK);
  await vi.waitFor(() => expect(names()).toBe("aabb"), PATIENCE);
});

test("[W3] where much waits nobody waits for the beat", async () => {
  const { inbox, read } = inboxes({ read: 60_000, readAsked: 60_000 });
  const { receive } = inbox("a");
  receive(UPDATE);
  await vi.waitFor(() => expect(read).toHaveLength(1), PATIENCE);
  for (let frame = 0; frame < GROUP.rows - 1; frame++) inbox("b").receive(UPDATE);
  await pause(10);
  expect(read).toHaveLength(1);
  receive(UPDATE);
  await vi.waitFor(() => expect(read).toHaveLength(1 + GROUP.rows), PATIENCE);
});

test("[I2] a question is answered at once, and what came before it is read before it", () => {
  const { inbox, read } = inboxes();
  const { receive } = inbox("a");
  receive(UPDATE);
  receive(MARK);
  receive(STEP1);
  expect(read.map(([, frame]) => frame)).toEqual([UPDATE, MARK, STEP1]);
});

test("[W3] who sends too fast is read more slowly, but wholly when they say goodbye", () => {
  const { inbox, read } = inboxes();
  const { receive, one, state } = inbox("a");
  for (let frame = 0; frame < 2 * LIMITS.messages.burst; frame++) receive(STEP1);
  expect(state.isPaused).toBe(true);
  // As many as may come at once, and what the time this took allows besides.
  expect(read.length).toBeGreaterThan(LIMITS.messages.burst);
  expect(read.length).toBeLessThan(2 * LIMITS.messages.burst);
  one.resume();
  expect(state.isPaused).toBe(true);
  one.readLast();
  expect(read).toHaveLength(2 * LIMITS.messages.burst);
});

test("[W3] frames go out with the commit that comes next, and by themselves when none comes", async () => {
  const beat = new Beat(40);
  const sent: string[] = [];
  const now = performance.now();
  beat.await(now, () => sent.push("due"));
  beat.await(now + 30, () => sent.push("soon"));
  beat.await(now + 1000, () => sent.push("later"));
  expect(sent).toEqual(["due"]);
  await pause(30);
  beat.strike();
  expect(sent).toEqual(["due", "soon"]);
  await pause(1100);
  expect(sent).toEqual(["due", "soon", "later"]);
});
