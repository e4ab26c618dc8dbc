import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newsAt, textAt, whileSeen } from "./standing-open";

const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const line = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", line);
  page.visibilityState = "visible";
  line.onLine = true;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("[D5] what a page asks by itself says that nobody has done anything, and is never an old answer", async () => {
  const asked = vi.fn(async (..._request: Parameters<typeof fetch>) => Response.json({ stamp: "7" }));
  vi.stubGlobal("fetch", asked);
  expect(await newsAt("/beskeder/nyt")).toEqual({ stamp: "7" });
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ cache: "no-store", headers: { "X-Standing-Open": "1" } });
});

test("[D5] a session that has run out, a refusal and a line that is away are no news", async () => {
  const answer = async (said: Response | Error) => {
    vi.stubGlobal("fetch", () => (said instanceof Error ? Promise.reject(said) : Promise.resolve(said)));
    return await textAt("/x");
  };
  expect(await answer(new Response("<html>", { headers: { "content-type": "text/html" } }))).toBeNull();
  expect(await answer(Response.json({ code: "not-found" }, { status: 404 }))).toBeNull();
  expect(await answer(new TypeError("Failed to fetch"))).toBeNull();
});

test("[D5] whoever asks by themselves again and again goes through this module", () => {
  const app = fileURLToPath(new URL(".", import.meta.url));
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const texts = files.map((file) => [file, readFileSync(join(app, file), "utf8")] as const);
  const own = texts.filter(([, text]) => /setInterval\(/.test(text) && /fetch\(|revalidate\(/.test(text));
  // It says with every call that its page stands open.
  expect(own.map(([file]) => file)).toEqual(["editor/together/use-since.ts"]);
  const naming = texts.filter(([file, text]) => /x-standing-open/i.test(text) && !file.includes(".test."));
  expect(naming.map(([file]) => file)).toEqual(["standing-open.ts"]);
});

test("[D5] nothing is asked while the page is out of sight or without a line, and at once when it is come back to", async () => {
  const ask = vi.fn(async () => true);
  const stop = whileSeen(ask, { every: 5000 });
  await vi.advanceTimersByTimeAsync(4999);
  expect(ask).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(ask).toHaveBeenCalledTimes(1);
  page.visibilityState = "hidden";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(1);
  page.visibilityState = "visible";
  line.onLine = false;
  page.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(1);
  line.onLine = true;
  window.dispatchEvent(new Event("online"));
  expect(ask).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(ask).toHaveBeenCalledTimes(3);
  stop();
  window.dispatchEvent(new Event("focus"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(3);
});

test("one question is asked at a time, and a silence is followed by a longer pause", async () => {
  const answers: ((isHeard: boolean) => void)[] = [];
  const ask = () => new Promise<boolean>((resolve) => answers.push(resolve));
  const stop = whileSeen(ask, { every: 1000, afterSilence: 10_000, atOnce: true });
  window.dispatchEvent(new Event("focus"));
  await vi.advanceTimersByTimeAsync(5000);
  expect(answers).toHaveLength(1);
  answers[0]?.(false);
  await vi.advanceTimersByTimeAsync(9999);
  expect(answers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(answers).toHaveLength(2);
  answers[1]?.(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(answers).toHaveLength(3);
  stop();
});
