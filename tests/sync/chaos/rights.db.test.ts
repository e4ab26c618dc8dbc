import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CLOSE } from "../../../app/document-model/wire";
import { newId, type UserId } from "../../../db/ids";
import { testDatabase } from "../../world/database";
import { documentWith, storeOn } from "../document";
import { joined, waitFor } from "../raw";
import { type Rights, viewerNamed } from "../server";
import { committed, expectLogWithoutGaps } from "./checks";
import { nodeOn } from "./nodes";
import { idsIn, type Typist, typist } from "./typist";

const NAMES = ["Anna Berg", "Bo Dam", "Carl Eg", "Dina Fog"];

let world: Awaited<ReturnType<typeof testDatabase>>;
let store: ReturnType<typeof storeOn>;
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  world = await testDatabase();
  store = storeOn(world);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
afterAll(() => world?.close());

/** Four people typing in one document, two at each node; `isDeaf`: the second node hears no doorbell. */
async function office(isDeaf = false) {
  const rights: Rights = new Map(NAMES.map((name) => [name, "write" as const]));
  const nodes = [await nodeOn(world, "one", rights), await nodeOn(world, "two", rights, isDeaf)] as const;
  for (const node of nodes) cleanups.push(node.stop);
  const { id } = await documentWith(world.db, store, ["Først"]);
  const people = NAMES.map((name, index) => typist(index < 2 ? nodes[0] : nodes[1], id, name, name.slice(0, 2)));
  for (const person of people) cleanups.push(person.close);
  await Promise.all(people.map((person) => person.begin(30)));
  await waitFor(() => people.every(({ saved }) => saved.size > 3));
  return { id, nodes, people, rights };
}

const freeze = (id: Awaited<ReturnType<typeof office>>["id"]) =>
  world.db.transaction((tx) => store.freeze(tx, id, { label: "1. runde", by: newId<UserId>() }));

/** What of it was called saved, in the version's own words. */
function savedIn(canonical: string, person: Typist): { missing: string[]; extra: string[] } {
  const inVersion = new Set<string>(JSON.parse(canonical).blocks.map((block: { id: string }) => block.id));
  return {
    missing: [...person.saved].filter((one) => !inVersion.has(one)),
    extra: person.typed.filter((one) => inVersion.has(one) && !person.saved.has(one)),
  };
}

test.each([
  ["told by the doorbell", false, true],
  ["though its node is deaf and nobody tells", true, false],
])(
  "[A1] [D11] frozen in mid-typing at the other node, a page becomes a reader %s; what was saved is in the version",
  async (_how, isDeaf, tells) => {
    const { id, nodes, people } = await office(isDeaf);
    const { canonical } = await freeze(id);
    if (tells) await nodes[0].sync.close(id, CLOSE.drain);
    await waitFor(() => people.every((person) => person.connection.state.get().role === "read"), undefined, 8_000);
    for (const person of people) person.rest();
    for (const person of people) person.type();
    await waitFor(() => people.every((person) => person.phase() === "left-out"), undefined, 8_000);
    for (const person of people) {
      expect(savedIn(canonical, person).missing).toEqual([]);
      expect(person.connection.hasUnsaved(), "what came too late is still on the page").toBe(true);
      expect(idsIn(person.doc).size).toBeGreaterThanOrEqual(person.typed.length);
    }
    const frozen = idsIn(await committed(store, id));
    expect(new Set(JSON.parse(canonical).blocks.map((block: { id: string }) => block.id))).toEqual(frozen);
    // Thawed, everybody brings what was left out.
    await world.db.transaction((tx) => store.thaw(tx, id));
    if (tells) await nodes[0].sync.close(id, CLOSE.drain);
    await waitFor(() => people.every((person) => person.isSaved()), undefined, 15_000);
    const log = idsIn(await committed(store, id));
    for (const person of people) expect(person.typed.filter((one) => !log.has(one))).toEqual([]);
    await expectLogWithoutGaps(world.db, id);
  },
);

test("[D11] rights taken in mid-typing at the other node: nothing is taken after it, nothing saved before it is lost", async () => {
  const { id, nodes, people, rights } = await office();
  const [anna, bo, carl, dina] = people as [Typist, Typist, Typist, Typist];
  rights.set("Carl Eg", null);
  rights.set("Dina Fog", "read");
  await nodes[0].sync.close(id, CLOSE.drain);
  await waitFor(() => carl.phase() === "refused" && dina.connection.state.get().role === "read", undefined, 8_000);
  expect(carl.connection.state.get().code).toBe(CLOSE.notFound);
  const [lastOfCarl, lastOfDina] = [carl.saved.size, dina.saved.size];
  await waitFor(() => anna.isSaved() || anna.saved.size > 10);
  const before = bo.saved.size;
  await waitFor(() => bo.saved.size > before + 3);
  expect([carl.saved.size, dina.saved.size]).toEqual([lastOfCarl, lastOfDina]);
  const saved = people.flatMap((person) => [...person.saved]);
  const log = idsIn(await committed(store, id));
  expect(saved.filter((one) => !log.has(one))).toEqual([]);
  for (const person of [carl, dina]) expect(person.connection.hasUnsaved()).toBe(true);
});

test("[D5] who signs out is sent away from every node at once, with 4401", async () => {
  const { id, nodes } = await office();
  const sockets = await Promise.all(nodes.map((node) => joined(node.url, id, "Anna Berg")));
  for (const socket of sockets) cleanups.push(socket.close);
  nodes[0].sync.endSession(viewerNamed("Anna Berg").sessionId);
  for (const socket of sockets) expect(await socket.closed()).toBe(CLOSE.notSignedIn);
});
