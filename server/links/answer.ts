import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../db/client";
import { type CenterId, type ClauseId, type ConsultationId, isId } from "../../db/ids";
import { answer as answers, clause, consultation } from "../../db/schema";
import { actorOf } from "../audit";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { matterOfConsultation } from "../standing";
import { mayRead } from "../standing/rules";
import type { LinkDeps } from "./deps";
import { mayAnswer } from "./rules";

const AnswerForm = z.object({
  clauseId: z.string("missing").min(1, "missing"),
  centerId: z.string("missing").min(1, "missing"),
  answer: z.enum(["in-work", "no-remarks", "not-relevant", ""], "not-a-choice"),
});

type Place = { consultationId: ConsultationId; clauseId: ClauseId; centerId: CenterId };

/** Says of a clause that a center is at work on it, has no remarks or finds it not relevant; "" takes that back. [C5] */
export async function answer(deps: LinkDeps, viewer: Viewer, consultationId: string, form: unknown): Promise<void> {
  const said = parse(AnswerForm, form);
  await deps.db.transaction(async (tx) => {
    const place = await placeFor(tx, viewer, consultationId, said);
    const hasChanged = said.answer === "" ? await withdraw(tx, place) : await say(deps, tx, viewer, place, said.answer);
    if (!hasChanged) return;
    await deps.audit.record(tx, actorOf(viewer), {
      event: said.answer === "" ? "answer-withdrawn" : "clause-answered",
      objectKind: "consultation",
      objectId: place.consultationId,
      data: { clauseId: place.clauseId, centerId: place.centerId, answer: said.answer },
    });
  });
}

async function placeFor(
  tx: Transaction,
  viewer: Viewer,
  consultationId: string,
  { clauseId, centerId }: { clauseId: string; centerId: string },
): Promise<Place> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  if (!isId<ConsultationId>(consultationId) || !isId<ClauseId>(clauseId) || !isId<CenterId>(centerId)) throw notFound();
  // Shared: answers do not wait for each other, but none slips in while the text is being sent for approval. [A6]
  await tx.select({ id: consultation.id }).from(consultation).where(eq(consultation.id, consultationId)).for("share");
  const matter = await matterOfConsultation(tx, viewer, consultationId);
  if (!matter) throw notFound();
  const { versionId } = matter.consultation;
  const [known] = await tx
    .select({ id: clause.id })
    .from(clause)
    .where(and(eq(clause.id, clauseId), eq(clause.versionId, versionId)));
  if (!known) throw notFound();
  if (!mayAnswer(viewer, centerId, { ...matter.standing, status: "writing" }))
    throw new Refusal("forbidden", "not-your-center");
  if (!mayAnswer(viewer, centerId, matter.standing)) throw new Refusal("conflict", "approved");
  return { consultationId, clauseId, centerId };
}

function isAt({ consultationId, clauseId, centerId }: Place) {
  return and(
    eq(answers.consultationId, consultationId),
    eq(answers.clauseId, clauseId),
    eq(answers.centerId, centerId),
  );
}

async function withdraw(tx: Transaction, place: Place): Promise<boolean> {
  const gone = await tx.delete(answers).where(isAt(place)).returning({ clauseId: answers.clauseId });
  return gone.length > 0;
}

async function say(
  { clock }: LinkDeps,
  tx: Transaction,
  viewer: Viewer,
  place: Place,
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
