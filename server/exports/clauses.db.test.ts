import { afterAll, beforeAll, expect, test } from "vitest";
import { allBlocks, type Link, textOf } from "../../app/document-model/document";
import type { CenterId, VersionId } from "../../db/ids";
import { type HearingWorld, hearingWorld, nextVersion, writes } from "../../tests/world/hearing";
import { town } from "../../tests/world/people";
import { acceptedSource } from "../../tests/world/source";
import { REVISED, sourceRevised } from "../../tests/world/versions";
import { documentIn } from "../document-store";
import { referenceOf, sourceOf } from "./letter/references";
import { factsOf, versionToExport } from "./queries";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world.close());

type Hearing = { responseId: string };

/** What stands after each linked paragraph of a version's letter. */
async function references(versionId: VersionId): Promise<Record<string, string>> {
  const found = await versionToExport(world.db, world.id, versionId);
  const text = documentIn(found.version);
  const facts = await factsOf(world.db, found, text);
  const linked = [...allBlocks(text)].filter(({ id }) => text.links[id]);
  return Object.fromEntries(linked.map((block) => [textOf(block), referenceOf(text.links[block.id] ?? [], facts)]));
}

async function sent({ responseId }: Hearing): Promise<VersionId> {
  const { people, reviews } = world;
  await reviews.send(people.tove, responseId, { approverId: people.lars.id, holesAccepted: "yes" });
  return (await reviews.page(people.lars, responseId)).rounds[0]!.versionId;
}

test("[A7] [X3] a letter refers to the version its text was frozen on; to what was gone from it, not at all", async () => {
  const { people, centers, consultations, carryOver, reviews } = world;
  const { own, hearing, next, old, fresh } = await sourceRevised(world);
  const link = (name: string, center: CenterId): Link => ({ kind: "clause", id: old(name), center });
  await writes(world, people.sune, hearing.documentId, "Om kontakt.", [link("Kontakt", centers.social)]);
  await writes(world, people.elsa, hearing.documentId, "Om varsling.", [link("Varsling", centers.elderly)]);
  await consultations.stay(people.tove, hearing.id, { versionId: next.versionId });
  const first = await sent(hearing);
  expect(await references(first)).toEqual({ "Om kontakt.": "(pkt. 2)", "Om varsling.": "(pkt. 1)" });

  await reviews.reopen(people.tove, hearing.responseId, { reason: "Ny version" });
  await consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  await carryOver.decide(people.tove, next.versionId, { fromClauseId: old("Kontakt") });
  const parts = [fresh("Plan"), fresh("Økonomi")];
  await carryOver.decide(people.tove, next.versionId, { fromClauseId: old("Varsling"), toClauseId: parts });
  const second = await sent(hearing);
  expect(await references(second)).toEqual({ "Om kontakt.": "", "Om varsling.": "(pkt. 2 og 3)" });

  // The hearing moves on; either text keeps the references it was frozen with.
  await reviews.reopen(people.tove, hearing.responseId, { reason: "Ny version igen" });
  const third = await nextVersion(own, REVISED, 3);
  await consultations.follow(people.tove, hearing.id, { versionId: third.versionId });
  expect(await references(first)).toEqual({ "Om kontakt.": "(pkt. 2)", "Om varsling.": "(pkt. 1)" });
  expect(await references(second)).toEqual({ "Om kontakt.": "", "Om varsling.": "(pkt. 2 og 3)" });
});

/** What each quote of a version's letter says it quotes. */
async function quoted(versionId: VersionId): Promise<Record<string, string>> {
  const found = await versionToExport(world.db, world.id, versionId);
  const text = documentIn(found.version);
  const facts = await factsOf(world.db, found, text);
  const quotes = [...allBlocks(text)].filter(({ of }) => of);
  return Object.fromEntries(quotes.map((block) => [textOf(block), sourceOf(block.of!, facts)]));
}

test("[A7] [X9] a quote is followed by what its clause is in the version it was frozen on, or by its own edition's name", async () => {
  const { people, consultations, carryOver, reviews } = world;
  const { own, hearing, next, old, fresh } = await sourceRevised(world);
  const writesQuote = (words: string, name: string) =>
    writes(world, people.sune, hearing.documentId, words, [], { kind: "quote", of: old(name) });
  for (const name of ["Kontakt", "Varsling"]) await writesQuote(name, name);
  // A forged one of another municipality's source is nobody's name to tell.
  const strange = await acceptedSource(world.db, await town(world.db));
  await writes(world, people.sune, hearing.documentId, "Fremmed", [], { kind: "quote", of: strange.called("Kontakt") });
  await consultations.follow(people.tove, hearing.id, { versionId: next.versionId });
  await carryOver.decide(people.tove, next.versionId, { fromClauseId: old("Kontakt") });
  await carryOver.decide(people.tove, next.versionId, {
    fromClauseId: old("Varsling"),
    toClauseId: [fresh("Økonomi")],
  });
  const first = await sent(hearing);
  const said = { Kontakt: "Pkt. 2 Kontakt (Udkast)", Varsling: "Pkt. 3 Økonomi", Fremmed: "" };
  expect(await quoted(first)).toEqual(said);

  // Decided otherwise and moved on since: what was sent says what it said.
  await reviews.reopen(people.tove, hearing.responseId, { reason: "Ny version" });
  const third = await nextVersion(own, REVISED, 3);
  await consultations.follow(people.tove, hearing.id, { versionId: third.versionId });
  expect(await quoted(first)).toEqual(said);
});

test("[A7] [S18] a clause that was joined to another after the text was sent is called by that one's name", async () => {
  const { people, centers, sql } = world;
  const { hearing, old, next } = await sourceRevised(world);
  const link: Link = { kind: "clause", id: old("Kontakt"), center: centers.social };
  await writes(world, people.sune, hearing.documentId, "Om kontakt.", [link]);
  await world.consultations.stay(people.tove, hearing.id, { versionId: next.versionId });
  const version = await sent(hearing);
  await sql`update clause set joined_into_id = ${old("Besked")} where id = ${old("Kontakt")}`;
  expect(await references(version)).toEqual({ "Om kontakt.": "(pkt. 1)" });
});
