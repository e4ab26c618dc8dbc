import { expect, test } from "vitest";
import { served } from "./bytes";

const bytes = new TextEncoder().encode("0123456789");
const ask = (headers: Record<string, string>) =>
  served(new Request("http://x.dk/", { headers }), { bytes, mediaType: "text/plain", etag: '"e"' });

test("a part is answered as a part, and what cannot be one with the whole or with how long it is", async () => {
  const told = async (range: string, more: Record<string, string> = {}) => {
    const answer = ask({ range, ...more });
    return [answer.status, answer.headers.get("content-range"), answer.status < 300 ? await answer.text() : ""];
  };
  expect(await told("bytes=0-3")).toEqual([206, "bytes 0-3/10", "0123"]);
  expect(await told("bytes=7-")).toEqual([206, "bytes 7-9/10", "789"]);
  expect(await told("bytes=-2")).toEqual([206, "bytes 8-9/10", "89"]);
  expect(await told("bytes=8-99")).toEqual([206, "bytes 8-9/10", "89"]);
  expect(await told("bytes=-99")).toEqual([206, "bytes 0-9/10", "0123456789"]);
  expect(await told("bytes=10-")).toEqual([416, "bytes */10", ""]);
  expect(await told("bytes=-0")).toEqual([416, "bytes */10", ""]);
  for (const whole of ["bytes=0-1,4-5", "lines=0-1", "bytes=-", "bytes=5-2"])
    expect(await told(whole)).toEqual([200, null, "0123456789"]);
  expect(await told("bytes=0-1", { "if-range": '"e"' })).toEqual([206, "bytes 0-1/10", "01"]);
  expect(await told("bytes=0-1", { "if-range": '"other"' })).toEqual([200, null, "0123456789"]);
});

test("who has it already gets nothing but its tag", () => {
  for (const known of ['"e"', '"a", W/"e"', "*"]) {
    const answer = ask({ "if-none-match": known });
    expect([answer.status, answer.headers.get("etag")]).toEqual([304, '"e"']);
  }
  expect(ask({ "if-none-match": '"a"' }).status).toBe(200);
});
