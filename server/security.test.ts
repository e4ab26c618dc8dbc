import { expect, test } from "vitest";
import { ASSET_HEADERS, isOwnOrigin, isOwnRequest, securityHeaders } from "./security";

const from = (headers: Record<string, string>) => new Headers({ host: "samsvar.example.dk", ...headers });

test.each([
  ["our own page", { "sec-fetch-site": "same-origin", origin: "https://samsvar.example.dk" }, true],
  ["our own page in a browser without Sec-Fetch-Site", { origin: "https://samsvar.example.dk" }, true],
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, false],
  ["a sister site", { "sec-fetch-site": "same-site", origin: "https://intra.example.dk" }, false],
  ["another site that hides", { origin: "null" }, false],
  ["a link typed or opened from elsewhere", { "sec-fetch-site": "none" }, false],
  ["no browser at all", {}, false],
  ["a lie about the site, with the origin of another", { origin: "https://samsvar.example.dk.evil.example" }, false],
])("[D7] a form from %s is %s", (_who, headers, isAllowed) => {
  expect(isOwnOrigin(from(headers as Record<string, string>))).toBe(isAllowed);
});

test("[D7] behind a proxy that changes Host, the public address counts", () => {
  const headers = new Headers({ host: "10.0.0.5:3000", origin: "https://samsvar.example.dk" });
  expect(isOwnOrigin(headers)).toBe(false);
  expect(isOwnOrigin(headers, "https://samsvar.example.dk/")).toBe(true);
});

test("[D7] reading needs no origin, changing does", () => {
  expect(isOwnRequest({ method: "GET", headers: from({}) })).toBe(true);
  expect(isOwnRequest({ method: "POST", headers: from({}) })).toBe(false);
  expect(isOwnRequest({ method: "DELETE", headers: from({ "sec-fetch-site": "cross-site" }) })).toBe(false);
});

test("[S30] pages run our own scripts alone, and a worker of ours may load nothing at all", () => {
  const headers = new Map(securityHeaders("n", new Request("https://samsvar.example.dk/")));
  const policy = headers.get("Content-Security-Policy") ?? "";
  expect(policy).toContain("script-src 'self' 'nonce-n'");
  expect(policy).not.toMatch(/unsafe-eval|blob:|worker-src|script-src[^;]*unsafe-inline/);
  expect(new Map(ASSET_HEADERS).get("Content-Security-Policy")).toBe("default-src 'none'");
});
