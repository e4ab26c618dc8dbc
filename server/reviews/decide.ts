import type { Transaction } from "../../db/client";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { lockedMatterOfResponse, matterOfResponse, roundById } from "../standing";
import { mayRead, partakers } from "../standing/rules";
import type { ReviewDeps } from "./deps";
import { lapse } from "./lapse";
import { decisionOn } from "./rules";
import { type RoundMatter, stepsOfRound } from "./steps";

const KIND = {
  "not-your-review": "forbidden",
  "not-your-turn": "conflict",
  "approved-tacitly": "conflict",
  "already-decided": "conflict",
} as const;

/**
 * The round, its hearing locked, so that approving, giving back, reopening and the end of a day come one after the other.
 * Null when the same person has already decided so: a form sent twice is one decision. [A6] [A11]
 */
export async function roundToDecide(
  deps: ReviewDeps,
  tx: Transaction,
  viewer: Viewer,
  reviewId: string,
  wanted: "approved" | "returned",
): Promise<RoundMatter | null> {
  if (!mayRead(viewer)) throw notFound();
  const { responseId } = await roundById(tx, reviewId);
  await lapse(deps, tx, await lockedMatterOfResponse(tx, viewer, responseId));
  const matter = await matterOfResponse(tx, viewer, responseId, danishDay(deps.clock.now()));
  const round = await roundById(tx, reviewId);
  const steps = await stepsOfRound(tx, round.id);
  const isNewest = matter.round?.id === round.id;
  const { deciders } = matter.standing;
  const answer = decisionOn({ ...round, steps, isNewest, deciders }, viewer, wanted, partakers(matter.standing));
  if (answer === "again") return null;
  if (answer !== "decide") throw new Refusal(KIND[answer], answer);
  return { consultation: matter.consultation, response: matter.response, round, steps };
}
