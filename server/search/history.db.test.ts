import { afterAll, beforeAll, expect, test } from "vitest";
import type { Stance } from "../../app/document-model/document";
import { type CarryOverId, type ClauseId, newId, type SourceVersionId } from "../../db/ids";
import { carryOver, clause, sourceVersion } from "../../db/schema";
import { type HearingWorld, hearingUnderWay, hearingWorld, neighbour, writes } from "../../tests/world/hearing";
import { createCarryOver } from "../carry-over";
import { createLog } from "../log";
import { createOutcomes } from "../outcomes";
import { createSearch } from "./index";
import type { Search } from "./shapes";

const NOTHING = {
  remarks: [],
  page: 1,
  pages: 1,
  total: { remarks: 0, texts: 0 },
  isBounded: false,
  earlier: [],
  next: [],
};

let world: HearingWorld;
let doors: Search;
let ancestors: ReturnType<typeof createCarryOver>["ancestors"];
beforeAll(async () => {
  world = await hearingWorld();
  doors = createSearch(world);
  ({ ancestors } = createCarryOver({ ...world, log: createLog("silent") }));
});
afterAll(() => world.close());

const at = new Date("2026-02-01T08:00:00Z");

/** The next version of the world's source, with clauses of these headings. */
async function nextVersion(...headings: string[]) {
  const { db, versionId: followsId, people } = world;
  const versionId = newId<SourceVersionId>();
  const [before] = await db.select().from(sourceVersion);
  const { sourceId, createdBy } = before!;
  await db.insert(sourceVersion).values({
    ...before!,
    ...{ id: versionId, sourceId, createdBy, followsId, number: 2, label: "Endelig", acceptedBy: people.tove.id },
  });
  const rows = headings.map((heading, position) => ({
    ...{ id: newId<ClauseId>(), versionId, position, depth: 0, kind: "clause" as const },
    ...{ number: `${position + 1}`, heading, text: `${heading} i ny ordlyd.`, contentHash: "x" },
  }));
  await db.insert(clause).values(rows);
  const becomes = (from: ClauseId, to: ClauseId | null) =>
    db.insert(carryOver).values({
      ...{ id: newId<CarryOverId>(), fromVersionId: followsId, toVersionId: versionId, fromClauseId: from },
      ...{ toClauseId: to, change: to ? ("reworded" as const) : ("dropped" as const), decidedBy: people.tove.id },
      decidedAt: at,
    });
  return { versionId, becomes, ids: rows.map(({ id }) => id) };
}

const linked = (id: ClauseId, center: string, stance?: Stance) => ({
  ...{ kind: "clause" as const, id, center },
  ...(stance ? { stance } : {}),
});

test("[Q9] a remark is found with its stances and its outcome, and by its stance, which follows the text", async () => {
  const { people, centers, called, reviews, clock } = world;
  const { documentId, responseId } = await hearingUnderWay(world);
  const [mine, theirs] = [
    linked(called("Kontakt"), centers.elderly, "question"),
    linked(called("Kontakt"), centers.social),
  ];
  const blockId = await writes(world, people.elsa, documentId, "Hvad dækker pelikanvarsling?", [mine, theirs]);
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  const reviewId = await reviews.send(people.tove, responseId, form);
  const [round] = (await reviews.page(people.lars, responseId)).rounds;
  await reviews.approve(people.lars, reviewId, { sha256: round!.sha256 });
  const recorded = { outcome: "partly", reason: "Teksten er gjort klarere." } as const;
  await createOutcomes(world).record(people.tove, responseId, { blockId, ...recorded });
  const find = async (stance: string) => (await doors.search(people.lise, { query: "pelikanvarsling", stance })).hits;
  const by = [
    { center: "Social", stance: null },
    { center: "Ældre", stance: "question" },
  ];
  const outcome = { ...recorded, by: people.tove.name, at: clock.at };
  expect(await find("")).toMatchObject([{ kind: "remark", blockId, by, outcome }]);
  expect(await find("question")).toHaveLength(1);
  expect(await find("support")).toEqual([]);
  await world.sql`update paragraph_link set stance = 'support' where block_id = ${blockId} and stance is not null`;
  expect([await find("question"), (await find("support")).length]).toEqual([[], 1]);
  const [said] = await doors.remarks(people.tove, [called("Kontakt")]);
  expect(said).toMatchObject({ outcome, mayRecord: true });
  const [seen] = await doors.remarks(people.lise, [called("Kontakt")]);
  expect(seen).toMatchObject({ outcome, mayRecord: false });
});

