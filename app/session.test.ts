import { expect, test } from "vitest";
import { safePath } from "./session";

test("after signing in one comes back to where one was, with its search and place", () => {
  const here = "/svar/1234?punkt=2#b-abc";
  expect(safePath(here)).toBe(here);
  expect(safePath("/hoeringer/æble")).toBe("/hoeringer/%C3%A6ble");
});

test("no address leads from the sign-in page to another site, however a browser would read it", () => {
  const elsewhere = ["//evil.example", "/\\evil.example", "/\t/evil.example", "/\n/evil.example", "/.//evil.example"];
  const none = ["https://evil.example", "javascript:alert(1)", "", "evil", "/\t\\evil.example", "/..//evil.example"];
  for (const path of [...elsewhere, ...none, null]) expect(safePath(path)).toBe("/");
});
