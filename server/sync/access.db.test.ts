import { get } from "node:http";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { LIVE_SCHEMA, ROOTS } from "../../app/document-model/document";
import { type DocumentId, newId, type UserId } from "../../db/ids";
import { caretAt, plainText, updateOf, writeParagraph } from "../../tests/sync/document";
import { claimed, queryOf, rawClient, waitFor } from "../../tests/sync/raw";
import { phase, syncWorld } from "../../tests/sync/world";

const world = syncWorld();

test("a reader's forged frames change nothing and are answered with read-only", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const [reader, writer] = [await world.join(server, id, "Rie Lund"), await world.join(server, id, "Anna Berg")];
  expect((await reader.first("hello")).hello.role).toBe("read");
  const update = updateOf(reader.doc, () => writeParagraph(reader.doc, "forged", "Forfalsket"));
  reader.send({ type: "update", update });
  reader.send({ type: "step2", update });
  const gap = updateOf(reader.doc, () => writeParagraph(reader.doc, "forged2", "Igen"));
  reader.send({ type: "update", update: gap });
  reader.send({ type: "mark", mark: 3 });
  await reader.until(() => reader.all("reject").length === 3);
  expect(reader.all("reject").every(({ code }) => code === "read-only")).toBe(true);
  writer.send({ type: "update", update: updateOf(writer.doc, () => writeParagraph(writer.doc, "anna-1", "Ægte")) });
  writer.send({ type: "mark", mark: 1 });
  await writer.saved(1);
  expect(reader.all("saved")).toEqual([]);
  expect(await world.committed(id)).toBe("Indledning\nÆgte");
  // A reader still sees what is written.
  await reader.until(() => plainText(reader.text()) === "Indledning\nÆgte");
});

test("a step 2 that repeats what the server has passes from a reader and adds no row from a writer", async () => {
  const server = await world.serve();
  const { id } = await world.document(["En", "To"]);
  const writer = await world.join(server, id, "Anna Berg");
  const cut = updateOf(writer.doc, () => writer.doc.getXmlFragment(ROOTS.body).delete(1, 1));
  writer.send({ type: "update", update: cut });
  writer.send({ type: "mark", mark: 1 });
  await writer.saved(1);
  writer.send({ type: "step2", update: Y.encodeStateAsUpdate(writer.doc) });
  writer.send({ type: "mark", mark: 2 });
  await writer.saved(2);
  expect(await world.rowsOf(id)).toHaveLength(2);
  const reader = await world.join(server, id, "Rie Lund");
  reader.send({ type: "step2", update: Y.encodeStateAsUpdate(writer.doc) });
  reader.send({ type: "step1", stateVector: Y.encodeStateVector(reader.doc) });
  await reader.until(() => reader.all("step2").length === 2);
  expect(reader.all("reject")).toEqual([]);
});

test("[P1] a connection speaks in presence for itself alone, and under the name of its session", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const [anna, bo] = [await world.join(server, id, "Anna Berg"), await world.join(server, id, "Bo Dam")];
  const state = { user: { name: "Direktøren", color: "red" }, cursor: caretAt(1), also: "this" };
  const [a, b] = [anna.claim.clientID, bo.claim.clientID];
  anna.send({ type: "presence", entries: [{ clientId: a, clock: 1, state }] });
  const of = (clientId: number) =>
    bo.all("presence").flatMap((one) => one.entries.filter((e) => e.clientId === clientId));
  await bo.until(() => of(a).length > 0);
  expect(of(a)[0]?.state).toEqual({
    user: { name: "Anna Berg", initials: "AB", color: expect.any(String), center: "", writes: true },
    cursor: caretAt(1),
  });
  // Bo shows himself, then forges Anna's entry, an unknown one, and her departure.
  bo.send({ type: "presence", entries: [{ clientId: b, clock: 1, state: { cursor: null } }] });
  bo.send({ type: "presence", entries: [{ clientId: a, clock: 99, state: { cursor: caretAt(2) } }] });
  bo.send({ type: "presence", entries: [{ clientId: 33, clock: 1, state: {} }] });
  bo.send({ type: "presence", entries: [{ clientId: a, clock: 100, state: null }] });
  bo.send({ type: "presence", entries: [{ clientId: b, clock: 2, state: { big: "x".repeat(5000) } }] });
  bo.send({ type: "presence", entries: [{ clientId: b, clock: 3, state: { cursor: caretAt(3) } }] });
  const seen = () => anna.all("presence").flatMap(({ entries }) => entries);
  await anna.until(() =>
    seen().some((entry) => JSON.stringify(entry.state?.["cursor"]) === JSON.stringify(caretAt(3))),
  );
  expect(seen().map((entry) => entry.clientId)).toEqual(seen().map(() => b));
  const late = await world.join(server, id, "Rie Lund");
  const entries = (await late.first("presence")).entries;
  expect(entries.map(({ clientId }) => clientId).sort()).toEqual([a, b].sort());
  bo.close();
  await anna.until(() => seen().some((entry) => entry.clientId === b && entry.state === null));
});

