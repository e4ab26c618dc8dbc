import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { CenterId, ClauseId, ConsultationId, DocumentId, MunicipalityId } from "../../../db/ids";
import { assignment, centerHandover, consultation } from "../../../db/schema";
import type { Actor } from "../../audit";
import { carriedOn, carriedTo } from "../../carry-over";
import { danishDay } from "../../clock";
import type { HandedInitiatives, InitiativesToHandOver } from "../../initiatives/shapes";
import type { ConsultationDeps } from "../deps";
import { type StandingRow, standingRows, statusOfRow } from "../queries";
import { centersOf, hearingsOf, peopleOf } from "./queries";
import { heirsOf } from "./rules";

/**
 * What is open at closed centers goes to their successors: in the hearings that are not sent, what they have been given,
 * answer for and have been given sections of. A part that stands signed stays its own center's, with what is settled in it.
 * It reads how all stands now, so that running it twice, or after a crash, changes nothing more. Answers the texts in which
 * other centers take part than before. [H53] [H54]
 */
export async function handOver(
  deps: ConsultationDeps,
  tx: Transaction,
  actor: Actor,
  only?: ConsultationId,
): Promise<DocumentId[]> {
  // Whoever opens one text again has its lock already; who closes a center waits for it, and then finds that text open.
  const centers = await centersOf(tx, actor.municipalityId, only === undefined ? "lock" : "read");
  const heirs = heirsOf(centers, danishDay(deps.clock.now()));
  if (heirs.size === 0) return [];
  const rows = await lockedHearings(tx, actor, await hearingsOf(tx, [...heirs.keys()]), only);
  const handed: Handed[] = [];
  const signed: Signed[] = [];
  for (const row of rows) {
    const done = await handOverIn(deps, tx, actor, { row, heirs });
    handed.push(...done.handed);
    signed.push(...done.signed);
  }
  const isAll = only === undefined;
  const initiatives = (isAll && (await deps.handOverInitiatives?.(tx, { heirs, signed }))) || [];
  // Last, when all other locks are taken: the trail's is one that everybody else takes last. [U2]
  for (const one of handed) await record(deps, tx, actor, one);
  for (const one of initiatives) await recordInitiatives(deps, tx, actor, one);
  return [...new Set(handed.flatMap(({ documentId }) => documentId ?? []))];
}

/** The job: on the day from which a center is closed, and every morning for what has come open since. */
export async function handOverDue(deps: ConsultationDeps, municipalityId: MunicipalityId): Promise<void> {
  const actor: Actor = { id: null, name: "Samsvar", roles: "system", municipalityId };
  const changed = await deps.db.transaction((tx) => handOver(deps, tx, actor));
  for (const documentId of changed) deps.onDocumentChanged?.(documentId);
}

/** Those whose text is still written, or not begun; what is sent, approved or filed stays as it was. */
async function lockedHearings(
  tx: Transaction,
  { municipalityId }: Actor,
  found: readonly ConsultationId[],
  only: ConsultationId | undefined,
) {
  const ids = only === undefined ? [...found] : found.filter((id) => id === only);
  if (ids.length === 0) return [];
  const isIt = inArray(consultation.id, ids);
  await tx
    .select({ id: consultation.id })
    .from(consultation)
    .where(isIt)
    .orderBy(asc(consultation.id))
    .for("no key update");
  const rows = await standingRows(tx, { municipality: { id: municipalityId } }, isIt);
  return rows.filter((row) => ["not-started", "writing"].includes(statusOfRow(row)));
}

/** A part that stays its closed center's. */
type Signed = InitiativesToHandOver["signed"][number];
type Hearing = { row: StandingRow; heirs: ReadonlyMap<CenterId, CenterId> };

