import type { Transaction } from "../../db/client";
import { isId, type MunicipalityId, type ReviewId } from "../../db/ids";
import { danishDay } from "../clock";
import { lockedMatterOfResponse, type Matter, roundById } from "../standing";
import { roundState, turnIn } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { frozenText, homeOf } from "./queries";
import { lapses } from "./rules";
import { settle, stepsOfRound, wakeAt } from "./steps";

const LOOK_AGAIN = 60_000;

/**
 * Approves tacitly the step whose day has ended: asked by the job that its turn enqueued, by every command on the round,
 * and by whoever opens the page. The hearing is locked, so of it and a decision of the same instant one comes first. [A11]
 */
export async function lapse(
  deps: ReviewDeps,
  tx: Transaction,
  { consultation, response, round }: Matter,
): Promise<boolean> {
  if (!round || !response || roundState(round) !== "waiting") return false;
  const steps = await stepsOfRound(tx, round.id);
  if (!lapses(round, steps, danishDay(deps.clock.now()))) return false;
  // What is damaged is approved by nobody. [A1]
  await frozenText(tx, round.versionId);
  const made = { decision: "tacit", by: null, reason: null } as const;
  await settle(deps, tx, systemOf(response.municipalityId), { consultation, response, round, steps }, made);
  return true;
}

/** The same for a page that is opened: nothing is locked as long as no day has ended. */
export async function lapseWhenDue(deps: ReviewDeps, viewer: { municipality: { id: MunicipalityId } }, matter: Matter) {
  const { round, response } = matter;
  if (!round || !response || roundState(round) !== "waiting") return false;
  const steps = await stepsOfRound(deps.db, round.id);
  if (!lapses(round, steps, danishDay(deps.clock.now()))) return false;
  return deps.db.transaction(async (tx) => lapse(deps, tx, await lockedMatterOfResponse(tx, viewer, response.id)));
}

/** The job: a wake-up. Run early, late, twice, or on two nodes at once, the step is decided once. [J1] */
export async function lapseByJob(deps: ReviewDeps, { reviewId }: { reviewId: string }): Promise<void> {
  if (!isId<ReviewId>(reviewId)) return;
  await deps.db.transaction(async (tx) => {
    const { responseId } = await roundById(tx, reviewId);
    const municipality = { id: await homeOf(tx, responseId) };
    const matter = await lockedMatterOfResponse(tx, { municipality }, responseId);
    if (await lapse(deps, tx, matter)) return;
    if (matter.round?.id !== reviewId || roundState(matter.round) !== "waiting") return;
    // This node's clock may be behind the database's, which has woken us.
    const turn = turnIn(await stepsOfRound(tx, reviewId));
    const isDue = turn?.isTacit && turn.dueDay === danishDay(deps.clock.now());
    if (isDue) await wakeAt(deps, tx, reviewId, new Date(deps.clock.now().getTime() + LOOK_AGAIN));
  });
}

/** Jobs act in nobody's name. */
function systemOf(municipalityId: MunicipalityId) {
  return { id: null, name: "Samsvar", roles: "system", municipalityId };
}
