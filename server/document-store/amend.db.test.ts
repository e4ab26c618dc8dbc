import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DocumentId, newId, type UserId } from "../../db/ids";
import { document, documentUpdate } from "../../db/schema";
import { documentWith, plainText, storeOn, writeParagraph } from "../../tests/sync/document";
import { testDatabase } from "../../tests/world/database";
import { replay } from "./index";

let world: Awaited<ReturnType<typeof testDatabase>>;
let store: ReturnType<typeof storeOn>;

beforeAll(async () => {
  world = await testDatabase();
  store = storeOn(world);
});
afterAll(() => world?.close());

async function amend(id: DocumentId, by: UserId | null, ...texts: string[]) {
  return world.db.transaction((tx) =>
    store.amend(tx, id, by, (doc) => {
      for (const text of texts) writeParagraph(doc, `p-${text}`, text);
      return texts.length;
    }),
  );
}

async function textOf(id: DocumentId): Promise<string> {
  return plainText(replay((await store.load(id))?.updates ?? []));
}

test("[I3] what the server writes stands in the log as one row, under the name of whom it was written for", async () => {
  const { id } = await documentWith(world.db, store, ["Først"]);
  const by = newId<UserId>();
  expect(await amend(id, by, "a", "b")).toEqual({ answer: 2, documentId: id, epoch: 1, headSeq: 2 });
  expect(await amend(id, null)).toMatchObject({ answer: 0, headSeq: 2 });
  const rows = await world.db
    .select({ seq: documentUpdate.seq, userId: documentUpdate.userId, origin: documentUpdate.origin })
    .from(documentUpdate)
    .where(eq(documentUpdate.documentId, id))
    .orderBy(asc(documentUpdate.seq));
  expect(rows.at(-1)).toEqual({ seq: 2, userId: by, origin: "amendment" });
  expect(await textOf(id)).toBe("Først\na\nb");
});

test("[I3] amendments at the same time come one after the other, and none is lost", async () => {
  const { id } = await documentWith(world.db, store, ["Først"]);
  const answers = await Promise.all(["a", "b", "c", "d"].map((text) => amend(id, null, text)));
  expect(answers.map(({ headSeq }) => headSeq).sort()).toEqual([2, 3, 4, 5]);
  expect((await textOf(id)).split("\n").sort()).toEqual(["Først", "a", "b", "c", "d"].sort());
});

test("[A1] nothing is written in a frozen text, and what throws leaves nothing", async () => {
  const { id } = await documentWith(world.db, store, ["Først"]);
  const thrown = world.db.transaction((tx) =>
    store.amend(tx, id, null, (doc) => {
      writeParagraph(doc, "p-x", "x");
      throw new Error("nej");
    }),
  );
  await expect(thrown).rejects.toThrow("nej");
  expect(await textOf(id)).toBe("Først");
  await world.db.update(document).set({ state: "frozen" }).where(eq(document.id, id));
  await expect(amend(id, null, "a")).rejects.toMatchObject({ code: "document-not-active" });
});
