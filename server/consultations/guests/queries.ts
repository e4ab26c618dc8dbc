import { and, asc, desc, eq, inArray, isNull, ne, notInArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "../../../db/client";
import { type ConsultationId, isId, type MunicipalityId, type UserId } from "../../../db/ids";
import {
  assignment,
  center,
  consultation,
  invitation,
  invitedCenter,
  membership,
  municipality,
  person,
} from "../../../db/schema";
import { danishDay } from "../../clock";
import { deadlineOf } from "../../deadline";
import { notFound, Refusal } from "../../errors";
import { hasRole, type Viewer } from "../../identity/viewer";
import { matterOfConsultation } from "../../standing";
import { isCoordinator, mayRead } from "../../standing/rules";
import type { ConsultationDeps } from "../deps";
import { isStillOpen, stateOf } from "./rules";
import type { GuestsPage, InvitationPage, InvitedRow, WaitingInvitation } from "./shapes";

type Reading = Pick<ConsultationDeps, "db" | "clock">;

const answerer = alias(person, "answerer");

export async function page({ db }: Reading, viewer: Viewer, consultationId: string): Promise<GuestsPage> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  const { id } = matter.consultation;
  const leads = isCoordinator(viewer);
  const isOpen = isStillOpen(matter.standing);
  const all = await invitedTo(db, id);
  const rows = all.map((row) => ({ ...row, mayWithdraw: leads && isOpen && isUnderWay(row) }));
  const mayInvite = leads && isOpen;
  return {
    rows: leads ? rows : rows.filter(({ state }) => state === "accepted"),
    choices: mayInvite ? await othersThan(db, viewer, rows.filter(isUnderWay)) : [],
    can: { invite: mayInvite },
  };
}

function isUnderWay({ state }: Pick<InvitedRow, "state">): boolean {
  return state === "waiting" || state === "accepted";
}

async function invitedTo(db: Queryable, id: ConsultationId): Promise<Omit<InvitedRow, "mayWithdraw">[]> {
  const rows = await db
    .select({ invitation, municipality: { id: municipality.id, name: municipality.name }, by: answerer.name })
    .from(invitation)
    .innerJoin(municipality, eq(municipality.id, invitation.municipalityId))
    .leftJoin(answerer, eq(answerer.id, invitation.answeredBy))
    .where(eq(invitation.consultationId, id))
    .orderBy(asc(municipality.name));
  const centers = rows.length > 0 ? await takingPart(db, id) : [];
  return rows.map(({ invitation: row, municipality: of, by }) => ({
    municipality: of,
    state: stateOf(row),
    centers: centers.flatMap(({ municipalityId, name }) => (municipalityId === of.id ? [name] : [])),
    answered: row.answeredAt ? { by: by ?? "", at: row.answeredAt } : null,
    reason: row.reason,
  }));
}

function takingPart(db: Queryable, id: ConsultationId) {
  return db
    .select({ municipalityId: center.municipalityId, name: center.name })
    .from(invitedCenter)
    .innerJoin(center, eq(center.id, invitedCenter.centerId))
    .where(and(eq(invitedCenter.consultationId, id), isNull(invitedCenter.leftAt)))
    .orderBy(asc(center.kind), asc(center.name));
}

/** By name; none that has been asked and has not said no. */
function othersThan(db: Queryable, viewer: Viewer, asked: readonly Pick<InvitedRow, "municipality">[]) {
  const { id, name } = municipality;
  const ids = asked.map((row) => row.municipality.id);
  return db
    .select({ id, name })
    .from(municipality)
    .where(and(ne(id, viewer.municipality.id), notInArray(id, ids)))
    .orderBy(asc(name));
}

/** A municipality's invitation to a hearing: it has one at most. */
export function isInvitation(consultationId: ConsultationId, guestId: MunicipalityId): SQL | undefined {
  return and(eq(invitation.consultationId, consultationId), eq(invitation.municipalityId, guestId));
}

