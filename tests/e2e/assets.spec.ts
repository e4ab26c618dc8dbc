import type { APIRequestContext } from "playwright/test";
import { expect, test } from "./fixtures";

test("[E33] a page's scripts and styles go out packed, as they are to who cannot unpack them, and may be kept for ever", async ({
  request,
}) => {
  for (const address of await assetsOf(request)) {
    const plain = await asked(request, address, "identity");
    expect(plain.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    for (const [accepted, encoding] of [
      ["gzip, deflate, br, zstd", "br"],
      ["gzip", "gzip"],
    ] as const) {
      const packed = await asked(request, address, accepted);
      expect(packed.text).toBe(plain.text);
      expect(packed.headers).toMatchObject({
        "content-encoding": encoding,
        "content-type": plain.headers["content-type"],
        "cache-control": plain.headers["cache-control"],
        vary: "Accept-Encoding",
      });
      expect(Number(packed.headers["content-length"])).toBeLessThan(Number(plain.headers["content-length"]) / 2);
    }
  }
});

test("[E33] what has no packed file beside it is served all the same, also in part", async ({ request }) => {
  const [, style = ""] = await assetsOf(request);
  const font = (await (await request.get(style)).text()).match(/\/assets\/[\w-]+\.woff2/)?.[0] ?? "";
  const whole = await asked(request, font, "gzip, deflate, br");
  expect(whole.headers["content-type"]).toBe("font/woff2");
  expect(whole.headers["content-encoding"]).toBeUndefined();
  const part = await request.get(font, { headers: { range: "bytes=0-3" } });
  expect(part.status()).toBe(206);
  expect((await part.body()).toString()).toBe("wOF2");
});

/** One script and one style of a page that anybody may see. */
async function assetsOf(request: APIRequestContext): Promise<string[]> {
  const page = await (await request.get("/log-ind")).text();
  return [/\/assets\/entry\.client-[\w-]+\.js/, /\/assets\/(?:entry|root)-[\w-]+\.css/].map(
    (name) => page.match(name)?.[0] ?? "",
  );
}

async function asked(request: APIRequestContext, address: string, encoding: string) {
  const answer = await request.get(address, { headers: { "accept-encoding": encoding } });
  expect(answer.status()).toBe(200);
  return { headers: answer.headers(), text: await answer.text() };
}
