import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { allBlocks, type Link, textOf } from "../../app/document-model/document";
import type { CenterId, ClauseId } from "../../db/ids";
import * as schema from "../../db/schema";
import { eventsOf, type HearingWorld, hearingWorld, nextVersion, writes } from "../../tests/world/hearing";
import { acceptedSource } from "../../tests/world/source";
import { REVISED, sourceRevised } from "../../tests/world/versions";
import { carriedTo } from "../carry-over";
import { newerThan } from "../consultations";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

type Revised = Awaited<ReturnType<typeof sourceRevised>>;

const link = (id: ClauseId, center: CenterId): Link => ({ kind: "clause", id, center });
const UNDECIDED = { kind: "conflict", code: "carry-over-undecided" };

function send({ hearing }: Pick<Revised, "hearing">) {
  const { people, reviews } = world;
  return reviews.send(people.tove, hearing.responseId, { approverId: people.lars.id, holesAccepted: "yes" });
}

function decide({ next }: Pick<Revised, "next">, fromClauseId: ClauseId, ...toClauseId: ClauseId[]) {
  return world.carryOver.decide(world.people.tove, next.versionId, { fromClauseId, toClauseId });
}

const undo = ({ next }: Revised, fromClauseId: ClauseId) =>
  world.carryOver.undo(world.people.tove, next.versionId, { fromClauseId });

async function follow({ hearing, next }: Revised) {
  await world.consultations.follow(world.people.tove, hearing.id, { versionId: next.versionId });
}

/** What the newest version says its paragraphs are linked to: the clause's id by the paragraph's words. */
async function frozenLinks({ hearing }: Revised): Promise<Record<string, string[]>> {
  const { frozen } = await world.reviews.page(world.people.tove, hearing.responseId);
  if (!frozen) return {};
  const blocks = [...allBlocks(frozen)].filter(({ id }) => frozen.links[id]);
  return Object.fromEntries(blocks.map((block) => [textOf(block), (frozen.links[block.id] ?? []).map(({ id }) => id)]));
}

async function isUntouched({ hearing }: Revised) {
  const { sql, documents } = world;
  const versions = await sql`select 1 from document_version where document_id = ${hearing.documentId}`;
  const loaded = await documents.load(hearing.documentId);
  const events = await eventsOf(world, hearing.responseId);
  return versions.length === 0 && loaded?.state === "active" && !events.includes("sent-for-approval");
}

test("[C16] as long as a newer version is neither followed nor declined, nothing is sent, and the page says so", async () => {
  const { people, reviews, consultations } = world;
  const revised = await sourceRevised(world);
  const { hearing, next, own } = revised;
  await writes(world, people.sune, hearing.documentId, "Vi støtter forslaget.");
  const newer = { versionId: next.versionId, number: 2, label: "Version 2" };
  expect(await reviews.page(people.lise, hearing.responseId)).toMatchObject({ newer, undecided: [] });
  await expect(send(revised)).rejects.toMatchObject({ kind: "conflict", code: "newer-version" });
  expect(await isUntouched(revised)).toBe(true);

  await consultations.stay(people.tove, hearing.id, { versionId: next.versionId });
  expect(await reviews.page(people.lise, hearing.responseId)).toMatchObject({ newer: null, undecided: [] });
  const third = await nextVersion(own, REVISED, 3);
  await expect(send(revised)).rejects.toMatchObject({ code: "newer-version" });
  await consultations.stay(people.tove, hearing.id, { versionId: third.versionId });
  await send(revised);
  // What comes after that is no matter of a text that is sent.
  await nextVersion(own, REVISED, 4);
  expect(await reviews.page(people.lise, hearing.responseId)).toMatchObject({ newer: null, status: "in-review" });
});

test("[C15] what is in use and waits blocks, be it given, answered or linked; nothing is left of a refused sending", async () => {
  const { people, centers, reviews, links, consultations } = world;
  const revised = await sourceRevised(world);
  const { hearing, next, old, fresh } = revised;
  const given = [old("Kontakt"), old("Varsling")];
  await consultations.unassign(people.tove, hearing.id, {
    clauseId: given,
    centerId: [centers.social, centers.elderly],
  });
  await writes(world, people.sune, hearing.documentId, "Vi støtter forslaget.", [link(old("Besked"), centers.social)]);
  await links.answer(people.elsa, hearing.id, {
    clauseId: old("Varsling"),
    centerId: centers.elderly,
    answer: "no-remarks",
  });
  await follow(revised);
  const paths = async () => (await reviews.page(people.lise, hearing.responseId)).undecided;
  expect(await paths()).toEqual([{ clause: "2 Udskrivning › 1 Varsling", at: next.versionId }]);
  await expect(send(revised)).rejects.toMatchObject(UNDECIDED);
  await decide(revised, old("Varsling"), fresh("Varsling"));
  expect(await paths()).toEqual([]);

  const block = await writes(world, people.sune, hearing.documentId, "Kontakt er godt.", [
    link(old("Kontakt"), centers.social),
  ]);
  // However far behind the rows are: the text itself is judged.
  await world.sql`delete from paragraph_link where block_id = ${block}`;
  await expect(send(revised)).rejects.toMatchObject(UNDECIDED);
  expect(await isUntouched(revised)).toBe(true);
  await decide(revised, old("Kontakt"));
  await send(revised);
});

