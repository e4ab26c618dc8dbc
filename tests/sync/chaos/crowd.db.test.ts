import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { decode } from "../../../app/document-model/wire";
import type { DocumentId } from "../../../db/ids";
import { testDatabase } from "../../world/database";
import { documentWith, storeOn, updateOf, writeParagraph } from "../document";
import { type Joined, joined, waitFor } from "../raw";
import { type Rights, startSync } from "../server";
import { committed, expectLogWithoutGaps, isSame } from "./checks";
import { pageThrough } from "./pages";
import { type Process, startProcess } from "./processes";
import { proxyTo } from "./proxy";
import { SIZE } from "./size";
import { idsIn } from "./typist";

/** Client ids are issued to a person now and then: a crowd is many people. */
const CROWD = Array.from({ length: 1000 }, (_, index) => `Person ${index}`);
const RIGHTS: Rights = new Map(CROWD.map((name) => [name, "write" as const]));
const WAITS = 120_000;

let world: Awaited<ReturnType<typeof testDatabase>>;
let store: ReturnType<typeof storeOn>;
let node: Process;
beforeAll(async () => {
  world = await testDatabase();
  store = storeOn(world);
  node = await startProcess(world.url, "crowded", RIGHTS);
});
afterAll(async () => {
  await node?.end("SIGTERM");
  await world?.close();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** So many at a time: a crowd comes through the door in a queue. */
async function inTurn<Given, Made>(
  all: readonly Given[],
  atOnce: number,
  make: (one: Given, index: number) => Promise<Made>,
) {
  const made: Made[] = [];
  const waiting = [...all.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) made[next[0]] = await make(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return made;
}

function documents(count: number): Promise<DocumentId[]> {
  return inTurn(Array.from({ length: count }), 4, async () => (await documentWith(world.db, store, ["Først"])).id);
}

/** Applies what is heard as it comes, so that its document is a page's. */
function following(client: Joined): Joined {
  client.ws.on("message", (data: Buffer) => {
    const message = decode(data);
    if (message.type === "update" || message.type === "step2") Y.applyUpdate(client.doc, message.update);
  });
  return client;
}

function typeOnce(client: Joined, id: string): void {
  client.send({ type: "update", update: updateOf(client.doc, () => writeParagraph(client.doc, id, `Afsnit ${id}`)) });
}

test(
  `${SIZE.crowd.sockets} sockets on ${SIZE.crowd.documents} documents, an update a second: every one is saved, and seen by everybody`,
  async () => {
    const { sockets, seconds } = SIZE.crowd;
    const ids = await documents(SIZE.crowd.documents);
    const of = (index: number) => ids[index % ids.length] as DocumentId;
    const people = await inTurn(CROWD.slice(0, sockets), 20, async (name, index) =>
      following(await joined(node.url, of(index), name)),
    );
    for (let second = 1; second <= seconds; second++) {
      const began = Date.now();
      for (const [index, person] of people.entries()) {
        typeOnce(person, `p${index}-${second}-typed`);
        person.send({ type: "mark", mark: second });
        // Spread over the second, as people are.
        if (index % 10 === 9) await pause(Math.max(0, began + (1000 * index) / sockets - Date.now()));
      }
      await pause(Math.max(0, began + 1000 - Date.now()));
    }
    await waitFor(
      () => people.every((person) => person.all("saved").some(({ mark }) => mark === seconds)),
      undefined,
      WAITS,
    );
    for (const [place, id] of ids.entries()) {
      const log = await committed(store, id);
      const here = people.filter((_person, index) => index % ids.length === place);
      expect(idsIn(log).size).toBe(1 + here.length * seconds);
      await waitFor(() => here.every(({ doc }) => isSame(doc, log)), undefined, WAITS);
      await expectLogWithoutGaps(world.db, id);
    }
    for (const person of people) person.close();
  },
  4 * WAITS,
);

test(
  "[W3] a hundred edit one document; the hundred and first reads, and edits when a place is free",
  async () => {
    const { id } = await documentWith(world.db, store, ["Først"]);
    const editors = await inTurn(CROWD.slice(0, 100), 10, async (name) => following(await joined(node.url, id, name)));
    const late = await joined(node.url, id, "Person 100");
    expect((await late.first("hello")).hello).toMatchObject({ role: "read", why: "room-full" });
    for (const [index, editor] of editors.entries()) {
      expect((await editor.first("hello")).hello.role).toBe("write");
      typeOnce(editor, `e${index}-typed`);
      editor.send({ type: "mark", mark: 1 });
    }
    typeOnce(late, "late-typed");
    await late.until(() => late.all("reject").some(({ code }) => code === "read-only"));
    await waitFor(() => editors.every((editor) => editor.all("saved").length > 0), undefined, WAITS);
    const log = await committed(store, id);
    expect(idsIn(log).size).toBe(101);
    await waitFor(() => editors.every(({ doc }) => isSame(doc, log)), undefined, WAITS);
    await late.until(() => isSame(late.text(), log));
    editors[0]?.close();
    const comesIn = async () => {
      const next = await joined(node.url, id, "Person 101");
      const { role } = (await next.first("hello")).hello;
      next.close();
      return role;
    };
    await expect.poll(comesIn, { interval: 200, timeout: 10_000 }).toBe("write");
    for (const one of [...editors, late]) one.close();
  },
  WAITS,
);

test(
  "[W3] one who does not read costs little, is noticed by nobody, and gets what it missed in one difference",
  async () => {
    const { id } = await documentWith(world.db, store, ["Først"]);
    const [slow, witness] = [await joined(node.url, id, "Person 0"), following(await joined(node.url, id, "Person 1"))];
    const writers = await inTurn(CROWD.slice(2, 10), 4, async (name) => following(await joined(node.url, id, name)));
    const before = await node.memory();
    slow.ws.pause();
    const heard = slow.heard.length;
    // Written and taken away again: much goes over the wire, and the document stays small.
    const big = "Meget lang tekst. ".repeat(5_000);
    for (let turn = 1; turn <= 20; turn++) {
      for (const [index, writer] of writers.entries()) {
        const written = updateOf(writer.doc, () =>
          writeParagraph(writer.doc, `w${index}-${turn}-big`, big.slice(0, 60_000)),
        );
        writer.send({ type: "update", update: written });
        writer.send({ type: "mark", mark: turn });
      }
      await waitFor(
        () => writers.every((writer) => writer.all("saved").some(({ mark }) => mark === turn)),
        undefined,
        WAITS,
      );
      const [first] = writers;
      if (!first) throw new Error("Expected writers.");
      const body = first.doc.getXmlFragment("body");
      first.send({ type: "update", update: updateOf(first.doc, () => body.delete(1, body.length - 1)) });
    }
    typeOnce(witness, "witness-typed");
    witness.send({ type: "mark", mark: 1 });
    await witness.saved(1);
    expect(witness.isClosed()).toBe(false);
    // Ten megabytes went to everybody else. Loosely: what a process holds is not what one socket costs.
    expect((await node.memory()) - before).toBeLessThan(200 * 1024 * 1024);
    slow.ws.resume();
    const log = await committed(store, id);
    await slow.until(() => isSame(slow.text(), log));
    expect(slow.heard.length).toBeGreaterThan(heard);
    expect(slow.isClosed()).toBe(false);
    for (const one of [slow, witness, ...writers]) one.close();
  },
  WAITS,
);

test(
  `[I7] ${SIZE.storm} pages that come back at one moment are all let in, and each document is loaded once`,
  async () => {
    const ids = await documents(20);
    const loads = new Map<DocumentId, number>();
    const load: typeof store.load = (id) => {
      loads.set(id, (loads.get(id) ?? 0) + 1);
      return store.load(id);
    };
    const first = await startSync({ store, rights: RIGHTS });
    let port = first.port;
    const line = await proxyTo(() => port);
    const pages = await inTurn(CROWD.slice(0, SIZE.storm), 20, async (name, index) => {
      const page = pageThrough(line, ids[index % ids.length] as DocumentId, name);
      await waitFor(() => page.phase() === "saved", undefined, WAITS);
      return page;
    });
    const second = await startSync({ store: { ...store, load }, rights: RIGHTS });
    port = second.port;
    line.cut();
    for (const [index, page] of pages.entries()) writeParagraph(page.doc, `storm-${index}`, "Skrevet imens");
    await waitFor(() => pages.every((page) => page.phase() === "saved"), undefined, WAITS);
    expect([...loads.values()]).toEqual(ids.map(() => 1));
    for (const [place, id] of ids.entries()) {
      const here = pages.filter((_page, index) => index % ids.length === place);
      await waitFor(async () => idsIn(await committed(store, id)).size === here.length + 1);
      const log = await committed(store, id);
      await waitFor(() => here.every(({ doc }) => isSame(doc, log)), undefined, WAITS);
    }
    for (const page of pages) page.close();
    await line.stop();
    await Promise.all([first.stop(), second.stop()]);
  },
  2 * WAITS,
);
