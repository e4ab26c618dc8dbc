import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../db/client";
import { type CenterId, type ClauseId, type ConsultationId, isId, type SourceVersionId } from "../../db/ids";
import { clause, consultation } from "../../db/schema";
import type { ClauseRow } from "../agreements/shapes";
import type { ConsultationKind } from "../consultations/shapes";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfConsultation } from "../standing";
import { mayRead } from "../standing/rules";
import { mayAnswer } from "./rules";

/** The fields that name a cell of coverage. */
export const PlaceForm = z.object({
  clauseId: z.string("missing").min(1, "missing"),
  centerId: z.string("missing").min(1, "missing"),
});

/** A cell of a hearing's coverage. */
export type CellPlace = { consultationId: ConsultationId; clauseId: ClauseId; centerId: CenterId };

/** The cell the viewer may speak for (`may` says of what), of the hearing's own version; the text is not sent for approval meanwhile. [C5] */
export async function placeFor(
  tx: Transaction,
  viewer: Viewer,
  consultationId: string,
  { clauseId, centerId }: z.output<typeof PlaceForm>,
  may = mayAnswer,
): Promise<{ place: CellPlace; kind: ConsultationKind; clauseKind: ClauseRow["kind"]; versionId: SourceVersionId }> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  if (!isId<ConsultationId>(consultationId) || !isId<ClauseId>(clauseId) || !isId<CenterId>(centerId)) throw notFound();
  // Shared: answers do not wait for each other, but none slips in while the text is being sent for approval. [A6]
  await tx.select({ id: consultation.id }).from(consultation).where(eq(consultation.id, consultationId)).for("share");
  const matter = await matterOfConsultation(tx, viewer, consultationId);
  if (!matter) throw notFound();
  const { versionId, kind } = matter.consultation;
  const [known] = await tx
    .select({ kind: clause.kind })
    .from(clause)
    .where(and(eq(clause.id, clauseId), eq(clause.versionId, versionId), isNull(clause.joinedIntoId)));
  if (!known) throw notFound();
  if (!may(viewer, centerId, { ...matter.standing, status: "writing" }))
    throw new Refusal("forbidden", "not-your-center");
  if (!may(viewer, centerId, matter.standing)) throw new Refusal("conflict", "approved");
  return { place: { consultationId, clauseId, centerId }, kind, clauseKind: known.kind, versionId };
}
