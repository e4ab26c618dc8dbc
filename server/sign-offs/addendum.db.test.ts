import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "../../app/document-model/document";
import { readDocument } from "../../app/document-model/read";
import type { DocumentId } from "../../db/ids";
import { eventsOf, type HearingWorld, hearingWorld, writes } from "../../tests/world/hearing";
import { jointHearing, jointText } from "../../tests/world/joint";
import { changes, signOffsOf } from "../../tests/world/sign-offs";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});
afterAll(() => world?.close());

const HEADING = "Særlige bemærkninger fra Vallensbæk Kommune";

async function blocksOf(documentId: DocumentId) {
  const loaded = await world.documents.load(documentId);
  return readDocument(loaded!.doc).blocks.flatMap((block) => (block.type === "block" ? [block] : []));
}

test("[J16] a guest's addendum is a heading and an empty line at the end, given to its center, once", async () => {
  const { responseId, documentId, guest, at } = await jointText(world);
  const signOffs = signOffsOf(world);
  const before = await blocksOf(documentId);
  const sune = await at("sune");
  expect((await signOffs.parts(sune, responseId)).addendum).toMatchObject({
    municipality: "Vallensbæk Kommune",
    blockId: null,
    centers: [{ name: "Center for Social, Vallensbæk" }],
  });
  const add = async () => signOffs.addAddendum(await at("sune"), responseId, { centerId: guest.centers.social });
  await Promise.all([add(), add()]);
  await signOffs.addAddendum(await at("tove"), responseId, {});
  const blocks = await blocksOf(documentId);
  expect(blocks.slice(before.length).map((block) => [block.kind, block.level, textOf(block)])).toEqual([
    ["heading", 2, HEADING],
    ["paragraph", 0, ""],
  ]);
  const heading = blocks.at(-2)!;
  expect((await signOffs.parts(sune, responseId)).addendum?.blockId).toBe(heading.id);
  expect((await signOffs.atDesk(world.people.tove, responseId)).sections[heading.id]).toBe(guest.centers.social);
  expect((await eventsOf(world, responseId)).filter((event) => event === "addendum-added")).toHaveLength(1);
});

test("[J16] what stands under it is the guest's part: its manager signs it, and nobody else's part has it", async () => {
  const { responseId, documentId, guest, at } = await jointText(world);
  const signOffs = signOffsOf(world);
  await signOffs.addAddendum(await at("sune"), responseId, {});
  await writes(world, await at("sune"), documentId, "Vi vil selv drive tilbuddet.");
  const lars = await at("lars");
  const part = await signOffs.page(lars, responseId, guest.centers.social);
  expect(part.text.blocks.flatMap((block) => (block.type === "block" ? [textOf(block)] : []))).toEqual([
    HEADING,
    "Vi vil selv drive tilbuddet.",
  ]);
  await signOffs.sign(lars, responseId, guest.centers.social, { sha256: part.sha256, after: "" });
  const { standings } = await signOffs.parts(world.people.tove, responseId);
  expect(standings.map(({ center, state }) => [center.name, state])).toEqual([
    ["Center for Social", "none"],
    ["Center for Ældre", "none"],
    ["Center for Social, Vallensbæk", "signed"],
  ]);
  // The host's own manager of a center of the same name signs for that one alone.
  await expect(
    signOffs.giveBack(world.people.lars, responseId, guest.centers.social, { reason: "Nej.", after: "" }),
  ).rejects.toMatchObject({ kind: "forbidden" });
});

test("[J16] an addendum whose heading was taken out of the text may be added again", async () => {
  const { responseId, documentId, at } = await jointText(world);
  const signOffs = signOffsOf(world);
  await signOffs.addAddendum(await at("sune"), responseId, {});
  const first = (await blocksOf(documentId)).at(-2)!.id;
  await changes(world, world.people.tove, documentId, (doc) => {
    const body = doc.getXmlFragment("body");
    body.delete(body.length - 2, 1);
  });
  expect((await signOffs.parts(await at("sune"), responseId)).addendum?.blockId).toBeNull();
  await signOffs.addAddendum(await at("sune"), responseId, {});
  const again = (await signOffs.parts(await at("sune"), responseId)).addendum?.blockId;
  expect([again === null, again === first]).toEqual([false, false]);
});

test("[J16] nobody of the host, nobody who only reads or signs, and no third center adds one; nor anybody once it is sent", async () => {
  const { responseId, documentId, guest, third, at } = await jointText(world);
  const signOffs = signOffsOf(world);
  const refusalOf = (viewer: Parameters<typeof signOffs.parts>[0], form: object = {}) =>
    signOffs.addAddendum(viewer, responseId, form).then(
      () => "done",
      (error: { code?: string }) => error.code,
    );
  expect(await refusalOf(world.people.tove)).toBe("guests-only");
  expect(await refusalOf(await at("lars"))).toBe("not-your-center");
  expect(await refusalOf(await at("lise"))).toBe("not-your-center");
  expect(await refusalOf(third.people.sune)).toBe("not-found");
  for (const centerId of [world.centers.social, guest.centers.elderly, third.centers.social, "x"])
    expect(await refusalOf(await at("sune"), { centerId })).toBe("not-your-center");
  await writes(world, world.people.sune, documentId, "Vi støtter forslaget.");
  await world.reviews.send(world.people.tove, responseId, { approverId: world.people.lars.id, holesAccepted: "yes" });
  expect(await refusalOf(await at("sune"))).toBe("part-not-open");
  expect((await signOffs.parts(await at("sune"), responseId)).addendum).toMatchObject({ blockId: null, centers: [] });
});

test("[J16] a guest whose centers have been given nothing has no part of the text yet, and no addendum", async () => {
  const { responseId, id, guest } = await jointHearing(world);
  const sune = await world.consultations.guests.viewerAt(guest.people.sune, { consultationId: id });
  await expect(signOffsOf(world).addAddendum(sune, responseId, {})).rejects.toMatchObject({ code: "not-your-center" });
});
