import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type Entry, entryHash, firstBroken, type HashedEntry } from "./rules";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

function chain(events: string[]): HashedEntry[] {
  const entries: HashedEntry[] = [];
  for (const [index, event] of events.entries()) {
    const entry: Entry = {
      municipalityId: "m",
      seq: index + 1,
      at: new Date(Date.UTC(2026, 0, 1, 12, index)),
      actorId: "u",
      actorName: "Tove",
      actorRoles: "coordinator",
      event,
      objectKind: "consultation",
      objectId: "c",
      data: { b: 1, a: { d: null, c: [2] } },
      previousHash: entries.at(-1)?.hash ?? "",
    };
    entries.push({ ...entry, hash: entryHash(entry, hash) });
  }
  return entries;
}

test("[U1] an untouched chain holds", () => {
  expect(firstBroken(chain(["opened", "assigned", "approved"]), hash)).toBeNull();
});

test("[U1] a changed entry is found, and so is one that was taken out or put in another order", () => {
  const changed = chain(["opened", "assigned", "approved"]);
  changed[1] = { ...changed[1]!, actorName: "En anden" };
  expect(firstBroken(changed, hash)).toBe(2);

  const [first, , third] = chain(["opened", "assigned", "approved"]);
  expect(firstBroken([first!, third!], hash)).toBe(3);

  const [a, b] = chain(["opened", "assigned"]);
  expect(firstBroken([b!, a!], hash)).toBe(2);
});

test("[U1] the order of keys in the data does not change the hash, a value does", () => {
  const [entry] = chain(["opened"]);
  expect(entryHash({ ...entry!, data: { a: { c: [2], d: null }, b: 1 } }, hash)).toBe(entry!.hash);
  expect(entryHash({ ...entry!, data: { a: { c: [3], d: null }, b: 1 } }, hash)).not.toBe(entry!.hash);
});
