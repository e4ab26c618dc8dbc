import type { CenterId } from "../../db/ids";
import { type HearingWorld, hearingForm, hearingUnderWay } from "./hearing";
import { type Town, town } from "./people";
import type { Sketch } from "./source";

/** A hearing under way that a town next door (`known`, or a new one) was invited to; a third one was not. Nobody has answered yet. */
export async function invitedTown(world: HearingWorld, known?: Town) {
  const hearing = await hearingUnderWay(world);
  const guest = known ?? (await town(world.db, "Vallensbæk Kommune"));
  const third = await town(world.db, "Tredje Kommune");
  await world.consultations.guests.invite(world.people.tove, hearing.id, { municipalityId: guest.id });
  return { ...hearing, guest, third };
}

/** The same, when the guest takes part with its center Social. */
export async function jointHearing(world: HearingWorld, known?: Town) {
  const found = await invitedTown(world, known);
  await world.consultations.guests.accept(found.guest.people.tove, found.id, { centerId: found.guest.centers.social });
  return found;
}

/** And has been given a clause, so that its people write. */
export async function jointText(world: HearingWorld, known?: Town) {
  const found = await jointHearing(world, known);
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

/** A paper with two goals, for assessments and follow-ups. */
export const TWO_GOALS: Sketch[] = [
  [
    "section",
    "KKR-mål for unges trivsel",
    "",
    [
      ["goal", "Strategi", "Kommunerne laver en strategi."],
      ["goal", "Katalog", "Kommunerne samler eksempler."],
    ],
  ],
];

/**
 * An assessment or a follow-up on `TWO_GOALS`: both goals are the host's Social's, and the first one the guest's Social's,
 * too. Its text is begun last, as it is when somebody has been invited first.
 */
export async function jointGoals(world: HearingWorld, more: Record<string, unknown> = {}, known?: Town) {
  const { people, centers, consultations, responses, called } = world;
  const { kind = "assessment", answeredPer = "area", ...form } = more;
  const id = await consultations.open(people.tove, hearingForm(world, { kind, ...form }));
  const guest = known ?? (await town(world.db, "Vallensbæk Kommune"));
  await consultations.guests.invite(people.tove, id, { municipalityId: guest.id });
  await consultations.guests.accept(guest.people.tove, id, { centerId: guest.centers.social });
  const deadline = String(form["deadline"] ?? "2026-03-12");
  const give = (names: string[], centerId: CenterId) =>
    consultations.assign(people.tove, id, { clauseId: names.map(called), centerId, deadline });
  await give(["Strategi", "Katalog"], centers.social);
  // Who was given a goal first answers for it.
  world.clock.at = new Date(world.clock.at.getTime() + 60_000);
  await give(["Strategi"], guest.centers.social);
  const responseId = await responses.start(people.tove, id, { answeredPer });
  const at = (who: keyof typeof guest.people) =>
    consultations.guests.viewerAt(guest.people[who], { consultationId: id });
  return { id, responseId, guest, at };
}