test("[I7] a load that fails closes the socket and makes nothing; nobody ever sees the document empty", async () => {
  let failures = 2;
  let comeIn = () => {};
  const allHere = new Promise<void>((resolve) => {
    comeIn = resolve;
  });
  let [loads, claims] = [0, 0];
  const failing = {
    ...world.store,
    claimClient: async (...claim: Parameters<typeof world.store.claimClient>) => {
      const held = await world.store.claimClient(...claim);
      claims += 1;
      // A moment later, when the last of them waits for the load too.
      if (claims === 20) setTimeout(() => comeIn(), 20);
      return held;
    },
    load: async (id: DocumentId) => {
      loads += 1;
      await allHere;
      if (failures-- > 0) throw new Error("the database is away");
      return world.store.load(id);
    },
  };
  const server = await world.serve({ store: failing });
  const { id } = await world.document(["Først"]);
  const knock = async () =>
    rawClient(server.url, id + queryOf(await claimed(server.url, id, "Anna Berg")), "Anna Berg");
  const clients = await Promise.all(Array.from({ length: 20 }, knock));
  for (const { close } of clients) world.afterwards(close);
  expect(await Promise.all(clients.map((client) => client.closed()))).toEqual(clients.map(() => 1013));
  expect(clients.flatMap((client) => client.heard)).toEqual([]);
  expect(loads).toBe(1);
  // Real pages come back by themselves, through the second failure to the document.
  const pages = Array.from({ length: 20 }, () => world.page(server, id, "Anna Berg"));
  const seen = new Set<string>();
  for (const { doc, connection } of pages) {
    connection.state.subscribe(() => connection.state.get().synced && seen.add(plainText(doc)));
  }
  await waitFor(() => pages.every((opened) => phase(opened) === "saved"));
  expect([...seen]).toEqual(["Først"]);
  expect(await world.rowsOf(id)).toHaveLength(1);
});

test("[I7] a text whose page has been asked for is in memory when the page's socket comes; one that fails makes nothing", async () => {
  const loads: DocumentId[] = [];
  let fails = true;
  const load = async (id: DocumentId) => {
    loads.push(id);
    if (fails) throw new Error("the database is away");
    return world.store.load(id);
  };
  const server = await world.serve({ store: { ...world.store, load }, times: { expect: 0 } });
  const { id } = await world.document(["Først"]);
  server.sync.expect(id);
  await waitFor(() => loads.length === 1);
  fails = false;
  server.sync.expect(id);
  server.sync.expect(id);
  await waitFor(() => loads.length === 2);
  const page = world.page(server, id, "Anna Berg");
  await waitFor(() => plainText(page.doc) === "Først");
  expect(loads).toEqual([id, id]);
});

test("[D2] [D7] [I6] [W4] each verdict has its code, and comes after the upgrade", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const codeFor = async (documentId: string, cookie: string, origin?: string) => {
    const client = await rawClient(server.url, documentId, cookie, origin);
    return client.closed();
  };
  const anna = await claimed(server.url, id, "Anna Berg");
  const [mine, bad] = [queryOf(anna), queryOf({ ...anna, nonce: "gættet" })];
  expect(await codeFor(id + mine, "ingen")).toBe(4401);
  expect(await codeFor(id + mine, "Anna Berg", "http://evil.example")).toBe(4403);
  expect(await codeFor(id + mine, "Uden Adgang")).toBe(4404);
  expect(await codeFor(newId() + mine, "Anna Berg")).toBe(4404);
  expect(await codeFor(`not-an-id${mine}`, "Anna Berg")).toBe(4404);
  expect(await codeFor(id + queryOf({ ...anna, epoch: 2 }), "Anna Berg")).toBe(4409);
  expect(await codeFor(id + queryOf({ ...anna, schemaVersion: 0 }), "Anna Berg")).toBe(4426);
  expect(await codeFor(id + queryOf({ ...anna, schemaVersion: LIVE_SCHEMA + 1 }), "Anna Berg")).toBe(1013);
  // Without a claim, with a guessed one, and with another person's. [I4]
  expect(await codeFor(id, "Anna Berg")).toBe(4409);
  expect(await codeFor(id + bad, "Anna Berg")).toBe(4409);
  expect(await codeFor(id + mine, "Bo Dam")).toBe(4409);
  const fine = await rawClient(server.url, id + mine, "Anna Berg", "http://own");
  const { clientID } = anna;
  expect((await fine.first("hello")).hello).toMatchObject({
    epoch: 1,
    headSeq: 1,
    role: "write",
    schemaVersion: LIVE_SCHEMA,
    clientID,
  });
  fine.close();
});

