import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Link } from "../../app/document-model/document";
import type { CenterId, ClauseId } from "../../db/ids";
import * as schema from "../../db/schema";
import {
  eventsOf,
  type HearingWorld,
  hearingUnderWay,
  hearingWorld,
  neighbour,
  nextVersion,
  writes,
} from "../../tests/world/hearing";
import type { Sketch } from "../../tests/world/source";
import { sourceRevised } from "../../tests/world/versions";
import { createLinks } from "./index";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
beforeEach(() => {
  world.clock.at = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

type Revised = Awaited<ReturnType<typeof sourceRevised>>;

/** A hearing that has moved to the revised source: Besked and Plan are the same, Varsling and Kontakt wait. */
async function moved(sketches?: Sketch[]) {
  const revised = await sourceRevised(world, sketches);
  const form = { versionId: revised.next.versionId };
  await world.consultations.follow(world.people.tove, revised.hearing.id, form);
  return revised;
}

function decide({ next }: Pick<Revised, "next">, fromClauseId: ClauseId, ...toClauseId: ClauseId[]) {
  return world.carryOver.decide(world.people.tove, next.versionId, { fromClauseId, toClauseId });
}

const link = (id: ClauseId, center: CenterId): Link => ({ kind: "clause", id, center });

/** The cells in words: "Besked Social: answered". */
async function told({ hearing }: Pick<Revised, "hearing">): Promise<string[]> {
  const { cells, clauses, centers } = await world.links.coverage(world.people.lise, hearing.id);
  const clauseName = new Map(clauses.map((one) => [one.id, one.heading]));
  const centerName = new Map(centers.map((one) => [one.id, one.shortName]));
  return cells.map((cell) => `${clauseName.get(cell.clauseId)} ${centerName.get(cell.centerId)}: ${cell.state}`);
}

test("[C14] [C15] coverage of the new version shows what was given and said of the old one, what waits and what is gone", async () => {
  const { people, centers, links } = world;
  const revised = await sourceRevised(world);
  const { hearing, next, old } = revised;
  const { social, elderly } = centers;
  const both = [link(old("Besked"), social), link(old("Kontakt"), social)];
  const block = await writes(world, people.sune, hearing.documentId, "Besked kommer for sent.", both);
  const whole: Link = { kind: "source", id: revised.own.versionId, center: social };
  const general = await writes(world, people.sune, hearing.documentId, "Aftalen er god.", [whole]);
  await links.answer(people.elsa, hearing.id, { clauseId: old("Varsling"), centerId: elderly, answer: "no-remarks" });
  await world.consultations.follow(people.tove, hearing.id, { versionId: next.versionId });

  expect(await told(revised)).toEqual(["Besked Social: answered", "Plan Ældre: not-looked-at"]);
  const before = await links.coverage(people.lise, hearing.id);
  expect(before).toMatchObject({ holes: 1, dropped: [], wholeSource: [{ centerId: social, blockIds: [general] }] });
  expect(before.undecided).toEqual([
    { clause: { id: old("Kontakt"), path: "1 Indlæggelse › 2 Kontakt" }, at: next.versionId },
    { clause: { id: old("Varsling"), path: "2 Udskrivning › 1 Varsling" }, at: next.versionId },
  ]);
  expect((await world.consultations.page(people.lise, hearing.id)).undecided).toEqual([
    { at: next.versionId, count: 2 },
  ]);

  await decide(revised, old("Kontakt"));
  await decide(revised, old("Varsling"), revised.fresh("Varsling"));
  expect(await told(revised)).toEqual([
    "Besked Social: answered",
    "Varsling Ældre: look-again",
    "Plan Ældre: not-looked-at",
  ]);
  const after = await links.coverage(people.lise, hearing.id);
  expect(after).toMatchObject({ holes: 2, counts: { "look-again": 1 }, undecided: [] });
  const clause = { id: old("Kontakt"), path: "1 Indlæggelse › 2 Kontakt" };
  expect(after.dropped).toEqual([{ clause, centerId: social, blockIds: [block] }]);
});

test("[C17] the center looks again and what it said stands; a decision that is taken back makes it wait again", async () => {
  const { people, centers, links } = world;
  const revised = await moved();
  const { hearing, next, old, fresh } = revised;
  const place = { clauseId: fresh("Varsling"), centerId: centers.elderly };
  await writes(world, people.elsa, hearing.documentId, "Tre dage er lidt.", [link(old("Varsling"), centers.elderly)]);
  // Before there is anything to look at again, nothing is said of what may come.
  await links.lookAgain(people.elsa, hearing.id, place);
  await decide(revised, old("Varsling"), fresh("Varsling"));
  expect(await told(revised)).toContain("Varsling Ældre: look-again");
  const owed = await links.owed([people.tove], [hearing.id]);
  expect(owed.find((one) => one.centerId === centers.elderly)).toMatchObject({ open: 2, total: 2 });

  await links.lookAgain(people.elsa, hearing.id, place);
  await links.lookAgain(people.tove, hearing.id, place);
  expect(await told(revised)).toContain("Varsling Ældre: answered");
  const events = await eventsOf(world, hearing.id);
  expect(events.filter((event) => event === "clause-looked-at-again")).toHaveLength(1);

  await world.carryOver.undo(people.tove, next.versionId, { fromClauseId: old("Varsling") });
  const page = await links.coverage(people.lise, hearing.id);
  expect(page.undecided.map(({ clause }) => clause.id)).toEqual([old("Kontakt"), old("Varsling")]);
  expect(page.cells.some((cell) => cell.clauseId === fresh("Varsling"))).toBe(false);
});

test("[C17] a new answer, or a link to the clause as it reads now, settles it as well", async () => {
  const { people, centers, links } = world;
  for (const settle of ["answer", "link"] as const) {
    const revised = await sourceRevised(world);
    const { hearing, next, old, fresh } = revised;
    const said = { clauseId: old("Varsling"), centerId: centers.elderly, answer: "not-relevant" };
    await links.answer(people.elsa, hearing.id, said);
    await world.consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
    await decide(revised, old("Varsling"), fresh("Varsling"));
    expect(await told(revised)).toContain("Varsling Ældre: look-again");
    const now = fresh("Varsling");
    if (settle === "answer") await links.answer(people.elsa, hearing.id, { ...said, clauseId: now });
    else await writes(world, people.elsa, hearing.documentId, "Fem dage er godt.", [link(now, centers.elderly)]);
    const wanted = settle === "answer" ? "Varsling Ældre: not-relevant" : "Varsling Ældre: answered";
    expect(await told(revised)).toContain(wanted);
  }
});

test("[C5] an answer that was carried over is taken back where its clause is now", async () => {
  const { people, centers, links } = world;
  const revised = await sourceRevised(world);
  const { hearing, next, old, fresh } = revised;
  const said = { clauseId: old("Varsling"), centerId: centers.elderly, answer: "no-remarks" };
  await links.answer(people.elsa, hearing.id, said);
  await world.consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  await decide(revised, old("Varsling"), fresh("Varsling"), fresh("Økonomi"));
  await links.lookAgain(people.elsa, hearing.id, { clauseId: fresh("Økonomi"), centerId: centers.elderly });
  expect(await told(revised)).toContain("Varsling Ældre: look-again");
  const withdrawal = { ...said, clauseId: fresh("Varsling"), answer: "" };
  await links.answer(people.elsa, hearing.id, withdrawal);
  await links.answer(people.elsa, hearing.id, withdrawal);
  // The other part was looked at: there the answer is the center's own by now.
  expect(await told(revised)).toEqual([
    "Besked Social: not-looked-at",
    "Varsling Ældre: not-looked-at",
    "Plan Ældre: not-looked-at",
    "Økonomi Ældre: no-remarks",
  ]);
  expect((await eventsOf(world, hearing.id)).filter((event) => event === "answer-withdrawn")).toHaveLength(1);
});

/** As the revised one, with Varsling as it was and Plan in other words. */
const THIRD: Sketch[] = [
  ["section", "Indlæggelse", "", [["clause", "Besked", "Afdelingen giver besked."]]],
  [
    "section",
    "Udskrivning",
    "",
    [
      ["clause", "Varsling", "Der varsles fem hverdage før udskrivningen."],
      ["clause", "Plan", "Kommunen og afdelingen skriver en plan sammen med borgeren."],
    ],
  ],
];

test("[C14] [C17] over three versions what was said is followed step by step, and a look counts for what reads so still", async () => {
  const { people, centers, links } = world;
  const revised = await sourceRevised(world);
  const { own, hearing, next, old, fresh } = revised;
  const { elderly } = centers;
  const said = [link(old("Varsling"), elderly), link(old("Plan"), elderly)];
  await writes(world, people.elsa, hearing.documentId, "Tre dage og en plan.", said);
  const third = await nextVersion(own, THIRD, 3);
  await world.consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  await decide(revised, old("Varsling"), fresh("Varsling"));
  await links.lookAgain(people.elsa, hearing.id, { clauseId: fresh("Varsling"), centerId: elderly });
  await world.consultations.follow(people.tove, hearing.id, { versionId: third.versionId });
  expect(await told(revised)).toEqual(["Besked Social: not-looked-at", "Varsling Ældre: answered"]);
  const { undecided } = await links.coverage(people.lise, hearing.id);
  expect(undecided.map(({ clause, at }) => [clause.id, at])).toEqual([
    [old("Kontakt"), next.versionId],
    [old("Plan"), third.versionId],
  ]);
  await decide({ next: third }, fresh("Plan"), third.called("Plan"));
  await decide(revised, old("Kontakt"), fresh("Besked"));
  expect(await told(revised)).toEqual([
    "Besked Social: not-looked-at",
    "Varsling Ældre: answered",
    "Plan Ældre: look-again",
  ]);
});

test("[C5] [D2] [D10] a center looks again for itself, the coordinator for any that takes part, nobody once the text is sent", async () => {
  const { people, centers, links } = world;
  const revised = await moved();
  const { hearing, old, fresh } = revised;
  const place = { clauseId: fresh("Varsling"), centerId: centers.elderly };
  for (const one of [people.sune, people.unni, people.lone, people.lise, people.jens]) {
    await expect(links.lookAgain(one, hearing.id, place)).rejects.toMatchObject({ code: "not-your-center" });
  }
  for (const one of [people.rita, people.adam]) {
    await expect(links.lookAgain(one, hearing.id, place)).rejects.toMatchObject({ code: "not-for-your-role" });
  }
  const there = await neighbour(world);
  const gone = { kind: "not-found" };
  await expect(links.lookAgain(there.people.tove, hearing.id, place)).rejects.toMatchObject(gone);
  await expect(links.lookAgain(people.tove, there.id, place)).rejects.toMatchObject(gone);
  const before = { ...place, clauseId: old("Varsling") };
  await expect(links.lookAgain(people.elsa, hearing.id, before)).rejects.toMatchObject(gone);
  await expect(links.answer(people.elsa, hearing.id, { ...before, answer: "no-remarks" })).rejects.toMatchObject(gone);

  await decide(revised, old("Kontakt"));
  await decide(revised, old("Varsling"), fresh("Varsling"));
  await writes(world, people.sune, hearing.documentId, "Vi støtter forslaget.");
  const form = { approverId: people.lars.id, holesAccepted: "yes" };
  await world.reviews.send(people.tove, hearing.responseId, form);
  await expect(links.lookAgain(people.elsa, hearing.id, place)).rejects.toMatchObject({ code: "approved" });
});

test("[C1] [H8] what many hearings owe is worked out version by version, not hearing by hearing", async () => {
  const { people, sql, clock, audit, projections, agreements } = world;
  const revised = await sourceRevised(world);
  const { own, hearing, next } = revised;
  const ids = [hearing.id];
  for (let more = 0; more < 4; more += 1) ids.push((await hearingUnderWay(own)).id);
  let queries = 0;
  const logger = { logQuery: () => (queries += 1) };
  const counting = createLinks({ db: drizzle(sql, { schema, logger }), clock, audit, projections, agreements });
  const counted = async (some: typeof ids) => {
    queries = 0;
    const owed = await counting.owed([people.tove], some);
    return { queries, open: owed.map(({ open, total }) => `${open}/${total}`) };
  };
  // What is not changed is not worked out again. [C32]
  const before = await counted(ids);
  expect(before).toEqual({ queries: 6, open: ids.flatMap(() => ["2/2", "2/2"]) });
  expect(await counted(ids)).toEqual({ ...before, queries: 1 });
  for (const id of ids) await world.consultations.follow(people.tove, id, { versionId: next.versionId });
  const one = await counted(ids.slice(0, 1));
  // Kontakt and Varsling wait to be decided: nobody owes what nobody knows the place of. [C15]
  expect(one).toEqual({ queries: 9, open: ["1/1", "1/1"] });
  expect(await counted(ids)).toEqual({ queries: 9, open: ids.flatMap(() => ["1/1", "1/1"]) });
});
