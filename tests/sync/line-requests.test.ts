import { createConnection } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { decodeBatch, encodeFrames } from "../../app/document-model/batch";
import { echo, startLines } from "./line-server";
import { mutated, seeded } from "./random";
import { waitFor } from "./raw";

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

async function post(url: string, path: string, { cookie = "Anna", ...init }: RequestInit & { cookie?: string } = {}) {
  return fetch(`${url}/sync/d1/line${path}`, { method: "POST", ...init, headers: { cookie, ...init.headers } });
}

async function lineOf(url: string, cookie = "Anna"): Promise<string> {
  const answer = (await (await post(url, "?epoch=1", { cookie })).json()) as { line: string };
  return answer.line;
}

test("[W9] [D2] another person's line is not there, whatever is asked of it; its own person may come with a new session", async () => {
  const server = await served();
  const line = await lineOf(server.url);
  for (const verb of ["up?number=1", "down?after=0&wait=0", "close"]) {
    const answer = await post(server.url, `/${line}/${verb}`, { cookie: "Bo" });
    expect([answer.status, await answer.json()]).toEqual([404, { code: 1006 }]);
    expect((await post(server.url, `/${line}/${verb}`, { cookie: "" })).status).toBe(404);
  }
  const elsewhere = await fetch(`${server.url}/sync/d2/line/${line}/close`, {
    method: "POST",
    headers: { cookie: "Anna" },
  });
  expect(elsewhere.status).toBe(404);
  const body = encodeFrames([Uint8Array.of(1)]);
  expect((await post(server.url, `/${line}/up?number=1`, { cookie: "Anna; session=2", body })).status).toBe(204);
  const batch = decodeBatch(
    new Uint8Array(await (await post(server.url, `/${line}/down?after=0&wait=5`)).arrayBuffer()),
  );
  expect(batch.frames).toEqual([Uint8Array.of(1)]);
});

test("[W9] what is asked wrongly is refused with its status, and nothing may be kept by who passes it on", async () => {
  const server = await served();
  const line = await lineOf(server.url);
  const asked = async (path: string, init: RequestInit = {}) => {
    const answer = await post(server.url, path, init);
    return answer.status;
  };
  expect(await asked("/nonsense")).toBe(404);
  expect(await asked(`/${line}`)).toBe(404);
  expect(await asked(`/${line}/sideways`)).toBe(404);
  expect(await asked(`/${"0".repeat(32)}/down?after=0&wait=0`)).toBe(404);
  expect(await asked("", { headers: { origin: "http://foreign" } })).toBe(403);
  expect(await asked("", { method: "GET" })).toBe(405);
  expect(await asked(`/${line}/close`, { method: "DELETE" })).toBe(405);
  for (const query of ["", "?number=0", "?number=-1", "?number=1e3", "?number=99999999999999999999", "?number=%00"]) {
    expect(await asked(`/${line}/up${query}`), query).toBe(400);
  }
  for (const query of ["", "?after=0", "?wait=0", "?after=x&wait=1"]) {
    expect(await asked(`/${line}/down${query}`), query).toBe(400);
  }
  expect(await asked(`/${line}/up?number=2`, { body: encodeFrames([Uint8Array.of(1)]) })).toBe(409);
  const answer = await post(server.url, `/${line}/down?after=0&wait=0`);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("content-type")).toBe("application/octet-stream");
  expect((await fetch(`${server.url}/sync/d1`)).status).toBe(200);
});

test("[W9] a body that is too large, or no frames, ends the line with the code the socket would have", async () => {
  const server = await served();
  const bodies: [BodyInit, number, number][] = [
    [new Uint8Array(2 * 1024 * 1024 + 1), 413, 4413],
    [streamOf(new Uint8Array(512 * 1024), 5), 413, 4413],
    [encodeFrames(Array.from({ length: 1025 }, () => Uint8Array.of(1))), 413, 4413],
    [Uint8Array.of(5, 1), 400, 4400],
  ];
  for (const [body, status, code] of bodies) {
    const line = await lineOf(server.url);
    const refused = await post(server.url, `/${line}/up?number=1`, { body, duplex: "half" } as RequestInit);
    expect([refused.status, await refused.json()]).toEqual([status, { code }]);
    const told = await post(server.url, `/${line}/down?after=0&wait=5`);
    expect(decodeBatch(new Uint8Array(await told.arrayBuffer())).close?.code).toBe(code);
  }
});

test("[W9] a body that hangs is not waited for, and one that is broken off changes nothing", async () => {
  const server = await served(echo, { body: 200 });
  const line = await lineOf(server.url);
  const { port } = new URL(server.url);
  const head = `POST /sync/d1/line/${line}/up?number=1 HTTP/1.1\r\nHost: x\r\nCookie: Anna\r\nContent-Length: 100\r\n\r\n`;
  const hanging = createConnection(Number(port), "127.0.0.1");
  cleanups.push(() => hanging.destroy());
  let said = "";
  hanging.on("data", (data) => {
    said += data;
  });
  hanging.write(`${head}\x01\x01`);
  await waitFor(() => said.startsWith("HTTP/1.1 408"));
  for (const part of ["", "\x01\x01", "\x05"]) {
    const broken = createConnection(Number(port), "127.0.0.1");
    broken.on("error", () => {});
    await new Promise<void>((resolve) => broken.write(head + part, () => resolve()));
    broken.destroy();
  }
  const body = encodeFrames([Uint8Array.of(7)]);
  expect((await post(server.url, `/${line}/up?number=1`, { body })).status).toBe(204);
  const batch = decodeBatch(
    new Uint8Array(await (await post(server.url, `/${line}/down?after=0&wait=5`)).arrayBuffer()),
  );
  expect(batch.frames).toEqual([Uint8Array.of(7)]);
});