test("a page that is refused keeps its text, says so, and is let in again by retry", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const anna = world.page(server, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  server.rights.delete("Anna Berg");
  await server.sync.close(id, 4401);
  await waitFor(() => phase(anna) === "refused");
  expect(anna.connection.state.get().code).toBe(4401);
  writeParagraph(anna.doc, "anna-1", "Skrevet bagefter");
  expect(anna.connection.hasUnsaved()).toBe(true);
  server.rights.set("Anna Berg", "write");
  anna.connection.retry();
  await waitFor(() => phase(anna) === "saved");
  expect(await world.committed(id)).toBe("Indledning\nSkrevet bagefter");
});

test("[A1] freezing in mid-typing: what was saved is in the version, the rest is refused and stays on the page", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const anna = world.page(server, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  const frozen = await world.db.transaction((tx) =>
    world.store.freeze(tx, id, { label: "1. runde", by: newId<UserId>() }),
  );
  writeParagraph(anna.doc, "anna-1", "For sent");
  await waitFor(() => phase(anna) === "left-out");
  expect(anna.connection.state.get()).toMatchObject({ code: null, role: "read", hasUnsaved: true });
  expect(plainText(anna.doc)).toContain("For sent");
  expect(JSON.parse(frozen.canonical).blocks).toHaveLength(1);
  const reader = await world.join(server, id, "Bo Dam");
  expect((await reader.first("hello")).hello.role).toBe("read");
  await world.db.transaction((tx) => world.store.thaw(tx, id));
  await server.sync.close(id, 1012);
  await waitFor(() => phase(anna) === "saved");
  expect(await world.committed(id)).toBe("Indledning\nFor sent");
});

test("rights that are gone close the socket within a recheck, without anybody telling", async () => {
  const server = await world.serve({ times: { recheck: 30 } });
  const { id } = await world.document();
  const [anna, bo] = [await world.join(server, id, "Anna Berg"), await world.join(server, id, "Bo Dam")];
  server.rights.set("Anna Berg", "read");
  expect(await anna.closed()).toBe(4403);
  server.rights.delete("Bo Dam");
  expect(await bo.closed()).toBe(4401);
});

test("what no editor of ours writes is refused before it is in the log", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const forge = async (change: (doc: Y.Doc) => void) => {
    const client = await world.join(server, id, "Anna Berg");
    client.send({ type: "update", update: updateOf(client.doc, () => change(client.doc)) });
    return { code: await client.closed(), reject: client.all("reject").map(({ code }) => code) };
  };
  const unknown = { code: 4400, reject: ["unknown-content"] };
  expect(await forge((doc) => doc.getMap("comments").set("a", "b"))).toEqual(unknown);
  expect(await forge((doc) => doc.getMap(ROOTS.links).set("no|key", true))).toEqual(unknown);
  expect(await forge((doc) => doc.getMap(ROOTS.body).set("key", "value"))).toEqual(unknown);
  expect(await forge((doc) => doc.getXmlFragment(ROOTS.body).push([new Y.XmlElement("script")]))).toEqual(unknown);
  expect(await forge((doc) => writeParagraph(doc, "huge", "x".repeat(300_000)))).toEqual({
    code: 4413,
    reject: ["too-large"],
  });
  const client = await world.join(server, id, "Anna Berg");
  client.sendBytes(new Uint8Array(1024 * 1024 + 1));
  expect(await client.closed()).toBe(4413);
  expect(await world.rowsOf(id)).toHaveLength(1);
});

test("an upgrade to an address that is none is turned away, and the server lives", async () => {
  const server = await world.serve();
  for (const path of ["//", "///sync", "//[", "/sync"]) {
    const headers = { connection: "Upgrade", upgrade: "websocket" };
    const asked = get({ host: "127.0.0.1", port: server.port, path, headers });
    await new Promise((resolve) => asked.once("error", resolve));
  }
  const { id } = await world.document();
  expect((await (await world.join(server, id, "Anna Berg")).first("hello")).hello.role).toBe("write");
});