/** Who may answer for a municipality. */
export async function answerersOf(db: Queryable, municipalityId: MunicipalityId): Promise<UserId[]> {
  const rows = await db
    .selectDistinct({ id: person.id })
    .from(person)
    .innerJoin(membership, and(eq(membership.userId, person.id), eq(membership.role, "coordinator")))
    .where(and(eq(person.municipalityId, municipalityId), eq(person.isActive, true)));
  return rows.map(({ id }) => id);
}

/** The invitation of the viewer's own municipality, for who may answer it; for everybody else there is none. [D2] */
export async function invitationFor(db: Queryable, viewer: Viewer, consultationId: string) {
  if (!hasRole(viewer, "coordinator") || !isId<ConsultationId>(consultationId)) throw notFound();
  const [found] = await db
    .select({ invitation, consultation, host: municipality, invitedBy: person.name })
    .from(invitation)
    .innerJoin(consultation, eq(consultation.id, invitation.consultationId))
    .innerJoin(municipality, eq(municipality.id, consultation.municipalityId))
    .innerJoin(person, eq(person.id, invitation.invitedBy))
    .where(isInvitation(consultationId, viewer.municipality.id));
  if (!found) throw notFound();
  return found;
}

export async function invitationPage({ db, clock }: Reading, viewer: Viewer, consultationId: string) {
  const found = await invitationFor(db, viewer, consultationId);
  const { consultation: about, invitation: row, host } = found;
  const matter = await matterOfConsultation(db, { municipality: host }, about.id);
  const today = danishDay(clock.now());
  const state = stateOf(row);
  const page: InvitationPage = {
    consultationId: about.id,
    kind: about.kind,
    title: about.title,
    sender: about.sender,
    deadline: deadlineOf(about.deadline, about.deadlineTime, today),
    host: host.name,
    invitedBy: found.invitedBy,
    invitedAt: row.invitedAt,
    state,
    reason: row.reason,
    centers: (await ownCenters(db, viewer, about.id, today)).flatMap(({ isClosed, ...one }) =>
      isClosed && !one.takesPart ? [] : [one],
    ),
    can: { answer: state !== "withdrawn" && matter !== null && isStillOpen(matter.standing) },
  };
  return page;
}

/** The guest's centers, and how each stands in that hearing. */
export async function ownCenters(db: Queryable, viewer: Viewer, hearing: ConsultationId, today: string) {
  const isTaking = and(eq(invitedCenter.centerId, center.id), eq(invitedCenter.consultationId, hearing));
  const tasks = db.select({ id: assignment.centerId }).from(assignment).where(eq(assignment.consultationId, hearing));
  return db
    .select({
      id: center.id,
      name: center.name,
      isClosed: sql<boolean>`coalesce(${center.closedOn} <= ${today}, false)`,
      takesPart: sql<boolean>`${invitedCenter.centerId} is not null and ${invitedCenter.leftAt} is null`,
      hasTasks: sql<boolean>`${inArray(center.id, tasks)}`,
    })
    .from(center)
    .leftJoin(invitedCenter, isTaking)
    .where(eq(center.municipalityId, viewer.municipality.id))
    .orderBy(asc(center.kind), asc(center.name));
}

/** The nearest deadline first; nothing for who may not answer. */
export async function waiting({ db, clock }: Reading, viewer: Viewer): Promise<WaitingInvitation[]> {
  if (!hasRole(viewer, "coordinator")) return [];
  const { id: consultationId, kind, title, userKey, deadline: day, deadlineTime: time } = consultation;
  const isWaiting = and(isNull(invitation.answer), isNull(invitation.withdrawnAt));
  const rows = await db
    .select({ consultationId, kind, title, userKey, host: municipality.name, day, time })
    .from(invitation)
    .innerJoin(consultation, eq(consultation.id, invitation.consultationId))
    .innerJoin(municipality, eq(municipality.id, consultation.municipalityId))
    .where(and(eq(invitation.municipalityId, viewer.municipality.id), isWaiting))
    .orderBy(asc(consultation.deadline), desc(invitation.invitedAt));
  const today = danishDay(clock.now());
  return rows.map(({ day, time, ...row }) => ({ ...row, deadline: deadlineOf(day, time, today) }));
}
