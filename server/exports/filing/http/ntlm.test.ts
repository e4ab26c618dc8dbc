import { expect, test } from "vitest";
import { md4 } from "./md4";
import { keyOf, personOf, responseTo } from "./ntlm";

test("MD4 gives what RFC 1320 says", () => {
  const of = (text: string) => md4(Buffer.from(text)).toString("hex");
  expect(of("")).toBe("31d6cfe0d16ae931b73c59d7e0c089c0");
  expect(of("abc")).toBe("a448017aaf21d8525fc10ae87aa6729d");
  expect(of("12345678901234567890123456789012345678901234567890123456789012345678901234567890")).toBe(
    "e33b4ddc9c38f2199c3e7b164fcc0536",
  );
});

test("NTLM answers a challenge as in the examples of [MS-NLMP] 4.2.4", () => {
  const person = { domain: "Domain", user: "User", password: "Password" };
  expect(keyOf(person).toString("hex")).toBe("0c868a403bfd7a93a3001ef22ef02e3f");
  const target = Buffer.from("02000c0044006f006d00610069006e0001000c0053006500720076006500720000000000", "hex");
  const challenge = { nonce: Buffer.from("0123456789abcdef", "hex"), target };
  const answer = responseTo(person, challenge, Buffer.alloc(8, 0xaa), Buffer.alloc(8));
  expect(answer.subarray(0, 16).toString("hex")).toBe("68cd0ab851e51c96aabc927bebef6a1c");
});

test("an account is a name in a domain, or a name alone", () => {
  expect(personOf("EKSEMPEL\\svc", "x")).toMatchObject({ domain: "EKSEMPEL", user: "svc" });
  expect(personOf("svc@eksempel.dk", "x")).toMatchObject({ domain: "", user: "svc@eksempel.dk" });
});
