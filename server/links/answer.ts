import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../db/client";
import type { SourceVersionId } from "../../db/ids";
import { answer as answers } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import type { LinkDeps } from "./deps";
import { type CellPlace, PlaceForm, placeFor } from "./place";
import { withdraw } from "./withdraw";

const ANSWERS = ["in-work", "no-remarks", "not-relevant"] as const;
const AnswerForm = PlaceForm.extend({
  answer: z.enum([...ANSWERS, ""], "not-a-choice"),
  /** Present when an answer is undone: the one that has to stand there still. [C7] */
  instead: z.enum(ANSWERS, "not-a-choice").optional(),
});

/** Says of a clause that a center is at work on it, has no remarks or finds it not relevant; "" takes that back. [C5] */
export async function answer(deps: LinkDeps, viewer: Viewer, consultationId: string, form: unknown): Promise<void> {
  const said = parse(AnswerForm, form);
  await deps.db.transaction(async (tx) => {
    const { place, versionId } = await placeFor(tx, viewer, consultationId, said);
    if (said.instead) await stillSaid(tx, place, said.instead);
    const hasChanged =
      said.answer === ""
        ? await takeBack(tx, { place, versionId, isUndone: said.instead !== undefined })
        : await say(deps, tx, viewer, place, said.answer);
    if (!hasChanged) return;
    await deps.audit.record(tx, actorOf(viewer), {
      event: said.answer === "" ? "answer-withdrawn" : "clause-answered",
      objectKind: "consultation",
      objectId: place.consultationId,
      data: { clauseId: place.clauseId, centerId: place.centerId, answer: said.answer },
    });
  });
}

/** Nobody's answer but one's own last is undone. [C7] */
async function stillSaid(tx: Transaction, place: CellPlace, given: (typeof ANSWERS)[number]): Promise<void> {
  const [now] = await tx.select({ answer: answers.answer }).from(answers).where(isAt(place)).for("update");
  if (now?.answer !== given) throw new Refusal("conflict", "answered-since");
}

/** What is undone is that one answer; what the center had said of an earlier wording stands again. */
async function takeBack(tx: Transaction, { place, versionId, isUndone }: TakenBack): Promise<boolean> {
  if (!isUndone) return withdraw(tx, place, versionId);
  await tx.delete(answers).where(isAt(place));
  return true;
}

type TakenBack = { place: CellPlace; versionId: SourceVersionId; isUndone: boolean };

function isAt({ consultationId, clauseId, centerId }: CellPlace) {
  return and(
    eq(answers.consultationId, consultationId),
    eq(answers.clauseId, clauseId),
    eq(answers.centerId, centerId),
  );
}

async function say(
  { clock }: LinkDeps,
  tx: Transaction,
  viewer: Viewer,
  place: CellPlace,
  given: "in-work" | "no-remarks" | "not-relevant",
): Promise<boolean> {
  const [before] = await tx.select({ answer: answers.answer }).from(answers).where(isAt(place));
  if (before?.answer === given) return false;
  const row = { answer: given, answeredBy: viewer.id, answeredAt: clock.now() };
  await tx
    .insert(answers)
    .values({ ...place, ...row })
    .onConflictDoUpdate({ target: [answers.consultationId, answers.clauseId, answers.centerId], set: row });
  return true;
}
