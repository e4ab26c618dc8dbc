import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { type ConsultationId, isId, type LetterId } from "../../db/ids";
import { letter } from "../../db/schema";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";

/** One letter opens one hearing: of two at once the second is told. [H31] */
export async function belongs(
  tx: Transaction,
  viewer: Viewer,
  letterId: string,
  consultationId: ConsultationId,
): Promise<void> {
  const ours = eq(letter.municipalityId, viewer.municipality.id);
  const given = isId<LetterId>(letterId)
    ? await tx
        .update(letter)
        .set({ consultationId })
        .where(and(eq(letter.id, letterId), ours, isNull(letter.consultationId)))
        .returning({ id: letter.id })
    : [];
  if (given.length === 0) throw new Refusal("invalid", "form", { letterId: "letter-taken" });
}
