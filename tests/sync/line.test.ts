import { afterEach, expect, test, vi } from "vitest";
import { echo, httpSocketAs, startLines } from "./line-server";
import { type Fate, startProxy } from "./proxy";
import { seeded } from "./random";
import { waitFor } from "./raw";

// Proxies lose requests here, and lines find that out in real time.
vi.setConfig({ testTimeout: 30_000 });

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function served(...given: Parameters<typeof startLines> | []) {
  const server = await startLines(given[0] ?? echo, given[1]);
  cleanups.push(server.stop);
  return server;
}

async function proxied(...given: Parameters<typeof startProxy>) {
  const proxy = await startProxy(...given);
  cleanups.push(proxy.stop);
  return proxy;
}

function opened(url: string, cookie = "Anna") {
  const socket = new (httpSocketAs(cookie))(`${url.replace("http", "ws")}/sync/d1?epoch=1&client=5`);
  const heard: Uint8Array[] = [];
  const events: string[] = [];
  socket.onopen = () => events.push("open");
  socket.onmessage = ({ data }) => heard.push(new Uint8Array(data));
  socket.onerror = () => events.push("error");
  socket.onclose = ({ code, reason }) => events.push(`close ${code} ${reason}`.trim());
  cleanups.push(() => socket.close());
  const until = (isSo: () => unknown, ms?: number) => waitFor(() => Boolean(isSo()), undefined, ms);
  return { socket, heard, events, until, isOpen: () => until(() => events.includes("open")) };
}

test("[W9] frames go there and back through a proxy that knows no WebSocket, unchanged and in order", async () => {
  const server = await served();
  const proxy = await proxied(server.url);
  const { socket, heard, isOpen, until } = opened(proxy.url);
  await isOpen();
  const sent = Array.from({ length: 300 }, (_, index) => new Uint8Array(1 + (index % 50)).fill(index % 7));
  sent.push(new Uint8Array(1024 * 1024).fill(3));
  for (const frame of sent) socket.send(frame);
  expect(socket.bufferedAmount).toBeGreaterThan(1024 * 1024);
  await until(() => heard.length === sent.length);
  expect(heard.every((frame, index) => Buffer.compare(frame, sent[index] ?? frame.subarray(1)) === 0)).toBe(true);
  expect(socket.bufferedAmount).toBe(0);
});

test("[W9] who stands behind the line is told the same as at an upgrade", async () => {
  const knocks: unknown[] = [];
  const server = await served((line, { params, ...knock }) => {
    knocks.push({ ...knock, params: Object.fromEntries(params), isPaused: line.isPaused });
    echo(line);
  });
  await opened(server.url).isOpen();
  const params = { epoch: "1", client: "5" };
  expect(knocks).toEqual([{ cookie: "Anna", documentId: "d1", params, isOwn: true, isPaused: true }]);
});

test("[W9] the close code comes after what was sent before it", async () => {
  const server = await served();
  const { socket, heard, events, isOpen, until } = opened(server.url);
  await isOpen();
  for (const mark of [1, 2, 9, 3]) socket.send(Uint8Array.of(mark));
  await until(() => events.length > 1);
  expect(events).toEqual(["open", "close 4400 told to"]);
  expect(heard).toEqual([Uint8Array.of(1), Uint8Array.of(2)]);
});

test("[W9] requests and answers that get lost on the way lose no frame, double none and keep the order", async () => {
  const server = await served();
  const random = seeded(5);
  const fates: Fate[] = ["pass", "pass", "pass", "pass", "lose-request", "lose-answer"];
  const inARow = new Map<string, number>();
  const fate = (path: string): Fate => {
    const verb = /(up|down)\?/.exec(path)?.[1];
    const before = inARow.get(verb ?? "") ?? 0;
    const drawn = verb === undefined || before === 2 ? "pass" : random.oneOf(fates);
    inARow.set(verb ?? "", drawn === "pass" ? 0 : before + 1);
    return drawn;
  };
  const proxy = await proxied(server.url, { fate });
  const { socket, heard, events, isOpen, until } = opened(proxy.url);
  await isOpen();
  const sent: Uint8Array[] = [];
  for (let round = 0; round < 12; round += 1) {
    for (let count = 0; count < 5; count += 1) sent.push(Uint8Array.of(1, round, count));
    for (const frame of sent.slice(-5)) socket.send(frame);
    await until(() => socket.bufferedAmount === 0);
  }
  await until(() => heard.length >= sent.length);
  expect(heard).toEqual(sent);
  expect(events).toEqual(["open"]);
  expect(proxy.counts.lost).toBeGreaterThan(3);
});

