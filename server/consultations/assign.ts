import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { mayBeGiven } from "../../db/guests";
import { type CenterId, type ClauseId, isId } from "../../db/ids";
import { assignment, center, consultation } from "../../db/schema";
import { actorOf } from "../audit";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { matterOfConsultation } from "../standing";
import { isCoordinator, mayRead, rightsOf } from "../standing/rules";
import { takeBack } from "./assignments";
import type { ConsultationDeps } from "./deps";
import { AssignForm, UnassignForm } from "./forms";
import { closedAmong } from "./hand-over/queries";
import { expand, internalDeadlineProblem } from "./rules";

type Wanted = { clauseId: string[]; centerId: string[] };
type Places = Awaited<ReturnType<typeof placesOf>>;

/** Gives clauses to centers; a clause given again gets the new deadline. [H4] [H5] */
export async function assign(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  if (!mayRead(viewer) || !isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const { deadline, ...wanted } = parse(AssignForm, form);
  const places = await placesOf(deps, viewer, consultationId, wanted);
  const problem = internalDeadlineProblem(deadline, danishDay(deps.clock.now()), places.externalDay);
  if (problem) throw new Refusal("invalid", "form", { deadline: problem });
  const isGivable = (tx: Transaction) => refuseClosed(tx, places, danishDay(deps.clock.now()));
  await changing(deps, viewer, places, isGivable, async (tx) => {
    if (!(await areHere(tx, viewer, places))) throw notFound();
    await give(deps, tx, viewer, places, deadline);
    await record(deps, tx, viewer, "clauses-assigned", places, { deadline });
  });
}

/** Takes clauses back. What a center has written or answered stays. Done twice, the second time changes nothing. */
export async function unassign(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  if (!mayRead(viewer) || !isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  const wanted = parse(UnassignForm, form);
  const places = await placesOf(deps, viewer, consultationId, wanted);
  await changing(deps, viewer, places, null, async (tx) => {
    const { consultationId: id, versionId } = places;
    if ((await takeBack(tx, { id, versionId }, places)) > 0)
      await record(deps, tx, viewer, "assignment-removed", places);
  });
}

/** A closed center is given nothing new; what it has goes to its successor. [H52] */
async function refuseClosed(tx: Transaction, { centers }: Places, today: string): Promise<void> {
  const problem = await closedAmong(tx, centers, today);
  if (problem) throw new Refusal("invalid", "form", { centerId: problem });
}

/** Runs the change under the hearing's lock, and `first` before it is taken; when other centers take part than before, whoever is on the document knocks again. */
async function changing(
  { db, onDocumentChanged, onPartsChanged }: ConsultationDeps,
  viewer: Viewer,
  { consultationId }: Places,
  first: ((tx: Transaction) => Promise<void>) | null,
  change: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const [before, after] = await db.transaction(async (tx) => {
    await first?.(tx);
    await tx
      .select({ id: consultation.id })
      .from(consultation)
      .where(eq(consultation.id, consultationId))
      .for("no key update");
    const found = await matterOfConsultation(tx, viewer, consultationId);
    if (!found) throw notFound();
    if (!rightsOf(viewer, found.standing).assign) throw new Refusal("conflict", "approved");
    await change(tx);
    if (found.response) await onPartsChanged?.(tx, found.response.documentId);
    return [found, await matterOfConsultation(tx, viewer, consultationId)];
  });
  const wrote = new Set(before.standing.participating);
  const write = new Set(after?.standing.participating);
  const isSame = wrote.size === write.size && [...wrote].every((id) => write.has(id));
  if (before.response && !isSame) onDocumentChanged?.(before.response.documentId);
}

/**
 * The clauses and centers meant, sections opened up; an id of another source or municipality is not found. [D2]
 * Read before the transaction: an accepted version's clauses hardly ever change, and one connection should not wait for another.
 */
async function placesOf({ db, agreements }: ConsultationDeps, viewer: Viewer, consultationId: string, wanted: Wanted) {
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  const clauses = await agreements.clauses(viewer, matter.consultation.versionId);
  const known = new Set<string>(clauses.map((clause) => clause.id));
  const given = wanted.clauseId.filter((id): id is ClauseId => known.has(id));
  const centers = wanted.centerId.filter((id) => isId<CenterId>(id));
  const { id, versionId, deadline } = matter.consultation;
  const isOurs = and(mayBeGiven(viewer.municipality.id, id), inArray(center.id, centers));
  const found = await db.select({ id: center.id }).from(center).where(isOurs);
  if (given.length < wanted.clauseId.length || found.length < wanted.centerId.length) throw notFound();
  const expanded = expand(given, clauses);
  if (expanded.length === 0) throw new Refusal("invalid", "form", { clauseId: "plain-text-only" });
  return { consultationId: id, versionId, externalDay: deadline, clauses: expanded, centers };
}

/** Under the hearing's lock: a guest may have left since. [J15] */
async function areHere(tx: Transaction, viewer: Viewer, { consultationId, centers }: Places): Promise<boolean> {
  const isHere = and(mayBeGiven(viewer.municipality.id, consultationId), inArray(center.id, centers));
  return (await tx.$count(center, isHere)) === new Set(centers).size;
}

async function give({ clock }: ConsultationDeps, tx: Transaction, viewer: Viewer, places: Places, deadline: string) {
  const { consultationId, clauses, centers } = places;
  const by = { deadline, assignedBy: viewer.id, assignedAt: clock.now() };
  const rows = clauses.flatMap((clauseId) =>
    centers.map((centerId) => ({ consultationId, clauseId, centerId, ...by })),
  );
  // In portions: one statement holds at most 65,535 parameters.
  for (let start = 0; start < rows.length; start += 1000) {
    await tx
      .insert(assignment)
      .values(rows.slice(start, start + 1000))
      .onConflictDoUpdate({
        target: [assignment.consultationId, assignment.clauseId, assignment.centerId],
        set: {
          deadline: sql`excluded.deadline`,
          assignedBy: sql`excluded.assigned_by`,
          assignedAt: sql`excluded.assigned_at`,
        },
      });
  }
}

function record(
  { audit }: ConsultationDeps,
  tx: Transaction,
  viewer: Viewer,
  event: "clauses-assigned" | "assignment-removed",
  { consultationId, clauses, centers }: Places,
  more: { deadline?: string } = {},
) {
  const data = { clauses, centers, ...more };
  return audit.record(tx, actorOf(viewer), { event, objectKind: "consultation", objectId: consultationId, data });
}
