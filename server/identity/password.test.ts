import { expect, test } from "vitest";
import { readSessionCookie, sessionCookie } from "./cookie";
import { hashPassword, isPassword } from "./password";

test("[D4] a password is known by its hash, and by nothing else", async () => {
  const stored = await hashPassword("Blåbærgrød 7");
  expect(stored).toMatch(/^scrypt\$65536\$8\$1\$/);
  expect(stored).not.toContain("Blåbærgrød");
  expect(await isPassword("Blåbærgrød 7", stored)).toBe(true);
  expect(await isPassword("blåbærgrød 7", stored)).toBe(false);
  expect(await isPassword("Blåbærgrød 7", "plain$Blåbærgrød 7")).toBe(false);
});

test("[D4] å typed as one letter or as a and ring is the same password", async () => {
  const stored = await hashPassword("\u00e5l");
  expect(await isPassword("a\u030al", stored)).toBe(true);
});

test("[D5] the cookie is out of reach of scripts and other sites, and on https of sister sites too", () => {
  expect(sessionCookie("abc", false)).toBe("samsvar_session=abc; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax");
  expect(sessionCookie("abc", true)).toMatch(/^__Host-samsvar_session=abc; .*; Secure$/);
  expect(sessionCookie("", false)).toContain("Max-Age=0");
  expect(readSessionCookie("a=b; samsvar_session=abc", false)).toBe("abc");
  expect(readSessionCookie("samsvar_session=abc", true)).toBeNull();
});