test("[W9] where a proxy cuts what it has to wait for, the page asks for shorter waits and stays on its line", async () => {
  const waits: number[] = [];
  let say = (_frame: Uint8Array) => {};
  const server = await served((line) => {
    say = (frame) => line.send(frame);
    line.resume();
  });
  const fate = (path: string): Fate => {
    const wait = /wait=(\d+)/.exec(path)?.[1];
    if (wait) waits.push(Number(wait));
    return "pass";
  };
  const proxy = await proxied(server.url, { patience: 2_500, fate });
  const { heard, events, isOpen, until } = opened(proxy.url);
  await isOpen();
  await until(() => waits.length > 3);
  expect(waits.slice(0, 4)).toEqual([20, 1, 1, 1]);
  say(Uint8Array.of(1));
  await until(() => heard.length === 1);
  expect(events).toEqual(["open"]);
});

test("[W9] a server that is gone is noticed within seconds, and one that has forgotten the line at once", async () => {
  const server = await served();
  const proxy = await proxied(server.url);
  const one = opened(proxy.url);
  await one.isOpen();
  proxy.state.isDown = true;
  proxy.cut();
  await one.until(() => one.events.length > 2);
  expect(one.events).toEqual(["open", "error", "close 1006"]);
  const other = opened(server.url);
  await other.isOpen();
  server.lines.stop();
  await other.until(() => other.events.length > 2);
  expect(other.events).toEqual(["open", "error", "close 1006"]);
});

test("[W9] a page that cannot open a line is told so by the verdict, or as a lost socket", async () => {
  const server = await served((line) => line.close(4404));
  const late = opened(server.url);
  await late.until(() => late.events.length > 1);
  expect(late.events).toEqual(["open", "close 4404"]);
  const nobody = opened(server.url, "");
  await nobody.until(() => nobody.events.length > 0);
  expect(nobody.events).toEqual(["close 4401"]);
  const nowhere = opened("http://127.0.0.1:1");
  await nowhere.until(() => nowhere.events.length > 1);
  expect(nowhere.events).toEqual(["error", "close 1006"]);
});

test("[W9] a page that says goodbye still sends what it has said, and the server knows at once", async () => {
  const heard: number[] = [];
  let isClosed = false;
  const server = await served((line) => {
    line.on("message", (data) => heard.push((data as Uint8Array)[0] ?? -1));
    line.on("close", () => {
      isClosed = true;
    });
    line.resume();
  });
  const { socket, events, isOpen, until } = opened(server.url);
  await isOpen();
  for (const mark of [1, 2, 3]) socket.send(Uint8Array.of(mark));
  socket.close();
  socket.send(Uint8Array.of(4));
  await until(() => isClosed);
  expect(heard).toEqual([1, 2, 3]);
  expect(events).toEqual(["open", "close 1000"]);
});

test("[W9] who sends too fast waits, and no frame is lost", async () => {
  const server = await served();
  const { socket, heard, isOpen, until } = opened(server.url);
  await isOpen();
  for (let round = 0; round < 5; round += 1) {
    socket.send(Uint8Array.of(8));
    for (const mark of [1, 2]) socket.send(Uint8Array.of(mark, round));
    await until(() => socket.bufferedAmount === 0);
  }
  await until(() => heard.length === 10);
  expect(heard.map(([mark, round]) => [mark, round])).toEqual([0, 1, 2, 3, 4].flatMap((round) => [[1, round], [2, round]])); // biome-ignore format: one line
});

test("[W9] when the node drains, everybody hears what was said before and then why", async () => {
  const server = await served();
  const pages = await Promise.all(Array.from({ length: 10 }, async () => {
    const page = opened(server.url);
    await page.isOpen();
    page.socket.send(Uint8Array.of(1));
    return page;
  })); // biome-ignore format: one line
  await Promise.all(pages.map(({ heard, until }) => until(() => heard.length === 1)));
  await server.lines.closeAll(1012);
  server.lines.stop();
  for (const { events, until } of pages) {
    await until(() => events.length > 1);
    expect(events).toEqual(["open", "close 1012"]);
  }
  const refused = opened(server.url);
  await refused.until(() => refused.events.length > 0);
  expect(refused.events).toEqual(["close 1012"]);
});
