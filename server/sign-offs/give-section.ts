import { and, eq, lte } from "drizzle-orm";
import { z } from "zod";
import { readDocument } from "../../app/document-model/read";
import type { Transaction } from "../../db/client";
import { type CenterId, type DocumentId, isId, type ResponseId } from "../../db/ids";
import { center, givenSection } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfResponse } from "../standing";
import { isCoordinator, mayRead, type Standing } from "../standing/rules";
import type { SignOffDeps } from "./deps";
import { watch } from "./tell-lapses";

const SectionForm = z.object({
  blockId: z.string("missing").min(1, "missing"),
  /** "" takes the section back. */
  centerId: z.string("missing"),
});

/** Gives a heading, with what stands under it, to a center, or takes it back. The same again changes nothing. [A20] */
export async function giveSection(deps: SignOffDeps, viewer: Viewer, responseId: string, form: unknown): Promise<void> {
  if (!mayRead(viewer)) throw notFound();
  const { blockId, centerId } = parse(SectionForm, form);
  await deps.db.transaction(async (tx) => {
    const { response, standing } = await lockedMatterOfResponse(tx, viewer, responseId);
    if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
    if (standing.status !== "writing") throw new Refusal("conflict", "part-not-open");
    const of = and(eq(givenSection.responseId, response.id), eq(givenSection.blockId, blockId));
    const [known] = await tx.select({ centerId: givenSection.centerId }).from(givenSection).where(of);
    const wanted = centerId === "" ? null : centerAmong(standing, centerId);
    if ((known?.centerId ?? null) === wanted) return;
    if (wanted) await refuseClosed(tx, wanted, danishDay(deps.clock.now()));
    const section = { responseId: response.id, blockId };
    if (wanted) await give(deps, tx, viewer, { ...section, centerId: wanted, documentId: response.documentId });
    else await tx.delete(givenSection).where(of);
    await deps.audit.record(tx, actorOf(viewer), {
      event: wanted ? "section-given" : "section-taken-back",
      objectKind: "response",
      objectId: response.id,
      data: { blockId, centers: [known?.centerId, wanted].filter(Boolean) },
    });
    await watch(deps, { documentId: response.documentId }, tx);
  });
}

function centerAmong({ participating }: Standing, centerId: string): CenterId {
  if (!isId<CenterId>(centerId)) throw notFound();
  // Only who takes part writes, and signs off.
  if (!participating.includes(centerId)) throw new Refusal("invalid", "form", { centerId: "center-takes-no-part" });
  return centerId;
}

/** A closed center may still have a part that stands signed; it is given nothing new. [H52] */
async function refuseClosed(tx: Transaction, centerId: CenterId, today: string): Promise<void> {
  const isClosed = and(eq(center.id, centerId), lte(center.closedOn, today));
  if ((await tx.$count(center, isClosed)) > 0)
    throw new Refusal("invalid", "form", { centerId: "center-takes-no-part" });
}

type Given = { responseId: ResponseId; blockId: string; centerId: CenterId; documentId: DocumentId };

async function give(
  { documents, clock }: SignOffDeps,
  tx: Transaction,
  viewer: Viewer,
  { documentId, ...given }: Given,
): Promise<void> {
  const { answer: isHeading } = await documents.amend(tx, documentId, null, (doc) =>
    readDocument(doc).blocks.some(
      (block) => block.type === "block" && block.kind === "heading" && block.id === given.blockId,
    ),
  );
  if (!isHeading) throw new Refusal("conflict", "heading-gone");
  const by = { centerId: given.centerId, givenBy: viewer.id, givenAt: clock.now() };
  const { responseId, blockId } = givenSection;
  await tx
    .insert(givenSection)
    .values({ ...given, ...by })
    .onConflictDoUpdate({ target: [responseId, blockId], set: by });
}
