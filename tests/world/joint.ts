import type { HearingWorld } from "./hearing";
import { hearingUnderWay } from "./hearing";
import { town } from "./people";

/** A hearing under way that a town next door was invited to; a third one was not. Nobody has answered yet. */
export async function invitedTown(world: HearingWorld) {
  const hearing = await hearingUnderWay(world);
  const guest = await town(world.db, "Vallensbæk Kommune");
  const third = await town(world.db, "Tredje Kommune");
  await world.consultations.guests.invite(world.people.tove, hearing.id, { municipalityId: guest.id });
  return { ...hearing, guest, third };
}

/** The same, when the guest takes part with its center Social. */
export async function jointHearing(world: HearingWorld) {
  const found = await invitedTown(world);
  await world.consultations.guests.accept(found.guest.people.tove, found.id, { centerId: found.guest.centers.social });
  return found;
}

/** And has been given a clause, so that its people write. */
export async function jointText(world: HearingWorld) {
  const found = await jointHearing(world);
  await world.consultations.assign(world.people.tove, found.id, {
    clauseId: world.called("Indlæggelse"),
    centerId: found.guest.centers.social,
    deadline: "2026-03-12",
  });
  const { guest, id } = found;
  const at = (who: keyof typeof guest.people) =>
    world.consultations.guests.viewerAt(guest.people[who], { consultationId: id });
  return { ...found, at };
}
