import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "../../db/ids";
import { answer } from "../../db/schema";
import {
  eventsOf,
  type HearingWorld,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  nextVersion,
  writes,
} from "../../tests/world/hearing";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

test("[C8] a page that asks again hears of what changed in coverage, and of nothing else", async () => {
  const { links, people, centers, called } = world;
  const { id, documentId } = await hearingUnderWay(world);
  const first = await links.coverageSince(people.lise, id, null);
  expect(first.page?.holes).toBe(4);
  // The first question had the text read for its rows; what follows goes by those.
  const read = await links.coverageSince(people.lise, id, first.stamp);
  expect(read.page).toBeNull();
  const again = await links.coverageSince(people.lise, id, read.stamp);
  expect(again).toMatchObject({ page: null, stamp: read.stamp });

  await writes(world, people.sune, documentId, "Ord uden henvisning.");
  const typed = await links.coverageSince(people.lise, id, again.stamp);
  expect(typed.page).toBeNull();
  expect(typed.stamp).not.toBe(again.stamp);

  await writes(world, people.sune, documentId, "Besked kommer for sent.", [
    { kind: "clause", id: called("Besked"), center: centers.social },
  ]);
  const linked = await links.coverageSince(people.lise, id, typed.stamp);
  expect(linked.page?.counts).toMatchObject({ answered: 1 });
  const form = { clauseId: called("Kontakt"), centerId: centers.social, answer: "no-remarks" };
  await links.answer(people.sune, id, form);
  const said = await links.coverageSince(people.lise, id, linked.stamp);
  expect(said.page?.counts).toMatchObject({ "no-remarks": 1 });

  world.clock.at = new Date("2026-03-03T09:00:00Z");
  expect((await links.coverageSince(people.lise, id, said.stamp)).page?.cells[2]?.deadline?.daysLeft).toBe(9);
});

test("[C8] what was asked before the first answer, or with a stamp of nobody's, is answered whole", async () => {
  const { links, people } = world;
  const { id } = await hearingUnderWay(world);
  for (const stamp of [null, "", "~", "nonsense", "1~2~3"])
    expect((await links.coverageSince(people.lise, id, stamp)).page).not.toBeNull();
});

test("[D2] [D10] nobody hears of another municipality's coverage, nor do keepers of the house", async () => {
  const { links, people } = world;
  const there = await neighbour(world);
  const { id } = await hearingUnderWay(world);
  const gone = { kind: "not-found", code: "not-found" };
  const { stamp } = await links.coverageSince(there.people.lise, there.id, null);
  for (const asked of [null, stamp]) {
    await expect(links.coverageSince(people.tove, there.id, asked)).rejects.toMatchObject(gone);
    await expect(links.coverageSince(people.tove, newId(), asked)).rejects.toMatchObject(gone);
    await expect(links.coverageSince(people.tove, "no-id", asked)).rejects.toMatchObject(gone);
    for (const one of [people.rita, people.adam])
      await expect(links.coverageSince(one, id, asked)).rejects.toMatchObject({ code: "not-for-your-role" });
  }
});

test("[C6] the page knows which centers are one's own, and for which one may answer", async () => {
  const { links, people, centers } = world;
  const { id } = await hearingUnderWay(world);
  const own = async (one: typeof people.tove) => {
    const { mine, answersFor } = await links.coverage(one, id);
    return { mine, answersFor };
  };
  expect(await own(people.sune)).toEqual({ mine: [centers.social], answersFor: [centers.social] });
  expect(await own(people.lars)).toEqual({ mine: [centers.social], answersFor: [] });
  expect(await own(people.tove)).toEqual({ mine: [], answersFor: [centers.social, centers.elderly] });
  expect(await own(people.unni)).toEqual({ mine: [], answersFor: [] });
});

test("[C6] pressing is what is owed and due within three days, and what is late", async () => {
  const { links, people, centers, called } = world;
  const { id } = await hearingUnderWay(world);
  await links.answer(people.sune, id, {
    clauseId: called("Besked"),
    centerId: centers.social,
    answer: "no-remarks",
  });
  const pressing = async (day: string) => {
    world.clock.at = new Date(`${day}T09:00:00Z`);
    return (await links.coverage(people.lise, id)).cells.filter((cell) => cell.isPressing).length;
  };
  expect(await pressing("2026-03-08")).toBe(0);
  expect(await pressing("2026-03-09")).toBe(3);
  expect(await pressing("2026-03-14")).toBe(3);
});

test("[C7] an answer is undone to what stood there, and not when another stands there now", async () => {
  const { links, people, centers, called } = world;
  const { id } = await hearingUnderWay(world);
  const place = { clauseId: called("Besked"), centerId: centers.social };
  const say = (form: Record<string, string>) => links.answer(people.sune, id, { ...place, ...form });
  const state = async () => (await links.coverage(people.sune, id)).cells[0]?.state;
  await say({ answer: "in-work" });
  await say({ answer: "no-remarks" });
  await say({ answer: "in-work", instead: "no-remarks" });
  expect(await state()).toBe("in-work");
  await say({ answer: "", instead: "in-work" });
  expect(await state()).toBe("not-looked-at");
  await say({ answer: "not-relevant" });
  const late = { kind: "conflict", code: "answered-since" };
  await expect(say({ answer: "", instead: "no-remarks" })).rejects.toMatchObject(late);
  expect(await state()).toBe("not-relevant");
  await say({ answer: "" });
  await expect(say({ answer: "in-work", instead: "no-remarks" })).rejects.toMatchObject(late);
  await expect(say({ answer: "", instead: "perhaps" })).rejects.toMatchObject({ fields: { instead: "not-a-choice" } });
  expect((await eventsOf(world, id)).filter((event) => /answer/.test(event))).toEqual([
    "clause-answered",
    "clause-answered",
    "clause-answered",
    "answer-withdrawn",
    "clause-answered",
    "answer-withdrawn",
  ]);
  const elsas = { ...place, answer: "", instead: "no-remarks" };
  await expect(links.answer(people.elsa, id, elsas)).rejects.toMatchObject({ code: "not-your-center" });
});

test("[C7] [C17] undone, an answer to a new wording leaves what was said of the old one", async () => {
  const own = await hearingWorld();
  try {
    const { links, people, centers, called, db } = own;
    const { id } = await hearingUnderWay(own);
    const said = { clauseId: called("Besked"), centerId: centers.social, answer: "not-relevant" };
    await links.answer(people.sune, id, said);
    const next = await nextVersion(own, [
      ["section", "Indlæggelse", "", [["clause", "Besked", "Afdelingen giver besked inden for en time."]]],
    ]);
    const decision = { fromClauseId: said.clauseId, toClauseId: next.called("Besked") };
    await own.carryOver.decide(people.tove, next.versionId, decision);
    await own.consultations.follow(people.tove, id, { versionId: next.versionId });
    const place = { clauseId: next.called("Besked"), centerId: centers.social };
    const state = async () =>
      (await links.coverage(people.sune, id)).cells.find(({ clauseId }) => clauseId === place.clauseId)?.state;
    expect(await state()).toBe("look-again");
    await links.answer(people.sune, id, { ...place, answer: "no-remarks" });
    expect(await state()).toBe("no-remarks");
    await links.answer(people.sune, id, { ...place, answer: "", instead: "no-remarks" });
    expect(await state()).toBe("look-again");
    expect(await db.select().from(answer).where(eq(answer.clauseId, said.clauseId))).toHaveLength(1);
  } finally {
    await own.close();
  }
});
