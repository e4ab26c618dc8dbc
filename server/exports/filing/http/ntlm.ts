import { createHmac, randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { Agent as SecureAgent } from "node:https";
import { type Answer, type Caller, createCaller } from "./caller";
import { md4 } from "./md4";

/** Version 2 of NTLM ([MS-NLMP]), as far as a client needs it: what SharePoint and systems built on it sign in by. */
export type Person = { domain: string; user: string; password: string };

const SIGNATURE = "NTLMSSP\0";
/** Unicode, NTLM, always sign, extended session security, target information. */
const FLAGS = 0x00000001 | 0x00000004 | 0x00000200 | 0x00008000 | 0x00080000 | 0x00800000;

/** "EKSEMPEL\\svc-samsvar"; without a domain it is the server's own. */
export function personOf(account: string, password: string): Person {
  const at = account.indexOf("\\");
  return { domain: account.slice(0, Math.max(0, at)), user: account.slice(at + 1), password };
}

/** NTLM signs in a connection, so each question has one of its own, and both of its steps go over it. */
export function createNtlm(person: Person, timeoutMs?: number): Caller {
  return async (question) => {
    const isSecure = new URL(question.url).protocol === "https:";
    const agent = new (isSecure ? SecureAgent : Agent)({ keepAlive: true, maxSockets: 1 });
    const caller = createCaller({ agent, ...(timeoutMs ? { timeoutMs } : {}) });
    const ask = (authorization: string, body: typeof question.body) =>
      caller({ ...question, headers: { ...question.headers, authorization }, ...(body === undefined ? {} : { body }) });
    try {
      const answer = await ask(
        `NTLM ${negotiation().toString("base64")}`,
        question.body === undefined ? undefined : "",
      );
      const challenge = challengeIn(answer);
      if (!challenge) return answer;
      return await ask(`NTLM ${authentication(person, challenge, randomBytes(8)).toString("base64")}`, question.body);
    } finally {
      agent.destroy();
    }
  };
}

function negotiation(): Buffer {
  const message = Buffer.alloc(32);
  message.write(SIGNATURE, "latin1");
  message.writeUInt32LE(1, 8);
  message.writeUInt32LE(FLAGS, 12);
  return message;
}

export type Challenge = { nonce: Buffer; target: Buffer };

function challengeIn({ status, headers }: Answer): Challenge | null {
  const offered = [headers["www-authenticate"]].flat().join(", ");
  const [, packed] = /NTLM ([A-Za-z0-9+/=]+)/.exec(offered) ?? [];
  if (status !== 401 || !packed) return null;
  const message = Buffer.from(packed, "base64");
  if (message.length < 48 || message.readUInt32LE(8) !== 2) return null;
  const [length, at] = [message.readUInt16LE(40), message.readUInt32LE(44)];
  return { nonce: message.subarray(24, 32), target: message.subarray(at, at + length) };
}

/** The proof and what it is a proof of. `now` is what the server says the time is, where it says so. */
export function responseTo(person: Person, { nonce, target }: Challenge, own: Buffer, now = timeIn(target)) {
  const key = keyOf(person);
  const rest = Buffer.concat([
    Buffer.from("0101000000000000", "hex"),
    now,
    own,
    Buffer.alloc(4),
    target,
    Buffer.alloc(4),
  ]);
  const proof = hmac(key, Buffer.concat([nonce, rest]));
  return Buffer.concat([proof, rest]);
}

export function keyOf({ domain, user, password }: Person): Buffer {
  return hmac(md4(Buffer.from(password, "utf16le")), Buffer.from(user.toUpperCase() + domain, "utf16le"));
}

function authentication(person: Person, challenge: Challenge, own: Buffer): Buffer {
  const parts = [
    // The older answer is left empty: nobody may fall back to it.
    Buffer.alloc(24),
    responseTo(person, challenge, own),
    Buffer.from(person.domain, "utf16le"),
    Buffer.from(person.user, "utf16le"),
    Buffer.alloc(0),
    Buffer.alloc(0),
  ];
  const head = Buffer.alloc(64);
  head.write(SIGNATURE, "latin1");
  head.writeUInt32LE(3, 8);
  let at = head.length;
  for (const [index, part] of parts.entries()) {
    head.writeUInt16LE(part.length, 12 + 8 * index);
    head.writeUInt16LE(part.length, 14 + 8 * index);
    head.writeUInt32LE(at, 16 + 8 * index);
    at += part.length;
  }
  head.writeUInt32LE(FLAGS, 60);
  return Buffer.concat([head, ...parts]);
}

const TIMESTAMP = 7;

/** The server's time in what it says of itself, or ours: in steps of 100 ns since 1601. */
function timeIn(target: Buffer): Buffer {
  for (let at = 0; at + 4 <= target.length; at += 4 + target.readUInt16LE(at + 2))
    if (target.readUInt16LE(at) === TIMESTAMP) return target.subarray(at + 4, at + 12);
  const now = Buffer.alloc(8);
  now.writeBigUInt64LE((BigInt(Date.now()) + 11_644_473_600_000n) * 10_000n);
  return now;
}

function hmac(key: Buffer, bytes: Buffer): Buffer {
  return createHmac("md5", key).update(bytes).digest();
}
