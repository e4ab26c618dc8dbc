import { expect, test } from "vitest";
import { type DocumentId, newId, type UserId } from "../../db/ids";
import { caretAt, plainText, writeParagraph } from "../../tests/sync/document";
import { waitFor } from "../../tests/sync/raw";
import { phase, syncWorld } from "../../tests/sync/world";
import { createDoorbell } from "../document-store";
import { createLog } from "../log";

const world = syncWorld();
/** So long that within a test nothing is found by comparing. */
const NEVER = 600_000;

function node(nodeId: string, compare = NEVER) {
  const doorbell = createDoorbell({ databaseUrl: world.url, nodeId, log: createLog("silent") });
  world.afterwards(() => doorbell.stop());
  return world.serve({ doorbell, times: { compare } });
}

const texts = (...pages: ReturnType<typeof world.page>[]) => pages.map(({ doc }) => plainText(doc));

test("[I9] what is written at one node is seen at the other, which has written nothing itself", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const { id } = await world.document(["Først"]);
  const [anna, bo] = [world.page(one, id, "Anna Berg"), world.page(other, id, "Bo Dam")];
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  writeParagraph(anna.doc, "anna-1", "Hos den ene");
  await waitFor(() => plainText(bo.doc) === "Først\nHos den ene");
  writeParagraph(bo.doc, "bodam-1", "Hos den anden");
  await waitFor(() => plainText(anna.doc) === "Først\nHos den ene\nHos den anden");
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  expect(texts(anna, bo)).toEqual(Array(2).fill(await world.committed(id)));
});

test("[I9] a node that hears nothing finds what was written, frozen or thawed elsewhere by comparing heads", async () => {
  const one = await world.serve();
  const deaf = await world.serve({ times: { compare: 40 } });
  const { id } = await world.document(["Først"]);
  const [anna, bo] = [world.page(one, id, "Anna Berg"), world.page(deaf, id, "Bo Dam")];
  await waitFor(() => phase(anna) === "saved" && phase(bo) === "saved");
  writeParagraph(anna.doc, "anna-1", "Uden klokke");
  await waitFor(() => plainText(bo.doc) === "Først\nUden klokke");
  await freeze(id);
  await waitFor(() => phase(bo) === "read-only");
  await world.db.transaction((tx) => world.store.thaw(tx, id));
  await waitFor(() => phase(bo) === "saved");
});

test("[I9] who is sent out at one node is sent out at the others, and so is a session that has ended", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const { id } = await world.document(["Først"]);
  const [here, there] = [await world.join(one, id, "Anna Berg"), await world.join(other, id, "Bo Dam")];
  await one.sync.close(id, 1012);
  expect([await here.closed(), await there.closed()]).toEqual([1012, 1012]);
  const anna = await world.join(other, id, "Anna Berg");
  const bo = await world.join(other, id, "Bo Dam");
  one.sync.endSession(one.viewer("Anna Berg").sessionId);
  expect(await anna.closed()).toBe(4401);
  expect(bo.isClosed()).toBe(false);
});

test("[I9] a node whose line was cut judges its sockets again when it hears anew", async () => {
  const one = await node("one");
  const { id } = await world.document(["Først"]);
  const anna = await world.join(one, id, "Anna Berg");
  one.rights.delete("Anna Berg");
  await world.sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`;
  expect(await anna.closed()).toBe(4401);
});

test("[I3] [I9] many who write at two nodes at once end with the text of the log, without gaps", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const { id } = await world.document(["Først"]);
  const pages = [one, other, one, other].map((server, index) =>
    world.page(server, id, index % 2 ? "Bo Dam" : "Anna Berg"),
  );
  await waitFor(() => pages.every((page) => phase(page) === "saved"));
  for (let turn = 0; turn < 20; turn++) {
    for (const [index, { doc }] of pages.entries()) writeParagraph(doc, `block-${index}-${turn}`, `${index}.${turn}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await waitFor(() => pages.every((page) => phase(page) === "saved"));
  const committed = await world.committed(id);
  expect(committed.split("\n")).toHaveLength(81);
  await waitFor(() => texts(...pages).every((text) => text === committed));
  const seqs = (await world.rowsOf(id)).map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, index) => index + 1));
});

test("[P1] [I9] people at two nodes see each other, those who were there before as well, and see each other leave", async () => {
  const [one, other] = [await node("one"), await node("other")];
  const { id } = await world.document(["Først"]);
  const anna = world.page(one, id, "Anna Berg");
  await waitFor(() => phase(anna) === "saved");
  anna.connection.awareness.setLocalStateField("cursor", caretAt(1));
  const bo = world.page(other, id, "Bo Dam");
  await waitFor(() => phase(bo) === "saved");
  bo.connection.awareness.setLocalStateField("cursor", caretAt(2));
  await waitFor(() => seenBy(bo).includes("Anna Berg") && seenBy(anna).includes("Bo Dam"));
  anna.close();
  await waitFor(() => !seenBy(bo).includes("Anna Berg"));
});

/** The names of the others, as the server stamped them. */
function seenBy({ connection: { awareness } }: ReturnType<typeof world.page>): string[] {
  const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID);
  return others.map(([, { user }]) => user?.name ?? "");
}

function freeze(id: DocumentId) {
  return world.db.transaction((tx) => world.store.freeze(tx, id, { label: "1. runde", by: newId<UserId>() }));
}
