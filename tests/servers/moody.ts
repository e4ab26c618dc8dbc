import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Habit } from "../../server/exports/filing/habits";

export type Asked = { method: string; path: string; query: URLSearchParams; body: Buffer; request: IncomingMessage };
export type Said = {
  status?: number;
  json?: unknown;
  text?: string;
  bytes?: Uint8Array;
  headers?: Record<string, string>;
};

export type Moody = {
  url: string;
  treatNext: (habit: Habit, after?: number) => void;
  /** "PUT /a/b", all that was asked. */
  asked: string[];
  /** Called before and after each question is dealt with; where it says so the line is cut there. */
  watch: (watcher: Watcher) => void;
  stop: () => Promise<void>;
};

type Watcher = (count: number, when: "before" | "after") => "cut" | undefined;

const PAGE =
  "<!DOCTYPE html><html><body><h2>Service Unavailable</h2><p>HTTP Error 503. The service is unavailable.</p></body></html>";

/**
 * A server of ours in another's place. What `takes` says is a document to take, it treats as it has been told to; all
 * else it answers well.
 */
export async function startMoody(
  answer: (asked: Asked) => Said | Promise<Said>,
  takes: (asked: Asked) => boolean,
): Promise<Moody> {
  const moods: { habit: Habit; after: number }[] = [];
  const asked: string[] = [];
  let watcher: Watcher = () => undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://localhost");
    const one = {
      method: request.method ?? "GET",
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      body: Buffer.concat(chunks),
      request,
    };
    const count = asked.push(`${one.method} ${one.path}`);
    if (watcher(count, "before") === "cut") return void response.destroy();
    const [mood] = takes(one) ? moods : [];
    const habit = mood && mood.after-- === 0 ? moods.shift()?.habit : undefined;
    const said = async () => {
      const done = await answer(one);
      if (watcher(count, "after") === "cut") response.destroy();
      return done;
    };
    await treat(habit, said, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const treatNext = (habit: Habit, after = 0) => void moods.push({ habit, after });
  const watch = (next: Watcher) => {
    watcher = next;
  };
  return { url: `http://127.0.0.1:${port}`, asked, stop, treatNext, watch };
}

async function treat(
  habit: Habit | undefined,
  act: () => Said | Promise<Said>,
  response: ServerResponse,
): Promise<void> {
  switch (habit) {
    case undefined:
      return say(response, await act());
    case "error inside a 200":
      return say(response, { json: { Message: "The file could not be converted." } });
    case "nothing inside a 200":
      return say(response, { text: "" });
    case "nothing inside a 200 after it is done":
      await act();
      return say(response, { text: "" });
    case "the page of a 503 inside a 200 after it is done":
      await act();
      return say(response, { text: PAGE, headers: { "content-type": "text/html" } });
    case "a 503 as a page":
      return say(response, { status: 503, text: PAGE, headers: { "content-type": "text/html" } });
    case "a 500":
      return say(response, { status: 500, json: { Message: "Object reference not set to an instance of an object." } });
    case "a line cut before it is done":
      return void response.destroy();
    case "a line cut after it is done":
      await act();
      return void response.destroy();
    case "no answer after it is done":
      await act();
  }
}

function say(response: ServerResponse, { status = 200, json, text, bytes, headers = {} }: Said): void {
  const body = json === undefined ? (bytes ?? text ?? "") : JSON.stringify(json);
  const kind = json === undefined ? "application/octet-stream" : "application/json; charset=utf-8";
  response.writeHead(status, { "content-type": kind, ...headers });
  response.end(body);
}

/** The parts of a form as it comes over the line. */
export async function formIn({ body, request }: Asked): Promise<FormData> {
  return new Response(new Uint8Array(body), {
    headers: { "content-type": request.headers["content-type"] ?? "" },
  }).formData();
}
