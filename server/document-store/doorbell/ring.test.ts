import { describe, expect, test } from "vitest";
import { type DocumentId, newId } from "../../../db/ids";
import { Gathered, readRing, type Word, writeRings } from "./ring";

const id = () => newId<DocumentId>();
const head = (documentId: DocumentId, headSeq: number, epoch = 1): Word => ({
  kind: "head",
  documentId,
  epoch,
  headSeq,
});

describe("[I9] news that are gathered", () => {
  test("become the newest head of each document, in whatever order they come", () => {
    const [one, other] = [id(), id()];
    const gathered = new Gathered();
    gathered.add([head(one, 4), head(other, 9), head(one, 6), head(one, 5), head(other, 1, 2)]);
    expect(gathered.takeAll()).toEqual([head(one, 6), head(other, 1, 2)]);
    expect(gathered.isEmpty).toBe(true);
  });

  test("keep every knock with another code and every session, once", () => {
    const [documentId, sessionId] = [id(), newId()];
    const knock = (code: number): Word => ({ kind: "knock", documentId, code });
    const session: Word = { kind: "session", sessionId };
    const gathered = new Gathered();
    gathered.add([knock(1012), session, knock(4403), knock(1012), session, head(documentId, 1)]);
    expect(gathered.takeAll()).toEqual([knock(1012), session, knock(4403), head(documentId, 1)]);
  });
});

describe("[I9] a ring", () => {
  test("says what was written, in payloads shorter than PostgreSQL's limit", () => {
    const news: Word[] = [
      ...Array.from({ length: 500 }, (_, index) => head(id(), Number.MAX_SAFE_INTEGER - index, 2 ** 31)),
      { kind: "knock", documentId: id(), code: 4403 },
      { kind: "session", sessionId: newId() },
      { kind: "hello" },
    ];
    const payloads = writeRings("node-1", news);
    expect(payloads.every((payload) => Buffer.byteLength(payload) <= 7500)).toBe(true);
    const rings = payloads.map(readRing);
    expect(rings.every((ring) => ring?.from === "node-1")).toBe(true);
    expect(rings.flatMap((ring) => ring?.words ?? [])).toEqual(news);
    expect(writeRings("node-1", [])).toEqual([]);
  });

  test("leaves out a word that fits into no notification, and says the others", () => {
    const [one, other] = [head(id(), 1), head(id(), 2)];
    const huge: Word = { kind: "presence", documentId: id(), clientId: 2 ** 31, state: { cursor: "\0".repeat(2000) } };
    expect(writeRings("node-1", [one, huge, other]).flatMap((payload) => readRing(payload)?.words)).toEqual([
      one,
      other,
    ]);
    expect(writeRings("node-1", [huge])).toEqual([]);
  });

  test.each([
    "",
    "hej",
    "null",
    "[]",
    "{}",
    '{"from":"n","news":{}}',
    '{"from":"","news":[]}',
    '{"from":7,"news":[]}',
    '{"from":"n","news":[],"also":1}',
    '{"from":"n","news":[]}',
    '{"from":"n","news":[null]}',
    '{"from":"n","news":[["hello",1]]}',
    '{"from":"n","news":[["head"]]}',
    '{"from":"n","news":[["head","1; drop table document",1,1]]}',
    `{"from":"n","news":[["head","${newId()}",1,-1]]}`,
    `{"from":"n","news":[["head","${newId()}",1,1.5]]}`,
    `{"from":"n","news":[["head","${newId()}",1,1e300]]}`,
    `{"from":"n","news":[["head","${newId()}","1","1"]]}`,
    `{"from":"n","news":[["head","${newId()}",1,1,1]]}`,
    `{"from":"n","news":[["head",{"toString":"x"},1,1]]}`,
    `{"from":"n","news":[["knock","${newId()}",7]]}`,
    `{"from":"n","news":[["session","../../etc"]]}`,
    `{"from":"n","news":[["head","${newId()}",1,1],["something new",1]]}`,
    '{"__proto__":{"from":"n","news":[]}}',
    "[".repeat(7000),
  ])("is none when it is %j", (payload) => {
    expect(readRing(payload)).toBeNull();
  });
});
