import { and, asc, count, desc, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { ConsultationId } from "../../db/ids";
import {
  assignment,
  center,
  clause,
  consultation,
  filing,
  person,
  response,
  review,
  source,
  sourceVersion,
} from "../../db/schema";
import { danishDay } from "../clock";
import { deadlineOf } from "../deadline";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { isNewestRound, matterOfConsultation } from "../standing";
import { isCoordinator, mayRead, rightsOf, statusOf } from "../standing/rules";
import type { ConsultationDeps } from "./deps";
import type { AssignmentRow, ConsultationPage, ConsultationSummary, Consultations } from "./shapes";

type Reading = Pick<ConsultationDeps, "db" | "clock">;

/** Hearings by deadline: those under way the nearest first, then the filed ones, the latest first. */
export async function list({ db, clock }: Reading, viewer: Viewer): Promise<ConsultationSummary[]> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const all = (await standingRows(db, viewer)).map((row) => summary(row, danishDay(clock.now())));
  const filed = all.filter((one) => one.status === "filed");
  return [...all.filter((one) => one.status !== "filed"), ...filed.reverse()];
}

export type StandingRow = Awaited<ReturnType<typeof standingRows>>[number];

/** The municipality's hearings with all that tells how they stand; one query. */
export function standingRows(db: Queryable, viewer: Viewer, which?: SQL) {
  return db
    .select({ consultation, coordinator: person.name, response, round: review, filing: { state: filing.state } })
    .from(consultation)
    .innerJoin(person, eq(person.id, consultation.coordinatorId))
    .leftJoin(response, eq(response.consultationId, consultation.id))
    .leftJoin(review, isNewestRound)
    .leftJoin(filing, eq(filing.versionId, review.versionId))
    .where(and(eq(consultation.municipalityId, viewer.municipality.id), which))
    .orderBy(asc(consultation.deadline), asc(consultation.title), asc(consultation.id));
}

function summary(row: StandingRow, today: string): ConsultationSummary {
  const { id, userKey, kind, title, sender, deadline, deadlineTime } = row.consultation;
  return {
    id,
    userKey,
    kind,
    title,
    sender,
    deadline: deadlineOf(deadline, deadlineTime, today),
    coordinator: row.coordinator,
    responseId: row.response?.id ?? null,
    status: statusOfRow(row),
  };
}

export function statusOfRow({ response: begun, round, filing: filed }: StandingRow): ConsultationSummary["status"] {
  return begun ? statusOf(round, filed) : "not-started";
}

/** Accepted versions of the municipality's sources, the newest first: for who may open a hearing on one. */
export async function sources({ db }: Reading, viewer: Viewer): ReturnType<Consultations["sources"]> {
  if (!isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  return db
    .select({
      versionId: sourceVersion.id,
      title: source.title,
      label: sourceVersion.label,
      kind: source.kind,
      clauses: count(clause.id),
    })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .leftJoin(clause, and(eq(clause.versionId, sourceVersion.id), inArray(clause.kind, ["clause", "goal", "area"])))
    .where(and(eq(source.municipalityId, viewer.municipality.id), isNotNull(sourceVersion.acceptedAt)))
    .groupBy(sourceVersion.id, source.id)
    .orderBy(desc(sourceVersion.acceptedAt), asc(source.title));
}

export async function page(deps: ConsultationDeps, viewer: Viewer, consultationId: string): Promise<ConsultationPage> {
  const { db, clock, agreements } = deps;
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  const { id, versionId, caseNumber, kle } = matter.consultation;
  const today = danishDay(clock.now());
  const [row] = await standingRows(db, viewer, eq(consultation.id, id));
  if (!row) throw notFound();
  const { version, clauses } = await agreements.version(viewer, versionId);
  const rights = rightsOf(viewer, matter.standing);
  return {
    ...summary(row, today),
    caseNumber,
    kle,
    source: { versionId, title: version.source.title, label: version.label, kind: version.source.kind },
    clauses,
    centers: await centersOf(db, viewer),
    assignments: await assignmentsOf(db, id, today),
    can: { assign: rights.assign, startResponse: rights.start },
  };
}

function centersOf(db: Queryable, viewer: Viewer): Promise<ConsultationPage["centers"]> {
  const { id, name, shortName, kind } = center;
  return db
    .select({ id, name, shortName, kind })
    .from(center)
    .where(eq(center.municipalityId, viewer.municipality.id))
    .orderBy(asc(center.kind), asc(center.name));
}

async function assignmentsOf(db: Queryable, id: ConsultationId, today: string): Promise<AssignmentRow[]> {
  const rows = await db
    .select({ clauseId: assignment.clauseId, centerId: assignment.centerId, deadline: assignment.deadline })
    .from(assignment)
    .innerJoin(clause, eq(clause.id, assignment.clauseId))
    .innerJoin(center, eq(center.id, assignment.centerId))
    .where(eq(assignment.consultationId, id))
    .orderBy(asc(clause.position), asc(center.kind), asc(center.name));
  return rows.map(({ deadline, ...place }) => ({ ...place, deadline: deadlineOf(deadline, null, today) }));
}
