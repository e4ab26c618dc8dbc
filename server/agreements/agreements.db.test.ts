import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../db/ids";
import { source } from "../../db/schema";
import { agreementsOf, eventsOf, fileOf, form, head, PAPER, propose, refused } from "../../tests/world/agreements";
import { testDatabase } from "../../tests/world/database";
import { type Town, town } from "../../tests/world/people";
import { sha256 } from "../sha256";
import { LIMITS } from "./read/paper";
import type { Agreements } from "./shapes";

let world: Awaited<ReturnType<typeof testDatabase>>;
let agreements: Agreements;
let here: Town;
let elsewhere: Town;

beforeAll(async () => {
  world = await testDatabase();
  agreements = agreementsOf(world.db);
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await town(world.db);
  elsewhere = await town(world.db, "En anden kommune");
});

test("[S2] a file is kept as it came, with the tree it is read as", async () => {
  const versionId = await propose(agreements, here);
  const page = await agreements.proposal(here.people.lise, versionId);
  expect(page.version).toMatchObject({ number: 1, label: "Udkast", fileName: "aftale.md", sha256: sha256(PAPER) });
  expect(page).toMatchObject({
    revision: 0,
    canUndo: false,
    can: { correct: false },
    counts: { section: 2, clause: 2 },
  });
  expect(page.nodes.map(({ depth, number }) => [depth, number])).toEqual([
    [0, ""],
    [0, "3"],
    [1, "3.1"],
    [1, "3.2"],
  ]);
  const { bytes, fileName } = await agreements.original(here.people.lise, versionId);
  expect([new TextDecoder().decode(bytes), fileName]).toEqual([PAPER, "aftale.md"]);
  expect(await eventsOf(world.db, versionId)).toEqual(["source-proposed"]);
});

test("a pasted text is read like a file", async () => {
  const versionId = await agreements.propose(
    here.people.tove,
    form({ ...head, text: "1.1 Der aftales en plan.", file: fileOf("", "") }),
  );
  const { nodes, version } = await agreements.proposal(here.people.tove, versionId);
  expect(nodes.map((node) => node.number)).toEqual(["1.1"]);
  expect(version.fileName).toBe("indsat-tekst.txt");
});

test("[S2] what cannot be read is refused at its field, and nothing is written", async () => {
  const offer = (fields: Record<string, string | File>) =>
    refused(agreements.propose(here.people.tove, form({ ...head, ...fields })));
  expect(await offer({ file: fileOf("{\\rtf1 Aftale}", "aftale.txt") })).toEqual({ file: "format-not-read-yet" });
  expect(await offer({ file: fileOf("GIF89a", "aftale.pdf") })).toEqual({ file: "other-content" });
  expect(await offer({ file: fileOf("", "tom.txt") })).toEqual({ file: "empty-file" });
  expect(await offer({ file: fileOf("a\0b") })).toEqual({ file: "not-text" });
  expect(await offer({ file: fileOf(new Uint8Array(LIMITS.bytes + 1)) })).toEqual({ file: "too-large" });
  expect(await offer({})).toEqual({ file: "missing" });
  expect(await offer({ text: " \n " })).toEqual({ file: "missing" });
  expect(await offer({ title: " ", kind: "bog", publisher: "x".repeat(256), text: "Tekst." })).toEqual({
    title: "missing",
    kind: "not-a-choice",
    publisher: "too-long",
  });
  expect(await refused(agreements.propose(here.people.tove, null))).toEqual({ form: expect.any(String) });
  expect(await world.db.select().from(source).where(eq(source.municipalityId, here.id))).toEqual([]);
});

test("only coordinators propose, correct and accept; everyone in the municipality may read", async () => {
  const versionId = await propose(agreements, here);
  for (const person of [here.people.sune, here.people.lars, here.people.jens, here.people.lise, here.people.adam]) {
    const offers = [
      () => agreements.propose(person, form({ ...head, text: "Tekst." })),
      () => agreements.correct(person, versionId, form({ revision: "0", op: "join", nodeId: "x" })),
      () => agreements.undo(person, versionId, form({ revision: "0" })),
      () => agreements.accept(person, versionId, form({ revision: "0" })),
    ];
    for (const offer of offers) expect(await refused(offer())).toBe("forbidden: coordinators-only");
    expect((await agreements.list(person)).map((summary) => summary.title)).toEqual(["Samarbejdsaftale"]);
  }
});

test("[D2] a source of another municipality is not found, whatever one asks of it", async () => {
  const versionId = await propose(agreements, here);
  await agreements.accept(here.people.tove, versionId, form({}));
  const stranger = elsewhere.people.tove;
  for (const id of [versionId, newId(), "no-id", ""]) {
    const asked = [
      () => agreements.proposal(stranger, id),
      () => agreements.version(stranger, id),
      () => agreements.original(stranger, id),
      () => agreements.correct(stranger, id, form({ revision: "0", op: "join", nodeId: "x" })),
      () => agreements.undo(stranger, id, form({ revision: "0" })),
      () => agreements.accept(stranger, id, form({})),
    ];
    for (const ask of asked) expect(await refused(ask())).toBe("not-found: not-found");
  }
  expect(await agreements.list(stranger)).toEqual([]);
});
