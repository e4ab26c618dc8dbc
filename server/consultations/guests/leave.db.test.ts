import { beforeAll, expect, test } from "vitest";
import { newId } from "../../../db/ids";
import { eventsOf, type HearingWorld, hearingWorld, writes } from "../../../tests/world/hearing";
import { invitedTown, jointText } from "../../../tests/world/joint";
import type { Viewer } from "../../identity/viewer";

let world: HearingWorld;
beforeAll(async () => {
  world = await hearingWorld();
});

const guests = () => world.consultations.guests;
const refused = (kind: string, code: string, fields?: object) => ({ kind, code, ...(fields ? { fields } : {}) });
const stateFor = async (hearing: string, municipality: string) =>
  (await guests().page(world.people.tove, hearing)).rows.find((row) => row.municipality.id === municipality);
const told = (viewer: Viewer) => world.notices.waiting(viewer).then((rows) => rows.map(({ kind }) => kind));

test.each(["withdraw", "leave"] as const)(
  "[J15] %s ends a guest's access at once; what it wrote stays, what it was given does not",
  async (how) => {
    const { id, responseId, documentId, guest, at } = await jointText(world);
    const { tove } = world.people;
    const link = { kind: "clause" as const, id: world.called("Besked"), center: guest.centers.social };
    const sune = await at("sune");
    await writes(world, sune, documentId, "Vi i Vallensbæk mener noget.", [link]);
    world.changed.length = 0;
    const end = () =>
      how === "withdraw"
        ? guests().withdraw(tove, id, { municipalityId: guest.id })
        : guests().decline(guest.people.tove, id, { reason: "Vi svarer selv." });
    await end();
    await end();
    expect(world.changed).toEqual([documentId]);
    const event = how === "withdraw" ? "invitation-withdrawn" : "invitation-declined";
    expect((await eventsOf(world, id)).filter((one) => one === event)).toHaveLength(2);
    for (const who of ["tove", "sune", "lars", "lise"] as const) expect((await at(who)).guest).toBeUndefined();
    await expect(world.responses.page(await at("sune"), responseId)).rejects.toMatchObject({ kind: "not-found" });
    expect(await world.responses.accessOf(await at("sune"), documentId)).toBeNull();
    const { cells, centers } = await world.links.coverage(tove, id);
    const theirs = cells.filter(({ centerId }) => centerId === guest.centers.social);
    expect(theirs.map(({ state, isAssigned }) => [state, isAssigned])).toEqual([["answered", false]]);
    expect(centers.map(({ name }) => name)).toContain("Center for Social, Vallensbæk");
    expect((await world.consultations.page(tove, id)).centers.map(({ name }) => name)).not.toContain(
      "Center for Social, Vallensbæk",
    );
    expect(await world.consultations.list(guest.people.sune)).toEqual([]);
    if (how === "withdraw") {
      await expect(guests().accept(guest.people.tove, id, { centerId: guest.centers.social })).rejects.toMatchObject(
        refused("conflict", "invitation-ended"),
      );
      expect(await told(guest.people.tove)).toContain("invitation-withdrawn");
    }
    // Asked anew, it answers anew.
    await guests().invite(tove, id, { municipalityId: guest.id });
    expect((await at("sune")).guest).toBeUndefined();
    await guests().accept(guest.people.tove, id, { centerId: guest.centers.social });
    expect((await at("sune")).guest).toBeDefined();
  },
);

test("[J15] who takes part is not changed once the text is sent", async () => {
  const { id, responseId, guest } = await jointText(world);
  const waits = await invitedTown(world);
  for (const one of [responseId, waits.responseId])
    await world.reviews
      .send(world.people.tove, one, { approverId: world.people.lars.id, holesAccepted: "yes" })
      .catch(async () => {
        const [row] = await world.sql`select document_id from response where id = ${one}`;
        await writes(world, world.people.sune, row!["document_id"], "Vi støtter det.");
        await world.reviews.send(world.people.tove, one, { approverId: world.people.lars.id, holesAccepted: "yes" });
      });
  await expect(guests().withdraw(world.people.tove, id, { municipalityId: guest.id })).rejects.toMatchObject(
    refused("conflict", "approved"),
  );
  const late = refused("conflict", "invitation-too-late");
  await expect(guests().decline(guest.people.tove, id, { reason: "Nej." })).rejects.toMatchObject(late);
  const { tove } = waits.guest.people;
  const centerId = waits.guest.centers.social;
  await expect(guests().accept(tove, waits.id, { centerId })).rejects.toMatchObject(late);
  expect((await guests().invitation(tove, waits.id)).can.answer).toBe(false);
});

test("[J15] a reason is asked for, nothing is there for a town that was never invited, and a forged id is none", async () => {
  const { id, guest, third } = await invitedTown(world);
  await expect(guests().decline(guest.people.tove, id, { reason: " " })).rejects.toMatchObject(
    refused("invalid", "form", { reason: "missing" }),
  );
  for (const hearing of [id, newId(), "x"]) {
    await expect(guests().decline(third.people.tove, hearing, { reason: "Nej." })).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(guests().withdraw(third.people.tove, hearing, { municipalityId: guest.id })).rejects.toMatchObject({
      kind: "not-found",
    });
  }
  await expect(guests().withdraw(world.people.tove, id, { municipalityId: third.id })).rejects.toMatchObject({
    kind: "not-found",
  });
  await guests().decline(guest.people.tove, id, { reason: "Vi svarer selv." });
  expect(await stateFor(id, guest.id)).toMatchObject({ state: "declined", reason: "Vi svarer selv." });
});
