import { expect, test } from "vitest";
import { chooseSocket } from "./choose-socket";
import { type Ended, HttpSocket } from "./http-socket";
import { AT_FIRST, heardOn, LINE_FOR, lineFailed, remembered, socketFailed, wayAt } from "./socket-choice";

const NOON = 1_800_000_000_000;

test("[W9] two WebSockets in a row that are refused while HTTP works lead to the line; one, or one heard between, does not", () => {
  const once = socketFailed(AT_FIRST, "refused", NOON);
  expect(wayAt(once, NOON)).toBe("socket");
  expect(wayAt(socketFailed(once, "refused", NOON), NOON)).toBe("line");
  expect(wayAt(socketFailed(heardOn("socket", once), "refused", NOON), NOON)).toBe("socket");
});

test("[W9] one WebSocket that is swallowed for seconds is enough", () => {
  expect(wayAt(socketFailed(AT_FIRST, "swallowed", NOON), NOON)).toBe("line");
});

test("[W9] after ten minutes a WebSocket is tried once: if it fails, the line is taken at once, if it speaks, it stays", () => {
  const onLine = socketFailed(AT_FIRST, "swallowed", NOON);
  expect(wayAt(onLine, NOON + LINE_FOR - 1)).toBe("line");
  const later = NOON + LINE_FOR;
  expect(wayAt(onLine, later)).toBe("socket");
  expect(wayAt(socketFailed(onLine, "refused", later), later)).toBe("line");
  expect(wayAt(heardOn("socket", onLine), later)).toBe("socket");
  expect(wayAt(socketFailed(heardOn("socket", onLine), "refused", later), later)).toBe("socket");
});

test("[W9] where lines come to nothing either, WebSockets are tried again", () => {
  const onLine = socketFailed(AT_FIRST, "swallowed", NOON);
  const once = lineFailed(onLine);
  expect(wayAt(once, NOON)).toBe("line");
  expect(wayAt(lineFailed(heardOn("line", once)), NOON)).toBe("line");
  expect(wayAt(lineFailed(once), NOON)).toBe("socket");
});

test("[W9] the tab's next page goes on where the one before was, and nonsense it finds there means nothing", () => {
  expect(wayAt(remembered(String(NOON), NOON + 1000), NOON + 1000)).toBe("line");
  for (const text of [null, "", "soon", "NaN", "{}", String(NOON - LINE_FOR), String(NOON + 1)]) {
    expect(remembered(text, NOON), String(text)).toEqual(AT_FIRST);
  }
});

/** A network in words: what becomes of WebSockets, whether HTTP works, and which sockets a page was given. */
function network() {
  const made: string[] = [];
  const kept = new Map<string, string>();
  const world = { reaches: true, now: NOON };
  const sockets: FakeSocket[] = [];
  const lines: { ended(how: Ended): void }[] = [];
  class FakeSocket extends EventTarget {
    constructor() {
      super();
      made.push("socket");
      sockets.push(this);
    }
    /** As a browser does: whatever ends a socket, its close is told. */
    close() {
      this.over(1006);
    }
    over(code: number) {
      this.dispatchEvent(Object.assign(new Event("close"), { code }));
    }
  }
  class FakeLine extends HttpSocket {
    constructor(url: string | URL, protocols?: string | string[], given: { ended?(how: Ended): void } = {}) {
      super(url, protocols, { ...given, fetch: () => new Promise(() => {}) });
      made.push("line");
      lines.push({ ended: (how) => given.ended?.(how) });
    }
  }
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const page = () => {
    const Chosen = chooseSocket({
      WebSocket: FakeSocket as unknown as typeof WebSocket,
      HttpSocket: FakeLine,
      reaches: async (server) => world.reaches && server.href === "https://own.dk/health/live",
      storage,
      now: () => world.now,
    });
    return { knock: () => new Chosen("wss://own.dk/sync/d1?epoch=1") };
  };
  const turnedAway = async (ms = 10) => {
    world.now += ms;
    sockets.at(-1)?.over(1006);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { world, made, kept, sockets, lines, page, turnedAway };
}

test("[W9] a page whose WebSockets are turned away is given a line the third time, and so is the tab's next page", async () => {
  const { page, made, turnedAway } = network();
  const first = page();
  for (let count = 0; count < 2; count += 1) {
    first.knock();
    await turnedAway();
  }
  first.knock();
  expect(made).toEqual(["socket", "socket", "line"]);
  page().knock();
  expect(made.at(-1)).toBe("line");
});

test("[W9] while the network is away, or the server itself says no, WebSockets are not to blame", async () => {
  const { page, made, sockets, world, turnedAway } = network();
  const { knock } = page();
  world.reaches = false;
  for (let count = 0; count < 5; count += 1) {
    knock();
    await turnedAway();
  }
  world.reaches = true;
  for (const code of [4401, 4409, 1012, 1013, 1009]) {
    knock();
    sockets.at(-1)?.over(code);
  }
  for (let count = 0; count < 5; count += 1) {
    knock();
    sockets.at(-1)?.dispatchEvent(new Event("message"));
    await turnedAway();
  }
  expect(new Set(made)).toEqual(new Set(["socket"]));
});

test("[W9] leaving a page soon says nothing of its socket; giving up on one that hangs does", async () => {
  const { page, made, sockets, world } = network();
  const { knock } = page();
  for (let count = 0; count < 5; count += 1) {
    knock();
    world.now += 500;
    sockets.at(-1)?.close();
    await new Promise((resolve) => setTimeout(resolve));
  }
  knock();
  world.now += 8_000;
  sockets.at(-1)?.close();
  await new Promise((resolve) => setTimeout(resolve));
  knock();
  expect(made).toEqual([...Array(6).fill("socket"), "line"]);
});

test("[W9] lines that come to nothing lead back to WebSockets, and the tab forgets them", async () => {
  const { page, made, kept, lines, world, turnedAway } = network();
  const { knock } = page();
  for (let count = 0; count < 2; count += 1) {
    knock();
    await turnedAway();
  }
  knock();
  lines.at(-1)?.ended({ hasHeard: true, isLeft: false, code: 1006 });
  world.reaches = false;
  for (let count = 0; count < 3; count += 1) lines.at(-1)?.ended({ hasHeard: false, isLeft: false, code: 1006 });
  await new Promise((resolve) => setTimeout(resolve));
  world.reaches = true;
  expect(kept.size).toBe(1);
  for (let count = 0; count < 2; count += 1) {
    knock();
    lines.at(-1)?.ended({ hasHeard: false, isLeft: false, code: 1006 });
    await new Promise((resolve) => setTimeout(resolve));
  }
  knock();
  expect(made).toEqual(["socket", "socket", "line", "line", "line", "socket"]);
  expect(kept.size).toBe(0);
});
