import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ROOTS } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import { replay } from "../../server/document-store";
import { createHistory } from "../../server/history";
import { createReader } from "../../server/history/reader";
import { canonicalOf } from "../sync/chaos/checks";
import { nodeOn } from "../sync/chaos/nodes";
import { idsIn, type Typist, typist } from "../sync/chaos/typist";
import { seeded } from "../sync/random";
import { waitFor } from "../sync/raw";
import { type Rights, viewerNamed } from "../sync/server";
import { type HearingWorld, hearingWorld, textWritten, writes } from "../world/hearing";
import { blockOf, changes } from "./changes";

const WRITERS = ["Anna Berg", "Bo Dam"] as const;
const LOST = "Vi savner en tidsplan.";

let world: HearingWorld;
const cleanups: (() => unknown)[] = [];
beforeAll(async () => {
  world = await hearingWorld();
  for (const name of WRITERS)
    await world.sql`insert into person (id, municipality_id, email, name, title, password_hash)
      values (${viewerNamed(name).id}, ${world.id}, ${`${name}@x.dk`}, ${name}, '', 'none')`;
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
afterAll(() => world?.close());

/** A text that has lost a paragraph, open at two nodes, with one who types at each; and its history, at the first. */
async function office() {
  const { people } = world;
  const hearing = await textWritten(world);
  const lost = await writes(world, people.sune, hearing.documentId, LOST);
  const then = (await world.documents.load(hearing.documentId))?.headSeq ?? 0;
  await changes(world, people.sune, hearing.documentId, (doc) => {
    doc.getXmlFragment(ROOTS.body).delete(blockOf(doc, lost).at, 1);
  });
  const rights: Rights = new Map(WRITERS.map((name) => [name, "write" as const]));
  const nodes = [await nodeOn(world, "one", rights), await nodeOn(world, "two", rights)] as const;
  const read = createReader(world.db);
  const history = createHistory({
    ...world,
    read: (extent, wanted) => ({ read: read(extent, wanted), rows: () => 0 }),
    onAmended: nodes[0].sync.follow,
  });
  const tag = hearing.documentId.slice(0, 4);
  const writers = nodes.map((node, at) => typist(node, hearing.documentId, WRITERS[at] ?? "", `${at}${tag}`));
  cleanups.push(...nodes.map(({ stop }) => stop), ...writers.map(({ close }) => close));
  await Promise.all(writers.map((writer) => writer.synced()));
  return { ...hearing, lost, then, history, writers };
}

async function types(writer: Typist, count: number, random: () => number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    for (let turns = Math.floor(random() * 12); turns > 0; turns -= 1) await new Promise(setImmediate);
    writer.type();
  }
}

const committed = async ({ documentId }: Awaited<ReturnType<typeof office>>) =>
  replay((await world.documents.load(documentId))?.updates ?? []);

/** Everything is saved, and both pages read what the log adds up to. */
async function settled(at: Awaited<ReturnType<typeof office>>) {
  await waitFor(() => at.writers.every((writer) => writer.isSaved()), undefined, 15_000);
  const text = canonicalOf(await committed(at));
  await waitFor(() => at.writers.every(({ doc }) => canonicalOf(doc) === text), undefined, 15_000);
  return committed(at);
}

test("[V7] one paragraph is restored while people type at two nodes: nothing of theirs is lost, and both see it", async () => {
  for (const seed of [1, 2, 3]) {
    const random = seeded(seed);
    const at = await office();
    const pressed = () =>
      at.history.restore(world.people.sune, at.responseId, { moment: String(at.then), item: at.lost });
    await Promise.all([
      ...at.writers.map((writer) => types(writer, 12, () => random.below(100) / 100)),
      pressed(),
      pressed(),
    ]);
    const doc = await settled(at);
    const ids = idsIn(doc);
    expect([...at.writers.flatMap(({ typed }) => typed), at.lost].filter((id) => !ids.has(id))).toEqual([]);
    const back = readDocument(doc).blocks.filter(({ id }) => id === at.lost);
    expect(back).toMatchObject([{ content: [{ text: LOST }] }]);
  }
});

test("[V6] [V7] all is restored while people type at two nodes: what came before it is taken back, what came after stays", async () => {
  for (const seed of [4, 5, 6]) {
    const random = seeded(seed);
    const at = await office();
    const [anna, bo] = at.writers;
    if (!anna || !bo) throw new Error("Expected two who write.");
    await types(anna, 3, () => 0);
    await settled(at);
    const early = [...anna.typed];
    const restoring = at.history.restore(world.people.sune, at.responseId, { moment: String(at.then) });
    await Promise.all([restoring, types(bo, 12, () => random.below(100) / 100)]);
    const after = bo.typed.length;
    await types(anna, 3, () => 0);
    const doc = await settled(at);
    const ids = idsIn(doc);
    expect(early.filter((id) => ids.has(id))).toEqual([]);
    expect([at.lost, ...anna.typed.slice(3)].filter((id) => !ids.has(id))).toEqual([]);
    // Of what was typed in the same instant each paragraph came either before it or after it: those after are all there.
    const kept = bo.typed.map((id) => ids.has(id));
    expect(kept.slice(kept.indexOf(true) < 0 ? after : kept.indexOf(true)).every(Boolean)).toBe(true);
  }
});