test("[Q8] a clause has what was said of all it came from, whose wording it was, and what it becomes", async () => {
  const { people, centers, called } = world;
  const { documentId } = await hearingUnderWay(world);
  const [notice, plan] = [called("Varsling"), called("Plan")];
  const says = (text: string, id: ClauseId, stance?: Stance) =>
    writes(world, people.elsa, documentId, text, [linked(id, centers.elderly, stance)]);
  await says("Fem dage, tak.", notice, "change-proposal");
  await says("God plan.", plan, "support");
  const { versionId, becomes, ids } = await nextVersion("Varsling og plan", "Andet");
  const [merged, other] = [ids[0]!, ids[1]!];
  for (const from of [notice, plan]) await becomes(from, merged);
  await becomes(called("Kontakt"), null);
  const historyOf = async (id: ClauseId) => doors.history(people.lise, await ancestors(people.lise, id));
  const history = await historyOf(merged);
  expect(history).toMatchObject({
    isBounded: false,
    earlier: [
      { id: notice, heading: "Varsling", text: "Der varsles tre dage før.", label: "Udkast" },
      { id: plan, heading: "Plan" },
    ],
    next: [],
  });
  expect(history.remarks).toMatchObject([
    {
      text: "Fem dage, tak.",
      clauseIds: [notice],
      by: [{ center: "Ældre", stance: "change-proposal" }],
      outcome: null,
    },
    { text: "God plan.", clauseIds: [plan], by: [{ center: "Ældre", stance: "support" }] },
  ]);
  expect(await historyOf(other)).toEqual(NOTHING);
  const next = { versionId, edition: 2, label: "Endelig" };
  expect((await historyOf(notice)).next).toMatchObject([{ ...next, state: "carried", to: [{ id: merged }] }]);
  expect((await historyOf(called("Kontakt"))).next).toEqual([{ ...next, state: "dropped" }]);
  expect((await historyOf(called("Besked"))).next).toEqual([{ ...next, state: "undecided" }]);
});

test("[Q8] [Q6] keepers of the house and neighbours are told nothing of it, whatever ids they name", async () => {
  const { people, called } = world;
  const there = await neighbour(world);
  const ids = [called("Varsling"), called("Plan")];
  for (const one of [people.rita, people.adam, there.people.lise])
    expect(await doors.history(one, ids)).toEqual(NOTHING);
  expect(await doors.history(people.lise, ["none", "'; drop table clause"])).toEqual(NOTHING);
});

test("[Q8] [Q20] remarks come a page at a time, and more than are told of are said to be more", async () => {
  const { people, centers, called, sql } = world;
  const { documentId } = await hearingUnderWay(world);
  const besked = called("Besked");
  await sql`insert into paragraph (document_id, block_id, position, kind, text, heading)
    select ${documentId}, 'many-' || n, 1000 + n, 'paragraph', 'Bemærkning ' || n, '' from generate_series(1, 501) n`;
  await sql`insert into paragraph_link (document_id, block_id, target_kind, target_id, center_id)
    select ${documentId}, 'many-' || n, 'clause', ${besked}, ${centers.social} from generate_series(1, 501) n`;
  const told = async (page: number) => {
    const { remarks, ...rest } = await doors.history(people.lise, [besked], page);
    return { of: remarks.map(({ blockId }) => blockId), ...rest };
  };
  const [first, second, last, beyond] = [await told(1), await told(2), await told(17), await told(18)];
  expect(first).toMatchObject({ page: 1, pages: 17, total: { remarks: 500, texts: 1 }, isBounded: true });
  expect(new Set([...first.of, ...second.of]).size).toBe(60);
  expect(beyond).toEqual(last);
});
