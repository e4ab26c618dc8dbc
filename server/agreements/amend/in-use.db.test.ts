import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clause, documentVersion } from "../../../db/schema";
import { refused } from "../../../tests/world/agreements";
import { type HearingWorld, hearingUnderWay, hearingWorld, textSent, writes } from "../../../tests/world/hearing";
import { createSearch } from "../../search";

let world: HearingWorld;

beforeEach(async () => {
  world = await hearingWorld();
});
afterEach(() => world.close());

async function amend(fields: Record<string, unknown>) {
  const { agreements, people, versionId } = world;
  const { revision } = await agreements.amending(people.tove, versionId);
  return agreements.amend(people.tove, versionId, { revision, ...fields });
}

async function undo() {
  const { agreements, people, versionId } = world;
  const { revision } = await agreements.amending(people.tove, versionId);
  return agreements.undoAmendment(people.tove, versionId, { revision });
}

const linkTo = (heading: string) => ({
  kind: "clause" as const,
  id: world.called(heading),
  center: world.centers.social,
});

test("[S22] a clause on which something hangs is not corrected to what nobody can comment on", async () => {
  const { called, people, agreements, versionId } = world;
  const besked = called("Besked");
  for (const kind of ["text", "section", "ignored"]) {
    expect(await refused(amend({ op: "retype", nodeId: called("Plan"), kind }))).toBe("no refusal");
    await undo();
  }
  await hearingUnderWay(world);
  for (const kind of ["text", "section", "ignored"])
    expect(await refused(amend({ op: "retype", nodeId: besked, kind }))).toBe("conflict: clause-in-use");
  await amend({ op: "retype", nodeId: besked, kind: "goal" });
  const { inUse } = await agreements.amending(people.tove, versionId);
  expect([...inUse].sort()).toEqual(["Besked", "Kontakt", "Varsling", "Plan"].map(called).sort());
});

test("[S22] nor is a remark alone lost: a link holds its clause, and all that is joined to it", async () => {
  const { called, people } = world;
  const { id, documentId } = await hearingUnderWay(world);
  await writes(world, people.sune, documentId, "Vi støtter kontakten.", [linkTo("Kontakt")]);
  for (const heading of ["Besked", "Kontakt"])
    await world.consultations.unassign(people.tove, id, { clauseId: called(heading), centerId: world.centers.social });
  await amend({ op: "join", nodeId: called("Kontakt") });
  expect(await refused(amend({ op: "retype", nodeId: called("Besked"), kind: "text" }))).toBe(
    "conflict: clause-in-use",
  );
  await undo();
  expect(await refused(amend({ op: "retype", nodeId: called("Besked"), kind: "text" }))).toBe("no refusal");
});

test("[S22] an undo is held to the same: what a split has made and somebody uses stays, and means its first half", async () => {
  const { called, people, consultations, links } = world;
  const { id } = await hearingUnderWay(world);
  const { made } = await amend({ op: "split", nodeId: called("Varsling"), at: 10 });
  const given = { clauseId: made[0], centerId: world.centers.social, deadline: "2026-03-12" };
  await consultations.assign(people.tove, id, given);
  await undo();
  const cells = (await links.coverage(people.tove, id)).cells;
  expect(cells).toContainEqual(
    expect.objectContaining({ clauseId: called("Varsling"), centerId: world.centers.social, state: "not-looked-at" }),
  );
});

test("[S18] what hangs on a joined clause is seen on the one it is joined to, and nothing is lost by undoing", async () => {
  const { called, people, links, centers } = world;
  const { id, documentId } = await hearingUnderWay(world);
  await writes(world, people.sune, documentId, "Vi støtter kontakten.", [linkTo("Kontakt")]);
  const social = async () => {
    const { cells } = await links.coverage(people.lise, id);
    const own = cells.filter((cell) => cell.centerId === centers.social);
    return own.map(({ clauseId, state }) => [clauseId, state]);
  };
  const before = await social();
  await amend({ op: "join", nodeId: called("Kontakt") });
  expect(await social()).toEqual([[called("Besked"), "answered"]]);
  await undo();
  expect(await social()).toEqual(before);
});

test("[S21] a joined clause is listed, counted and found nowhere", async () => {
  const { called, people, consultations, agreements, versionId, db } = world;
  const search = createSearch(world);
  const found = async () => (await search.search(people.lise, { query: "kontaktperson", kind: "clause" })).hits.length;
  expect(await found()).toBe(1);
  await amend({ op: "join", nodeId: called("Kontakt") });
  await amend({ op: "rewrite", nodeId: called("Besked"), text: "Afdelingen giver besked." });
  expect(await found()).toBe(0);
  expect((await agreements.version(people.lise, versionId)).clauses.map(({ heading }) => heading)).not.toContain(
    "Kontakt",
  );
  expect((await agreements.list(people.lise))[0]?.versions[0]?.clauses).toBe(3);
  expect((await consultations.sources(people.tove))[0]?.clauses).toBe(3);
  expect(await agreements.joinedInto(people.lise, called("Kontakt"))).toBe(called("Besked"));
  expect(await agreements.joinedInto(people.lise, called("Besked"))).toBeNull();
  expect(
    await db
      .select()
      .from(clause)
      .where(eq(clause.id, called("Kontakt"))),
  ).toHaveLength(1);
});

test("[A1] [S18] a text that was frozen before a correction keeps its bytes and can be approved by them", async () => {
  const { called, people, reviews, db } = world;
  const { responseId, reviewId, sha256, documentId } = await textSent(world);
  const frozen = () => db.select().from(documentVersion).where(eq(documentVersion.documentId, documentId));
  const before = await frozen();
  await amend({ op: "join", nodeId: called("Kontakt") });
  await amend({ op: "rename", nodeId: called("Besked"), heading: "Besked og kontakt" });
  expect(await frozen()).toEqual(before);
  await reviews.approve(people.lars, reviewId, { sha256 });
  expect((await reviews.page(people.lars, responseId)).rounds[0]).toMatchObject({ sha256, state: "approved" });
});
