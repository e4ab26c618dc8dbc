import { expect, test } from "vitest";
import * as Y from "yjs";
import { LIVE_SCHEMA } from "../../app/document-model/document";
import { newId } from "../../db/ids";
import { plainText, updateOf, writeParagraph } from "../../tests/sync/document";
import { askedFor, claimed, type Joined, queryOf, rawClient, waitFor } from "../../tests/sync/raw";
import { syncWorld } from "../../tests/sync/world";

const world = syncWorld();

/** The store whose appends wait until they are let go. */
function held(store = world.store) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { letGo: () => letGo(), store: { ...store, append: (batch: never) => gate.then(() => store.append(batch)) } };
}

function writes({ doc }: Joined, id: string, text: string): Uint8Array {
  return updateOf(doc, () => writeParagraph(doc, id, text));
}

test("[I4] a client id is issued over HTTP to one page of one person, and refusals are the socket's verdicts", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const ask = async (documentId: string, cookie: string, body?: object) => {
    const answer = await askedFor(server.url, documentId, cookie, body);
    return { status: answer.status, ...(await answer.json()) };
  };
  const one = await ask(id, "Anna Berg");
  expect(one).toMatchObject({ status: 201, epoch: 1, schemaVersion: LIVE_SCHEMA, nonce: expect.any(String) });
  expect(one.clientID).toBeGreaterThanOrEqual(2 ** 31);
  expect((await ask(id, "Anna Berg")).clientID).not.toBe(one.clientID);
  expect((await ask(id, "Rie Lund")).status).toBe(201);
  expect(await ask(id, "ingen")).toEqual({ status: 401, code: 4401 });
  expect(await ask(id, "Uden Adgang")).toEqual({ status: 404, code: 4404 });
  expect(await ask(newId(), "Anna Berg")).toEqual({ status: 404, code: 4404 });
  expect(await ask("x", "Anna Berg")).toEqual({ status: 404, code: 4404 });
  expect(await ask(id, "Anna Berg", { schemaVersion: LIVE_SCHEMA - 1 })).toEqual({ status: 426, code: 4426 });
  expect(await ask(id, "Anna Berg", { schemaVersion: LIVE_SCHEMA + 1 })).toEqual({ status: 503, code: 1013 });
  expect(await ask(id, "Anna Berg", { schemaVersion: "1" })).toEqual({ status: 400, code: 4400 });
  const long = { schemaVersion: LIVE_SCHEMA, also: "x".repeat(100_000) };
  expect(await ask(id, "Anna Berg", long), "not read to its end").toEqual({ status: 400, code: 4400 });
});

test("[I4] what is written under another client id is refused before it is in the log", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const [anna, bo] = [await world.join(server, id, "Anna Berg"), await world.join(server, id, "Bo Dam")];
  bo.doc.clientID = anna.claim.clientID;
  bo.send({ type: "update", update: writes(bo, "forged", "I Annas navn") });
  expect(await bo.closed()).toBe(4409);
  expect(bo.all("reject").map(({ code }) => code)).toEqual(["forged"]);
  anna.send({ type: "update", update: writes(anna, "anna-1", "Ægte") });
  anna.send({ type: "mark", mark: 1 });
  await anna.saved(1);
  expect(await world.committed(id)).toBe("Indledning\nÆgte");
});

test("[I4] nobody's committed words can be said again in other words: what the room has is not kept", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const anna = await world.join(server, id, "Anna Berg");
  anna.send({ type: "update", update: writes(anna, "anna-1", "Ægte") });
  anna.send({ type: "mark", mark: 1 });
  await anna.saved(1);
  const bo = await world.join(server, id, "Bo Dam");
  const forged = new Y.Doc();
  forged.clientID = anna.claim.clientID;
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(new Y.Doc()));
  writeParagraph(forged, "anna-1", "Fals");
  const mine = writes(bo, "bo-1", "Mit");
  bo.send({ type: "step2", update: Y.mergeUpdates([Y.encodeStateAsUpdate(forged), mine]) });
  bo.send({ type: "mark", mark: 1 });
  await bo.saved(1);
  expect(await world.committed(id)).toBe("Indledning\nÆgte\nMit");
  const [, , row] = await world.rowsOf(id);
  expect(Y.decodeUpdate(row?.payload ?? new Uint8Array()).structs.map(({ id: { client } }) => client)).not.toContain(
    anna.claim.clientID,
  );
  expect(plainText((await world.join(server, id, "Rie Lund")).doc)).toBe("Indledning\nÆgte\nMit");
});

test("[I4] [I2] a page that comes in anew ends its old socket, and is let in after what that one had under way", async () => {
  const slow = held();
  const server = await world.serve({ store: slow.store });
  const { id } = await world.document();
  const first = await world.join(server, id, "Anna Berg");
  const update = writes(first, "anna-1", "Ny");
  first.send({ type: "update", update });
  const entering = world.join(server, id, "Anna Berg", first.claim);
  expect(await first.closed()).toBe(1012);
  slow.letGo();
  const second = await entering;
  expect(plainText(second.doc)).toBe("Indledning\nNy");
  second.send({ type: "step2", update });
  second.send({ type: "mark", mark: 1 });
  await second.saved(1);
  expect(await world.rowsOf(id)).toHaveLength(2);
});

