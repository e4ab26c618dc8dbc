import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "../../db/client";
import { type CenterId, type ClauseId, isId } from "../../db/ids";
import { assignment } from "../../db/schema";
import { actorOf } from "../audit";
import { carriedOn, carriedTo } from "../carry-over";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfConsultation } from "../standing";
import { isCoordinator, mayRead, rightsOf } from "../standing/rules";
import type { ConsultationDeps } from "./deps";
import { closedAmong } from "./hand-over/queries";
import { ownersIn } from "./owners";

const OwnForm = z.object({
  clauseId: z.string("missing").refine((id) => isId<ClauseId>(id), "missing"),
  centerId: z.string("missing").refine((id) => isId<CenterId>(id), "missing"),
});

/** Says which of the centers that were given a goal answers for it as a whole. The same again changes nothing. [M1] */
export async function own(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  if (!mayRead(viewer) || !isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const wanted = parse(OwnForm, form);
  await deps.db.transaction(async (tx) => {
    const closed = await closedAmong(tx, [wanted.centerId], danishDay(deps.clock.now()));
    if (closed) throw new Refusal("invalid", "form", { centerId: closed });
    const { id, versionId } = await openMatter(tx, viewer, consultationId);
    const carried = await carriedTo(tx, versionId);
    const rows = await tx.select().from(assignment).where(eq(assignment.consultationId, id));
    const isIt = (row: Row) => carriedOn([row], carried).some(({ clauseId }) => clauseId === wanted.clauseId);
    const given = rows.filter(isIt);
    const chosen = given.find(({ centerId }) => centerId === wanted.centerId);
    if (!chosen) throw notFound();
    const isTheirs = (await ownersIn(tx, id, carried)).get(wanted.clauseId) === chosen.centerId;
    if (isTheirs) return;
    await choose(tx, given, chosen);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "goal-owner-chosen",
      objectKind: "consultation",
      objectId: id,
      data: { clauseId: wanted.clauseId, centerId: wanted.centerId },
    });
  });
}

type Row = typeof assignment.$inferSelect;

async function choose(tx: Transaction, given: readonly Row[], { consultationId, centerId }: Row): Promise<void> {
  const clauses = [...new Set(given.map(({ clauseId }) => clauseId))];
  const isOfIt = and(eq(assignment.consultationId, consultationId), inArray(assignment.clauseId, clauses));
  await tx
    .update(assignment)
    .set({ isOwner: sql`${assignment.centerId} = ${centerId}` })
    .where(isOfIt);
}

/** The hearing's row is the lock: of two who choose at once, the later one has chosen. */
async function openMatter(tx: Transaction, viewer: Viewer, consultationId: string) {
  const matter = await lockedMatterOfConsultation(tx, viewer, consultationId);
  if (!rightsOf(viewer, matter.standing).assign) throw new Refusal("conflict", "approved");
  return matter.consultation;
}
