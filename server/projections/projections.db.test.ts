import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addLink, setStance } from "../../app/document-model/links";
import { type DocumentId, newId } from "../../db/ids";
import { paragraph, paragraphLink, projection } from "../../db/schema";
import { updateOf, writeParagraph } from "../../tests/sync/document";
import { syncWorld } from "../../tests/sync/world";
import { replay } from "../document-store";
import { createProjections } from "./index";
import { readAside } from "./thread";

const world = syncWorld();

async function typed(
  id: DocumentId,
  change: Parameters<typeof updateOf>[1] | ((doc: ReturnType<typeof replay>) => void),
) {
  const doc = replay((await world.store.load(id))?.updates ?? []);
  const payload = updateOf(doc, () => change(doc));
  const updates = [{ payload, origin: "client" as const, userId: null, sessionId: null, claim: null }];
  await world.store.append(new Map([[id, { epoch: 1, updates }]]));
}

async function rowsOf(id: DocumentId) {
  const paragraphs = await world.db
    .select()
    .from(paragraph)
    .where(eq(paragraph.documentId, id))
    .orderBy(asc(paragraph.position));
  const links = await world.db.select().from(paragraphLink).where(eq(paragraphLink.documentId, id));
  const [read] = await world.db.select().from(projection).where(eq(projection.documentId, id));
  return { texts: paragraphs.map(({ text }) => text), links, seq: read?.seq };
}

test("[J1] refreshing brings the rows to the head; again, and several at once, changes nothing", async () => {
  const projections = createProjections(world);
  const { id } = await world.document(["Først"]);
  const link = { kind: "clause" as const, id: newId(), center: newId() };
  await typed(id, (doc) => {
    writeParagraph(doc, "para-1", "Så");
    addLink(doc, "para-1", link);
    addLink(doc, "gone-1", link);
  });
  await Promise.all(Array.from({ length: 4 }, () => projections.refresh({ documentId: id })));
  await projections.refreshNow(id);
  const rows = await rowsOf(id);
  expect(rows).toMatchObject({ texts: ["Først", "Så"], seq: 2 });
  expect(rows.links).toMatchObject([
    { blockId: "para-1", targetId: link.id, targetKind: "clause", centerId: link.center, stance: null },
  ]);
  await typed(id, (doc) => setStance(doc, "para-1", link, "question"));
  await projections.refresh({ documentId: id });
  expect((await rowsOf(id)).links).toMatchObject([{ blockId: "para-1", stance: "question" }]);
});

test("[J1] a job about a document that is gone, or about no document, does nothing", async () => {
  const projections = createProjections(world);
  await projections.refresh({ documentId: newId() });
  await projections.refresh({ documentId: "no id" });
});

test("a refresh that read an older document never overwrites newer rows", async () => {
  const { id } = await world.document(["Først"]);
  const old = await world.store.load(id);
  await typed(id, (doc) => writeParagraph(doc, "para-1", "Så"));
  await createProjections(world).refresh({ documentId: id });
  await createProjections({ db: world.db, store: { load: async () => old } }).rebuild();
  expect(await rowsOf(id)).toMatchObject({ texts: ["Først", "Så"], seq: 2 });
});

test("[J1] a long text is read in a thread of its own, which a fault ends and the next begins anew", async () => {
  const { id } = await world.document(Array.from({ length: 900 }, (_, index) => `${index} ${"ord ".repeat(60)}`));
  const asked: string[] = [];
  const thread = readAside(world.url);
  const aside = (documentId: DocumentId) => {
    asked.push(documentId);
    return thread(documentId);
  };
  const projections = createProjections({ ...world, aside });
  await Promise.all([projections.refreshNow(id), projections.refreshNow(id)]);
  expect(asked).toEqual([id, id]);
  expect(await rowsOf(id)).toMatchObject({ seq: 1 });
  expect((await rowsOf(id)).texts).toHaveLength(900);
  const short = await world.document(["Kort"]);
  await projections.refreshNow(short.id);
  expect(asked).toHaveLength(2);
  expect((await rowsOf(short.id)).texts).toEqual(["Kort"]);
  await typed(id, (doc) => writeParagraph(doc, "para-1", "Så"));
  await expect(
    createProjections({ ...world, aside: readAside("postgres://127.0.0.1:1/") }).refreshNow(id),
  ).rejects.toThrow();
  await projections.refreshNow(id);
  expect((await rowsOf(id)).texts).toHaveLength(901);
});

test("[R1] rebuilding makes the same rows from nothing but the log", async () => {
  const projections = createProjections(world);
  const { id } = await world.document(["Først", "Så"]);
  await projections.refresh({ documentId: id });
  await world.db.update(paragraph).set({ text: "forkert" }).where(eq(paragraph.documentId, id));
  expect(await projections.rebuild()).toBeGreaterThan(0);
  expect(await rowsOf(id)).toMatchObject({ texts: ["Først", "Så"], seq: 1 });
});
