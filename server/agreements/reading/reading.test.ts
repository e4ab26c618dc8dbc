import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReading, type Reading } from "./index";
import type { Order } from "./reading-worker";

const log = { warn: vi.fn() };
const made: Reading[] = [];
beforeEach(() => void log.warn.mockClear());
afterEach(async () => {
  for (const one of made.splice(0)) await one.end();
});

function reading(options: { limitMs?: number; memoryMb?: number; script?: URL } = {}): Reading {
  const one = createReading({ log, ...options });
  made.push(one);
  return one;
}

/** A thread that does this with each paper, whose name is `fileName`; `answer()` says that it was read. */
function threadThat(does: string): URL {
  const code = `import { parentPort } from "node:worker_threads";
    const answer = () => parentPort.postMessage({ read: { refused: "no-text" } });
    parentPort.on("message", ({ fileName }) => { ${does} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

function paper(text: string, fileName = "aftale.txt"): Order {
  return { bytes: new TextEncoder().encode(text), fileName };
}

test("[S10] a paper is read in a thread of its own, with ids for its nodes, and a refusal comes back as one", async () => {
  const { read } = reading();
  const answer = await read(paper("1 Møder\n\n1.1 Parterne mødes hver måned.\n"));
  expect(answer).toMatchObject({
    kind: "agreement",
    proposal: { nodes: [{ number: "1", children: [{ number: "1.1" }] }] },
  });
  expect(await read({ ...paper("GIF89a"), fileName: "aftale.pdf" })).toEqual({ refused: "other-content" });
  expect(log.warn).not.toHaveBeenCalled();
});

test("[S10] a real paper that takes longer than it may is given up", async () => {
  const slow = "1.1 Kommunen og regionen samarbejder om borgerens forløb.\n\n".repeat(400_000);
  const { read } = reading({ limitMs: 50 });
  expect(await read(paper(slow))).toEqual({ refused: "took-too-long" });
  expect(log.warn).toHaveBeenCalledOnce();
});

test.each([
  ["hangs", "for (;;);", "took-too-long"],
  ["says nothing", "", "took-too-long"],
  ["breaks down", "setTimeout(() => { throw new Error('broken') }, 5)", "damaged"],
  ["ends", "process.exit(3)", "damaged"],
  ["cannot be told", "parentPort.postMessage({ error: new Error('broken') })", "damaged"],
  ["needs too much memory", "const all = []; for (;;) all.push(new Array(1e6).fill(all.length))", "too-large"],
])("[S10] a paper whose thread %s is refused, and the next one gets a thread that works", async (_, does, refused) => {
  const script = threadThat(`if (fileName === "god.txt") answer(); else { ${does} }`);
  const { read } = reading({ script, limitMs: 1500, memoryMb: 64 });
  expect(await read(paper("Tekst", "ond.txt"))).toEqual({ refused });
  expect(await read(paper("Tekst", "god.txt"))).toEqual({ refused: "no-text" });
  expect(log.warn.mock.calls.map(([said]) => said)).toMatchObject([{ refused, bytes: 5 }]);
});

test("[S10] two papers are read at once and no more; the others wait in the order they came", async () => {
  const { read } = reading({ script: threadThat("setTimeout(answer, Number(fileName))"), limitMs: 5000 });
  const events: string[] = [];
  const all = ["400", "100", "150", "10"].map(async (fileName) => {
    await read(paper("Tekst", fileName), () => events.push(`begins ${fileName}`));
    events.push(`ends ${fileName}`);
  });
  await Promise.all(all);
  expect(events).toEqual([
    "begins 400",
    "begins 100",
    "ends 100",
    "begins 150",
    "ends 150",
    "begins 10",
    "ends 10",
    "ends 400",
  ]);
});

test("whoever waits is told how far the paper is", async () => {
  const told = "parentPort.postMessage({ done: 1, of: 9 }); parentPort.postMessage({ done: 2, of: null }); answer()";
  const heard: unknown[] = [];
  await reading({ script: threadThat(told) }).read(paper("Tekst"), (done, of) => heard.push([done, of]));
  expect(heard).toEqual([
    [0, null],
    [1, 9],
    [2, null],
  ]);
});

test("[B2] ending gives up what is being read", async () => {
  const one = reading({ script: threadThat("for (;;);") });
  const answer = one.read(paper("Tekst"));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await one.end();
  expect(await answer).toEqual({ refused: "damaged" });
});

test("[S10] of more papers than may wait, the last are told to come back, and the others are read", async () => {
  const { read } = reading({ script: threadThat("setTimeout(answer, 5)") });
  const answers = await Promise.all(Array.from({ length: 15 }, () => read(paper("Tekst"))));
  const told = answers.map((answer) => ("refused" in answer ? answer.refused : "read"));
  expect(told).toEqual([...Array(10).fill("no-text"), ...Array(5).fill("too-many-waiting")]);
});
