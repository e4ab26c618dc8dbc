import { expect, test } from "vitest";
import { SCHEMA_VERSION } from "../../app/document-model/document";
import { writeDocument } from "../../app/document-model/write";
import { type DocumentId, type MunicipalityId, newId } from "../../db/ids";
import { municipality } from "../../db/schema";
import { updateOf, writeParagraph } from "../../tests/sync/document";
import { claimed, queryOf, rawClient, waitFor } from "../../tests/sync/raw";
import { syncWorld } from "../../tests/sync/world";
import { LIMITS, TIMES } from "./limits";

const world = syncWorld();

/** A document of about that many bytes. */
async function documentOf(bytes: number) {
  const [id, municipalityId] = [newId<DocumentId>(), newId<MunicipalityId>()];
  await world.db.insert(municipality).values({ id: municipalityId, name: "Prøveby", cvr: "12345678" });
  const text = "x".repeat(64 * 1024);
  const blocks = Array.from({ length: Math.ceil(bytes / text.length) }, (_, index) => {
    return { type: "block" as const, id: `block-${index}`, kind: "paragraph" as const, level: 0, content: [{ text }] };
  });
  const seed = writeDocument({ schemaVersion: SCHEMA_VERSION, blocks, links: {} });
  await world.db.transaction((tx) => world.store.create(tx, { id, municipalityId, seed }));
  return id;
}

test("[W3] a text that has become large says so, and one that is full takes deletions alone", async () => {
  const server = await world.serve();
  const large = await world.join(server, await documentOf(LIMITS.large), "Anna Berg");
  await large.until(() => large.all("state").some(({ state }) => state === "large"));
  const full = await documentOf(LIMITS.document);
  const anna = await world.join(server, full, "Anna Berg");
  const cut = updateOf(anna.doc, () => anna.doc.getXmlFragment("body").delete(0, 1));
  anna.send({ type: "update", update: cut });
  anna.send({ type: "mark", mark: 1 });
  await anna.saved(1);
  expect(await world.rowsOf(full)).toHaveLength(2);
  const other = await documentOf(LIMITS.document + 64 * 1024);
  const bo = await world.join(server, other, "Bo Dam");
  bo.send({ type: "update", update: updateOf(bo.doc, () => writeParagraph(bo.doc, "bo-1", "For meget")) });
  expect(await bo.closed()).toBe(4413);
  expect(bo.all("reject").map(({ code }) => code)).toEqual(["full"]);
  expect(await world.rowsOf(other)).toHaveLength(1);
}, 60_000);

test("[W3] one person takes no more than thirty places, and others come in all the same", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  await Promise.all(Array.from({ length: LIMITS.ofOne }, () => world.join(server, id, "Anna Berg")));
  const claim = await claimed(server.url, id, "Anna Berg");
  const late = await rawClient(server.url, id + queryOf(claim), "Anna Berg");
  expect(await late.closed()).toBe(1013);
  expect((await (await world.join(server, id, "Bo Dam")).first("hello")).hello.role).toBe("write");
}, 30_000);

test("[W3] the hundred and first who would write is let in to read, and told why", async () => {
  const names = Array.from({ length: 5 }, (_, index) => `Person ${index}`);
  const server = await world.serve({
    rights: new Map([...names, "Anna Berg"].map((name) => [name, "write" as const])),
  });
  const { id } = await world.document();
  const editors = await Promise.all(
    Array.from({ length: LIMITS.editors }, (_, index) => world.join(server, id, names[index % names.length] ?? "")),
  );
  expect(new Set(await Promise.all(editors.map(async (one) => (await one.first("hello")).hello.role)))).toEqual(
    new Set(["write"]),
  );
  const late = await world.join(server, id, "Anna Berg");
  expect((await late.first("hello")).hello).toMatchObject({ role: "read", why: "room-full" });
  late.send({ type: "update", update: updateOf(late.doc, () => writeParagraph(late.doc, "late-1", "x")) });
  expect((await late.first("reject")).code).toBe("read-only");
  editors[0]?.close();
  await waitFor(() => editors[0]?.isClosed());
  const next = await world.join(server, id, "Anna Berg");
  expect((await next.first("hello")).hello.role).toBe("write");
}, 60_000);

test("[W3] who asks for the document again and again is answered now and then, and what is typed behind it is saved", async () => {
  const server = await world.serve({ times: { synchronise: TIMES.synchronise } });
  const { id } = await world.document();
  const anna = await world.join(server, id, "Anna Berg");
  const heard = () => anna.all("step2").length;
  const before = heard();
  for (let asked = 0; asked < 150; asked++) anna.send({ type: "step1", stateVector: new Uint8Array(1) });
  anna.send({ type: "update", update: updateOf(anna.doc, () => writeParagraph(anna.doc, "anna-1", "Bagved")) });
  anna.send({ type: "mark", mark: 1 });
  await anna.saved(1);
  expect(heard() - before).toBeLessThanOrEqual(2);
  await anna.until(() => heard() > before);
});

test("[W3] what comes at once and is too much is read in order, a little later, and all of it", async () => {
  const server = await world.serve();
  const { id } = await world.document();
  const anna = await world.join(server, id, "Anna Berg");
  for (let mark = 1; mark <= 300; mark++) {
    anna.send({ type: "update", update: updateOf(anna.doc, () => writeParagraph(anna.doc, `anna-${mark}`, "x")) });
    anna.send({ type: "mark", mark });
  }
  await anna.saved(300);
  expect(await world.rowsOf(id)).toHaveLength(301);
}, 30_000);
