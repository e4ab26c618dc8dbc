import { afterAll, beforeAll, expect, test } from "vitest";
import { LIVE_SCHEMA } from "../../app/document-model/document";
import { connect } from "../../db/client";
import { type DocumentId, newId, type UserId } from "../../db/ids";
import { documentWith, storeOn } from "../../tests/sync/document";
import { testDatabase } from "../../tests/world/database";
import type { Claim, PendingUpdate } from "./shapes";

let world: Awaited<ReturnType<typeof testDatabase>>;
let store: ReturnType<typeof storeOn>;
const userId = newId<UserId>();

beforeAll(async () => {
  world = await testDatabase();
  store = storeOn(world);
});
afterAll(() => world?.close());

async function issued(id: DocumentId, to = userId) {
  const client = await store.issueClient(id, { userId: to, sessionId: newId() });
  if (!client) throw new Error("Expected a client id; got none.");
  return client;
}

function under(claim: Claim | null): PendingUpdate {
  return { payload: new Uint8Array([0, 0]), origin: "client", userId, sessionId: newId(), claim };
}

test("[I4] a page is issued an id of the pages' range and a nonce, and nothing where there is no document", async () => {
  const { id } = await documentWith(world.db, store);
  const all = await Promise.all(Array.from({ length: 20 }, () => issued(id)));
  for (const { clientId, nonce, epoch, schemaVersion } of all) {
    expect(clientId).toBeGreaterThanOrEqual(2 ** 31);
    expect(clientId).toBeLessThan(2 ** 32);
    expect(Buffer.from(nonce, "base64url")).toHaveLength(16);
    expect({ epoch, schemaVersion }).toEqual({ epoch: 1, schemaVersion: LIVE_SCHEMA });
  }
  expect(new Set(all.map(({ clientId }) => clientId)).size).toBe(20);
  expect(await store.issueClient(newId<DocumentId>(), { userId, sessionId: newId() })).toBeNull();
});

test("[I4] an id is claimed by the person and page instance it was issued to, in that document, and by no other", async () => {
  const { id } = await documentWith(world.db, store);
  const other = await documentWith(world.db, store);
  const { clientId, nonce } = await issued(id);
  const right = { clientId, nonce, userId, connectionId: newId() };
  expect(await store.claimClient(id, { ...right, nonce: (await issued(id)).nonce })).toBeNull();
  expect(await store.claimClient(id, { ...right, userId: newId<UserId>() })).toBeNull();
  expect(await store.claimClient(id, { ...right, clientId: clientId ^ 1 })).toBeNull();
  expect(await store.claimClient(other.id, right)).toBeNull();
  expect((await store.append(new Map([[id, { epoch: 1, updates: [under(right)] }]]))).superseded).toEqual(
    new Set([right.connectionId]),
  );
  expect(await store.claimClient(id, right)).toEqual({ headSeq: 1 });
});

test("[I4] what a superseded connection has under way is left out and named, what others wrote is appended", async () => {
  const { id } = await documentWith(world.db, store);
  const client = await issued(id);
  const [older, newer] = [newId(), newId()].map((connectionId) => ({ ...client, userId, connectionId }));
  if (!older || !newer) throw new Error("two connections");
  await store.claimClient(id, older);
  await store.append(new Map([[id, { epoch: 1, updates: [under(older), under(older)] }]]));
  expect(await store.claimClient(id, newer)).toEqual({ headSeq: 3 });
  const answer = await store.append(
    new Map([[id, { epoch: 1, updates: [under(older), under(newer), under(null), under(older)] }]]),
  );
  expect(answer.heads).toEqual(new Map([[id, { from: 4, to: 5 }]]));
  expect(answer.superseded).toEqual(new Set([older.connectionId]));
  const nothing = await store.append(new Map([[id, { epoch: 1, updates: [under(older)] }]]));
  expect(nothing.heads.size).toBe(0);
  expect(nothing.refused.size).toBe(0);
  expect(nothing.superseded).toEqual(new Set([older.connectionId]));
  expect(await store.heads([id, newId()])).toEqual(new Map([[id, { epoch: 1, headSeq: 5, state: "active" }]]));
});

test("[I4] [I3] a takeover while appends are under way on two nodes: all that was taken is at or before the claim's head", async () => {
  const far = connect(world.url, { max: 5 });
  const stores = [store, storeOn({ db: far.db, url: world.url }, "far")];
  for (let round = 0; round < 15; round++) {
    const { id } = await documentWith(world.db, store);
    const client = await issued(id);
    const [older, newer] = [newId(), newId()].map((connectionId) => ({ ...client, userId, connectionId }));
    if (!older || !newer) throw new Error("two connections");
    await store.claimClient(id, older);
    const append = (turn: number) => stores[turn % 2]?.append(new Map([[id, { epoch: 1, updates: [under(older)] }]]));
    const before = Array.from({ length: 6 }, (_, turn) => append(turn));
    const claimed = stores[round % 2]?.claimClient(id, newer);
    const after = Array.from({ length: 6 }, (_, turn) => append(turn));
    const answers = await Promise.all([...before, ...after]);
    const { headSeq } = (await claimed) ?? { headSeq: -1 };
    const taken = answers.flatMap((answer) => answer?.heads.get(id)?.to ?? []);
    expect(headSeq).toBe(1 + taken.length);
    expect(Math.max(1, ...taken)).toBe(headSeq);
    for (const answer of answers) expect(answer?.superseded.has(older.connectionId)).toBe(!answer?.heads.has(id));
  }
  await far.sql.end();
});
