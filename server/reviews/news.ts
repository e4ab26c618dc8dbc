import { danishDay } from "../clock";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { sha256 } from "../sha256";
import { type Matter, matterOfResponse, stepsOf } from "../standing";
import { mayRead } from "../standing/rules";
import type { ReviewDeps } from "./deps";

/** Nothing of the text is read for it. What is past its day is decided by whoever opens the page, or the job. [A17] */
export async function news(deps: ReviewDeps, viewer: Viewer, responseId: string): Promise<{ stamp: string }> {
  if (!mayRead(viewer)) throw notFound();
  const matter = await matterOfResponse(deps.db, viewer, responseId, danishDay(deps.clock.now()));
  return { stamp: await stampOf(deps, matter) };
}

export async function stampOf({ db }: Pick<ReviewDeps, "db">, { round, standing }: Matter): Promise<string> {
  const steps = round ? ((await stepsOf(db, [round.id])).get(round.id) ?? []) : [];
  const decided = steps.map(({ decision }) => decision);
  const { status, deciders } = standing;
  return sha256(JSON.stringify([status, round?.id, round?.reopenedAt, decided, [...deciders].sort()])).slice(0, 16);
}