test("[C15] an assignment alone blocks as well, until it is taken back or what it became is decided", async () => {
  const { people } = world;
  const revised = await sourceRevised(world);
  const { hearing, old, fresh } = revised;
  await writes(world, people.sune, hearing.documentId, "Vi støtter forslaget.");
  await follow(revised);
  await expect(send(revised)).rejects.toMatchObject(UNDECIDED);
  await decide(revised, old("Kontakt"));
  await expect(send(revised)).rejects.toMatchObject(UNDECIDED);
  await decide(revised, old("Varsling"), fresh("Varsling"));
  await send(revised);
});

/** A text on four old clauses and the whole source, moved, and all decided: Varsling was split, Kontakt is gone. */
async function decided() {
  const { people, centers } = world;
  const revised = await sourceRevised(world);
  const { own, hearing, old, fresh } = revised;
  const all = ["Besked", "Kontakt", "Varsling"].map((name) => link(old(name), centers.social));
  await writes(world, people.sune, hearing.documentId, "Om det hele.", [
    ...all,
    { kind: "source", id: own.versionId, center: centers.social },
  ]);
  await writes(world, people.elsa, hearing.documentId, "Kun kontakt.", [link(old("Kontakt"), centers.elderly)]);
  await follow(revised);
  await decide(revised, old("Kontakt"));
  await decide(revised, old("Varsling"), fresh("Varsling"), fresh("Økonomi"));
  return revised;
}

test("[A7] frozen links lead to what is decided when it is sent, and stay so whatever is decided afterwards", async () => {
  const { people, reviews, documents } = world;
  const revised = await decided();
  const { hearing, next, old, fresh } = revised;
  const reviewId = await send(revised);
  const [round] = (await reviews.page(people.lars, hearing.responseId)).rounds;
  const before = await documents.version(round!.versionId);
  const carried = [fresh("Besked"), fresh("Varsling"), fresh("Økonomi"), old("Kontakt")].sort();
  const wanted = { "Om det hele.": [...carried, next.versionId], "Kun kontakt.": [old("Kontakt")] };
  expect(await frozenLinks(revised)).toEqual(wanted);

  await undo(revised, old("Varsling"));
  await undo(revised, old("Besked"));
  await reviews.approve(people.lars, reviewId, { sha256: round!.sha256 });
  expect(await frozenLinks(revised)).toEqual(wanted);
  expect(await documents.version(round!.versionId)).toEqual(before);
  expect((await reviews.page(people.lise, hearing.responseId)).undecided).toEqual([]);

  // The live text keeps its links as they were written: opened again it waits for what was taken back.
  await reviews.reopen(people.tove, hearing.responseId, { reason: "Ny ordlyd" });
  const { undecided } = await reviews.page(people.lise, hearing.responseId);
  expect(undecided.map(({ clause }) => clause)).toEqual(["1 Indlæggelse › 1 Besked", "2 Udskrivning › 1 Varsling"]);
  await expect(send(revised)).rejects.toMatchObject(UNDECIDED);
});

test("[C17] what is carried over to other words is a hole when it is sent, though the frozen links name the new clause", async () => {
  const { people, centers, reviews, links } = world;
  const revised = await decided();
  const { hearing, fresh } = revised;
  const { holes } = await reviews.page(people.lise, hearing.responseId);
  expect(holes).toContainEqual({ clause: "2 Udskrivning › 1 Varsling", center: "Center for Ældre" });
  const form = { approverId: people.lars.id };
  await expect(reviews.send(people.tove, hearing.responseId, form)).rejects.toMatchObject({
    fields: { holesAccepted: "holes-not-accepted" },
  });
  for (const clauseId of [fresh("Varsling"), fresh("Økonomi"), fresh("Plan")]) {
    await links.answer(people.elsa, hearing.id, { clauseId, centerId: centers.elderly, answer: "no-remarks" });
  }
  await reviews.send(people.tove, hearing.responseId, form);
});

test("[A7] [C15] a decision taken back while the text is being sent comes before it or after it, never between", async () => {
  const { people, reviews } = world;
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const revised = await decided();
    const { hearing, old, fresh } = revised;
    const [sent] = await Promise.allSettled([send(revised), undo(revised, old("Varsling"))]);
    if (sent.status === "rejected") {
      expect(sent.reason).toMatchObject(UNDECIDED);
      expect(await isUntouched(revised)).toBe(true);
      continue;
    }
    expect((await reviews.page(people.tove, hearing.responseId)).status).toBe("in-review");
    const { "Om det hele.": ids } = await frozenLinks(revised);
    expect(ids).toContain(fresh("Varsling"));
    expect(ids).not.toContain(old("Varsling"));
  }
});

test("[A7] as long as a text is being sent, nobody decides anything at the desks of its versions", async () => {
  const { db, sql, people, consultations } = world;
  const { own, hearing, next } = await sourceRevised(world);
  const third = await nextVersion(own, REVISED, 3);
  await consultations.follow(people.tove, hearing.id, { versionId: third.versionId });
  await db.transaction(async (tx) => {
    await carriedTo(tx, third.versionId, "lock");
    for (const id of [next.versionId, third.versionId]) {
      // The lock that every decision takes. [C18]
      const taken = sql`select 1 from source_version where id = ${id} for no key update nowait`;
      await expect(taken).rejects.toMatchObject({ code: "55P03" });
    }
  });
});

test("[C16] a hearing on a source's first version is asked about later and earlier ones in one statement each", async () => {
  const asked: string[] = [];
  const logger = { logQuery: (statement: string) => asked.push(statement) };
  const db = drizzle(world.sql, { schema, logger });
  const { versionId } = await acceptedSource(world.db, world);
  expect(await newerThan(db, { versionId, staysBeforeId: null })).toBeNull();
  expect(await carriedTo(db, versionId, "lock")).toMatchObject({ versionId, successorOf: new Map() });
  expect(asked).toHaveLength(2);
});