async function handOverIn(
  deps: ConsultationDeps,
  tx: Transaction,
  actor: Actor,
  { row, heirs }: Hearing,
): Promise<{ handed: Handed[]; signed: Signed[] }> {
  const { id } = row.consultation;
  const documentId = row.response?.documentId ?? null;
  const handed: Handed[] = [];
  const signed: Signed[] = [];
  const given = await tx.select().from(assignment).where(eq(assignment.consultationId, id));
  for (const [from, to] of heirs) {
    const own = given.filter(({ centerId }) => centerId === from);
    const matter = row.response && { consultation: row.consultation, response: row.response };
    const parts = (matter && (await deps.handOverPart?.(tx, matter, from, to))) ?? { isSigned: false, sections: 0 };
    const moving = parts.isSigned ? await openOf(deps, tx, row, own) : own;
    const takesPart = moving.length < own.length;
    if (parts.isSigned && takesPart) signed.push({ center: from, versionId: row.consultation.versionId });
    if (moving.length === 0 && parts.sections === 0) continue;
    await move(tx, moving, to);
    const one = { id, documentId, from, to, clauses: moving.map(({ clauseId }) => clauseId), ...parts };
    await note(deps, tx, one);
    await tell(deps, tx, actor, row, one);
    handed.push(one);
  }
  if (handed.length > 0 && documentId) await deps.onPartsChanged?.(tx, documentId);
  return { handed, signed };
}

type Given = typeof assignment.$inferSelect;

/** What the center still owes something of, as the hearing's version has it now. */
async function openOf({ links }: ConsultationDeps, tx: Transaction, { consultation: of }: StandingRow, own: Given[]) {
  const open = await links.stillOpen({ municipality: { id: of.municipalityId } }, [of.id], tx);
  const carried = await carriedTo(tx, of.versionId);
  const isOpen = (clauseId: ClauseId, centerId: CenterId) =>
    open.some((cell) => cell.clauseId === clauseId && cell.centerId === centerId);
  return own.filter((row) => carriedOn([row], carried).some(({ clauseId }) => isOpen(clauseId, row.centerId)));
}

/** What the successor has itself keeps its deadline; who answers for a goal as a whole, chosen or first given, goes along. [M1] */
async function move(tx: Transaction, rows: readonly Given[], to: CenterId): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    const some = rows.slice(start, start + 1000);
    await tx
      .insert(assignment)
      .values(some.map((row) => ({ ...row, centerId: to })))
      .onConflictDoUpdate({
        target: [assignment.consultationId, assignment.clauseId, assignment.centerId],
        set: {
          isOwner: sql`${assignment.isOwner} or excluded.is_owner`,
          assignedAt: sql`least(${assignment.assignedAt}, excluded.assigned_at)`,
        },
      });
    const [first] = some;
    if (!first) return;
    const { consultationId, clauseId, centerId } = assignment;
    const isMoved = and(eq(consultationId, first.consultationId), eq(centerId, first.centerId));
    const clauses = some.map((row) => row.clauseId);
    await tx.delete(assignment).where(and(isMoved, inArray(clauseId, clauses)));
  }
}

type Handed = {
  id: ConsultationId;
  documentId: DocumentId | null;
  from: CenterId;
  to: CenterId;
  clauses: ClauseId[];
  sections: number;
  isSigned: boolean;
};

async function note({ clock }: ConsultationDeps, tx: Transaction, { id, from, to }: Handed): Promise<void> {
  const { consultationId, centerId } = centerHandover;
  const now = { successorId: to, at: clock.now() };
  await tx
    .insert(centerHandover)
    .values({ consultationId: id, centerId: from, ...now })
    .onConflictDoUpdate({ target: [consultationId, centerId], set: now });
}

/** The people of both centers, and whoever leads the hearing. */
async function tell(
  { notices }: ConsultationDeps,
  tx: Transaction,
  actor: Actor,
  { consultation: of }: StandingRow,
  { from, to }: Handed,
): Promise<void> {
  await notices.tell(tx, {
    kind: "tasks-handed-over",
    municipalityId: of.municipalityId,
    consultationId: of.id,
    to: [...(await peopleOf(tx, [from, to])), of.coordinatorId],
    by: actor.id,
    about: { centerId: to },
  });
}

async function record({ audit }: ConsultationDeps, tx: Transaction, actor: Actor, handed: Handed): Promise<void> {
  const { id, from, to, clauses, sections, isSigned } = handed;
  await audit.record(tx, actor, {
    event: "tasks-handed-over",
    objectKind: "consultation",
    objectId: id,
    data: { from, to, centers: [from, to], clauses, sections, ...(isSigned ? { isSigned } : {}) },
  });
}

async function recordInitiatives(
  { audit }: ConsultationDeps,
  tx: Transaction,
  actor: Actor,
  { from, to, initiatives }: HandedInitiatives,
): Promise<void> {
  await audit.record(tx, actor, {
    event: "initiatives-handed-over",
    objectKind: "center",
    objectId: from,
    data: { from, to, centers: [from, to], initiatives },
  });
}