test("[W9] of one line two bodies are read at a time, however many are begun", async () => {
  const server = await served(echo, { body: 500 });
  const line = await lineOf(server.url);
  const { port } = new URL(server.url);
  const said: string[] = [];
  for (let count = 0; count < 6; count += 1) {
    const hanging = createConnection(Number(port), "127.0.0.1");
    cleanups.push(() => hanging.destroy());
    hanging.on("data", (data) => said.push(String(data).slice(9, 12)));
    hanging.on("error", () => {});
    hanging.write(
      `POST /sync/d1/line/${line}/up?number=1 HTTP/1.1\r\nHost: x\r\nCookie: Anna\r\nContent-Length: 100\r\n\r\n`,
    );
  }
  await waitFor(() => said.length === 6);
  expect(said).toEqual(["429", "429", "429", "429", "408", "408"]);
});

test("[W9] a person has at most twenty lines, and has room again when some are closed", async () => {
  const server = await served();
  const lines = await Promise.all(Array.from({ length: 20 }, () => lineOf(server.url)));
  const refused = await post(server.url, "");
  expect([refused.status, await refused.json()]).toEqual([503, { code: 1013 }]);
  expect((await post(server.url, "", { cookie: "Bo" })).status).toBe(201);
  await post(server.url, `/${lines[0]}/close`);
  expect((await post(server.url, "")).status).toBe(201);
});

test("[W9] of a session's polls four wait at most, so that its browser keeps connections for the rest", async () => {
  const server = await served();
  const lines = await Promise.all(Array.from({ length: 5 }, () => lineOf(server.url)));
  const ended: { index: number; rest: number }[] = [];
  for (const [index, line] of lines.entries()) {
    void post(server.url, `/${line}/down?after=0&wait=20`).then(async (answer) => {
      const { rest } = decodeBatch(new Uint8Array(await answer.arrayBuffer()));
      ended.push({ index, rest });
    }, () => {}); // biome-ignore format: one line
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await waitFor(() => ended.length > 0);
  expect(ended).toEqual([{ index: 0, rest: 3000 }]);
});

test("[W9] whatever is asked, in two thousand odd requests, has an answer, and lines that were there go on", async () => {
  const server = await served(echo, { wait: 1, room: 1, body: 50 });
  const line = await lineOf(server.url, "Bo");
  const random = seeded(3);
  const paths = [
    "line",
    `line/${line}/up`,
    `line/${line}/down`,
    `line/${line}/close`,
    "line/",
    "line/../line",
    "line/%00",
  ];
  const queries = [
    "",
    "number=1",
    "number=2",
    "after=0&wait=0",
    "after=1&wait=1",
    "after=-1&wait=9e9",
    "number=1&number=x",
  ];
  const statuses = new Set<number>();
  for (let count = 0; count < 2_000; count += 1) {
    const url = `http://x/sync/${random.oneOf(["d1", "d2", "%ff", "a b"])}/${random.oneOf(paths)}?${random.oneOf(queries)}`;
    const method = random.oneOf(["POST", "POST", "POST", "PUT", "PATCH", "DELETE"]);
    const cookie = random.oneOf(["Anna", "", "\u00ff", "Carl; x=1"]);
    const body = new Uint8Array(
      mutated(random, encodeFrames([Uint8Array.of(1, 2, 3), Uint8Array.of(random.below(10))])),
    );
    const length = random.oneOf(["0", "6", "-1", "1e99", "x"]);
    const request = new Request(url, { method, body, headers: { cookie, "content-length": length } });
    statuses.add((await server.lines.answer(request))?.status ?? 0);
  }
  expect([...statuses].sort()).toEqual(expect.arrayContaining([201, 401, 404, 405, 503]));
  expect([...statuses].filter((status) => status === 500)).toEqual([]);
  const body = encodeFrames([Uint8Array.of(7)]);
  expect((await post(server.url, `/${line}/up?number=1`, { body, cookie: "Bo" })).status).toBe(204);
});

test("[W9] a person who opens and closes lines as fast as can be takes no room from others", async () => {
  const server = await served((line) => line.close(4409));
  for (let round = 0; round < 50; round += 1) {
    const line = await lineOf(server.url);
    if (line) await post(server.url, `/${line}/close`);
  }
  const bounded = await Promise.all(Array.from({ length: 40 }, () => post(server.url, "")));
  expect(bounded.filter(({ status }) => status === 201)).toHaveLength(20);
  expect((await post(server.url, "", { cookie: "Bo" })).status).toBe(201);
});

function streamOf(chunk: Uint8Array, times: number): ReadableStream {
  let left = times;
  return new ReadableStream({
    pull: (controller) => {
      if (left-- > 0) controller.enqueue(chunk);
      else controller.close();
    },
  });
}
