import type { ResponseId, ReviewId, UserId } from "../../db/ids";
import type { Viewer } from "../../server/identity/viewer";
import { type HearingWorld, textWritten } from "./hearing";

/** Rounds of approval in a hearing's world: planned, sent, and how they stand. */
export function itIs(world: HearingWorld, moment: string): void {
  world.clock.at = new Date(moment);
}

export type Step = { approver: Viewer; substitute?: Viewer; due?: string; isTacit?: boolean };

/** What the coordinator fills in. */
export function planForm(...steps: Step[]): Record<string, string> {
  const fields = steps.flatMap(({ approver, substitute, due, isTacit }, index) => [
    [`approverId.${index + 1}`, approver.id],
    [`substituteId.${index + 1}`, substitute?.id ?? ""],
    [`dueDay.${index + 1}`, due ?? ""],
    ...(isTacit ? [[`isTacit.${index + 1}`, "yes"]] : []),
  ]);
  return Object.fromEntries(fields);
}

/** A text that Sune has written in, sent round by a plan. */
export async function planSent(world: HearingWorld, ...steps: Step[]) {
  const { people, reviews } = world;
  const hearing = await textWritten(world);
  await reviews.plan(people.tove, hearing.responseId, planForm(...steps));
  return { ...hearing, ...(await planned(world, hearing.responseId)) };
}

/** Sent by the plan that is kept. */
export async function planned(world: HearingWorld, responseId: ResponseId) {
  const { people, reviews } = world;
  const { planStamp } = await reviews.page(people.tove, responseId);
  const reviewId = await reviews.send(people.tove, responseId, { plan: planStamp, holesAccepted: "yes" });
  return round(world, responseId, reviewId);
}

export async function sentTo(world: HearingWorld, approver: Viewer, responseId: ResponseId) {
  const form = { approverId: approver.id, holesAccepted: "yes" };
  return round(world, responseId, await world.reviews.send(world.people.tove, responseId, form));
}

async function round(world: HearingWorld, responseId: ResponseId, reviewId: ReviewId) {
  return { reviewId, sha256: (await newest(world, responseId)).sha256 };
}

export async function newest({ reviews, people }: HearingWorld, responseId: ResponseId) {
  const [found] = (await reviews.page(people.tove, responseId)).rounds;
  if (!found) throw new Error("Expected a round; found none.");
  return found;
}

export async function statesOf(world: HearingWorld, responseId: ResponseId) {
  return (await newest(world, responseId)).steps.map(({ state }) => state);
}

/** Who was told, in the order of it. */
export async function toldOf({ sql }: HearingWorld, responseId: ResponseId, kind: string): Promise<UserId[]> {
  const rows = await sql<{ userId: UserId }[]>`select user_id as "userId" from notice
    where response_id = ${responseId} and kind = ${kind} order by at`;
  return rows.map(({ userId }) => userId);
}

/** Whether the text lies on somebody's desk to be approved. [H8] */
export async function waitsFor({ consultations }: HearingWorld, viewer: Viewer, responseId: ResponseId) {
  const tasks = await consultations.desk(viewer);
  return tasks.some((task) => task.reason === "approve" && task.responseId === responseId);
}