test("[I4] [I3] a page that goes to another node writes there alone: what the first still has under way is left out", async () => {
  const slow = held();
  const one = await world.serve({ store: slow.store });
  const other = await world.serve();
  const { id } = await world.document();
  const there = await world.join(one, id, "Anna Berg");
  const bystander = await world.join(one, id, "Bo Dam");
  const update = writes(there, "anna-1", "Skrevet på den ene");
  there.send({ type: "update", update });
  there.send({ type: "mark", mark: 1 });
  bystander.send({ type: "update", update: writes(bystander, "bo-1", "Bos") });
  bystander.send({ type: "mark", mark: 1 });
  const here = await world.join(other, id, "Anna Berg", there.claim);
  const differently = writes(here, "anna-1", "Skrevet på den anden");
  here.send({ type: "update", update: differently });
  here.send({ type: "mark", mark: 1 });
  await here.saved(1);
  slow.letGo();
  expect(await there.closed()).toBe(1012);
  expect(there.all("saved")).toEqual([]);
  await bystander.saved(1);
  const text = await world.committed(id);
  expect(text.split("\n").sort()).toEqual(["Bos", "Indledning", "Skrevet på den anden"]);
  await bystander.until(() => plainText(bystander.text()) === text);
});

test("[I4] [I2] what a page sent before its line broke is in the log before the page, coming back, is told anything", async () => {
  const slow = held();
  const server = await world.serve({ store: slow.store });
  const { id } = await world.document();
  const first = await world.join(server, id, "Anna Berg");
  const update = writes(first, "anna-1", "Ny");
  first.send({ type: "update", update });
  first.send({ type: "step1", stateVector: Uint8Array.of(0) });
  await first.until(() => first.all("step2").length === 2);
  first.close();
  await first.closed();
  const entering = world.join(server, id, "Anna Berg", first.claim);
  const isEarly = await Promise.race([
    entering.then(() => true),
    new Promise((resolve) => setTimeout(resolve, 200, false)),
  ]);
  expect(isEarly).toBe(false);
  slow.letGo();
  expect(plainText((await entering).doc)).toBe("Indledning\nNy");
});

test("[I4] a socket that closes while it stands in the door is never in the room, and keeps nobody out", async () => {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let asked = 0;
  const claimClient: typeof world.store.claimClient = async (...claim) => {
    asked += 1;
    const held = await world.store.claimClient(...claim);
    if (asked === 1) await gate;
    return held;
  };
  const server = await world.serve({ store: { ...world.store, claimClient } });
  const { id } = await world.document();
  const claim = await claimed(server.url, id, "Anna Berg");
  const gone = await rawClient(server.url, id + queryOf(claim), "Anna Berg");
  await waitFor(() => asked === 1);
  gone.close();
  await gone.closed();
  await new Promise((resolve) => setTimeout(resolve, 50));
  letGo();
  const anna = await world.join(server, id, "Anna Berg", claim);
  expect((await anna.first("hello")).hello.role).toBe("write");
  expect(asked).toBeLessThanOrEqual(3);
});

test("[I4] two sockets of one page at once: one of them writes, and the log has no gap", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const claim = (await world.join(server, id, "Anna Berg")).claim;
  const both = await Promise.allSettled([1, 2, 3].map(() => world.join(server, id, "Anna Berg", claim)));
  const open = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  for (const [index, one] of open.entries()) {
    if (!one.isClosed()) one.send({ type: "update", update: writes(one, `para-${index}`, `Nummer ${index}`) });
  }
  const last = await world.join(server, id, "Anna Berg", claim);
  const doc = new Y.Doc();
  for (const { payload } of await world.rowsOf(id)) Y.applyUpdate(doc, payload);
  expect(doc.store.pendingStructs).toBeNull();
  expect(plainText(last.doc)).toBe(await world.committed(id));
});

test("[I4] [E4] what the server itself has written is no forgery when a page repeats it", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const bo = await world.join(server, id, "Bo Dam");
  bo.send({ type: "update", update: writes(bo, "seed-0", "Samme id") });
  Y.applyUpdate(bo.doc, (await bo.first("update")).update);
  writeParagraph(bo.doc, "bodam-1", "Videre");
  bo.send({ type: "step2", update: Y.encodeStateAsUpdate(bo.doc) });
  bo.send({ type: "mark", mark: 1 });
  await bo.saved(1);
  expect((await world.rowsOf(id)).map(({ origin }) => origin)).toEqual(["seed", "client", "repair", "client"]);
});

test("[I4] asking for client ids by the hundred is put off", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const answers = await Promise.all(Array.from({ length: 110 }, () => askedFor(server.url, id, "Anna Berg")));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(100);
  expect(statuses).toContain(429);
  expect((await askedFor(server.url, id, "Bo Dam")).status).toBe(201);
});
