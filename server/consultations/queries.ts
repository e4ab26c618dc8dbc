import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { TARGET_KINDS } from "../../app/document-model/proposal";
import type { Queryable } from "../../db/client";
import { centerNameIn, guestsLast, mayBeGiven, shortNameIn } from "../../db/guests";
import type { CenterId, ConsultationId, MunicipalityId, SourceVersionId } from "../../db/ids";
import { center, clause, consultation, filing, person, response, review, source, sourceVersion } from "../../db/schema";
import { danishDay } from "../clock";
import { deadlineOf } from "../deadline";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import type { Undecided } from "../links/shapes";
import { question } from "../once";
import { pageOf } from "../paging";
import { guestsOf, isNewestRound, isSeenBy, type Matter, matterOfConsultation } from "../standing";
import { isCoordinator, mayRead, rightsOf, statusOf } from "../standing/rules";
import { assignmentsOf } from "./assignments";
import type { ConsultationDeps } from "./deps";
import { newerThan } from "./newer";
import type { ConsultationHead, ConsultationPage, ConsultationSummary, Consultations, FiledPage } from "./shapes";

type Reading = Pick<ConsultationDeps, "db" | "clock">;

/** The hearings under way, the nearest deadline first. */
export async function list({ db, clock }: Reading, viewer: Viewer): Promise<ConsultationSummary[]> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const today = danishDay(clock.now());
  const guests = await guestsOf(db, viewer);
  return (await standingRows(db, { ...viewer, guests }, isUnderWay)).map((row) => summary(row, today, hostIn(guests)));
}

/** Whose hearing it is, by its id; null where it is the viewer's own. [J17] */
function hostIn(guests: readonly Viewer[]): (id: ConsultationId) => string | null {
  const hosts = new Map(guests.map(({ guest, municipality }) => [guest?.consultationId, municipality.name]));
  return (id) => hosts.get(id) ?? null;
}

const FILED_PAGE = 25;

/** One page of the filed ones, the latest deadline first; a page beyond the last one is the last one. [Q20] */
export async function filed({ db, clock }: Reading, viewer: Viewer, wanted: number): Promise<FiledPage> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const today = danishDay(clock.now());
  const guests = await guestsOf(db, viewer);
  const home = { ...viewer, guests };
  const ids = await idsOfFiled(db, home);
  const { page, pages, shown } = pageOf(ids, wanted, FILED_PAGE);
  const rows = shown.length > 0 ? await standingRows(db, home, inArray(consultation.id, shown)) : [];
  const hearings = rows.map((row) => summary(row, today, hostIn(guests))).reverse();
  return { hearings, page, pages, total: ids.length };
}

/** In the order in which they are shown. */
async function idsOfFiled(db: Queryable, home: Home): Promise<ConsultationId[]> {
  const { id, deadline, title } = consultation;
  const rows = await db
    .select({ id })
    .from(consultation)
    .innerJoin(response, eq(response.consultationId, id))
    .innerJoin(review, isNewestRound)
    .innerJoin(filing, eq(filing.versionId, review.versionId))
    .where(and(isSeenFrom(home), isFiled))
    .orderBy(desc(deadline), desc(title), desc(id));
  return rows.map((row) => row.id);
}

/** As `statusOf` of standing/ has it: ten years of them are not fetched to be left out. */
const isFiled = and(eq(review.decision, "approved"), isNull(review.reopenedAt), eq(filing.state, "filed"));
export const isUnderWay = sql`(${isFiled}) is not true`;

/** Whoever asks, or a job that asks for a municipality. */
type Home = Pick<Viewer, "guest"> & { municipality: { id: MunicipalityId }; guests?: readonly Viewer[] };

/** The municipality's hearings, and those that somebody of it is a guest in; for a guest the one they are in. [J12] */
function isSeenFrom({ guests = [], ...viewer }: Home): SQL | undefined {
  const own = isSeenBy(viewer);
  if (viewer.guest) return own;
  const joint = guests.flatMap((one) => one.guest?.consultationId ?? []);
  return joint.length > 0 ? or(own, inArray(consultation.id, joint)) : own;
}

export type StandingRow = Awaited<ReturnType<typeof standingRows>>[number];

/** The municipality's hearings with all that tells how they stand; one query. */
export function standingRows(db: Queryable, home: Home, which?: SQL) {
  return db
    .select({ consultation, coordinator: person.name, response, round: review, filing: { state: filing.state } })
    .from(consultation)
    .innerJoin(person, eq(person.id, consultation.coordinatorId))
    .leftJoin(response, eq(response.consultationId, consultation.id))
    .leftJoin(review, isNewestRound)
    .leftJoin(filing, eq(filing.versionId, review.versionId))
    .where(and(isSeenFrom(home), which))
    .orderBy(asc(consultation.deadline), asc(consultation.title), asc(consultation.id));
}

function summary(row: StandingRow, today: string, hostOf: (id: ConsultationId) => string | null): ConsultationSummary {
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
    host: hostOf(id),
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
      publisher: source.publisher,
      clauses: count(clause.id),
      goals: sql<number>`(count(*) filter (where ${clause.kind} = 'goal'))::int`,
    })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .leftJoin(
      clause,
      and(eq(clause.versionId, sourceVersion.id), inArray(clause.kind, TARGET_KINDS), isNull(clause.joinedIntoId)),
    )
    .where(and(eq(source.municipalityId, viewer.municipality.id), isNotNull(sourceVersion.acceptedAt)))
    .groupBy(sourceVersion.id, source.id)
    .orderBy(desc(sourceVersion.acceptedAt), asc(source.title));
}

const headAsked = question<ConsultationHead>();

/** Around all pages of a hearing, and in what some of them show. [Q29] */
export function head(deps: ConsultationDeps, viewer: Viewer, consultationId: string): Promise<ConsultationHead> {
  return headAsked(deps.db, viewer, consultationId, () => readHead(deps, viewer, consultationId));
}

async function readHead(deps: ConsultationDeps, viewer: Viewer, consultationId: string): Promise<ConsultationHead> {
  const { db, clock, links } = deps;
  const matter = await matterFor(db, viewer, consultationId);
  const { id, versionId, caseNumber, kle } = matter.consultation;
  const [named] = await db
    .select({ coordinator: person.name, of: { title: source.title, label: sourceVersion.label, kind: source.kind } })
    .from(consultation)
    .innerJoin(person, eq(person.id, consultation.coordinatorId))
    .innerJoin(sourceVersion, eq(sourceVersion.id, consultation.versionId))
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(eq(consultation.id, id));
  if (!named) throw notFound();
  const rights = rightsOf(viewer, matter.standing);
  const isOpen = matter.standing.status === "not-started" || matter.standing.status === "writing";
  return {
    ...summary({ ...matter, coordinator: named.coordinator }, danishDay(clock.now()), hostIn([viewer])),
    caseNumber,
    kle,
    source: { versionId, ...named.of },
    // A text that is sent already is not asked to move or to decide; nor is a guest, who has no page of the source. [J12]
    newer: isOpen && !viewer.guest ? await newerThan(db, matter.consultation) : null,
    undecided: isOpen && !viewer.guest ? countedAt(await links.undecided(viewer, id)) : [],
    can: { assign: rights.assign, startResponse: rights.start },
  };
}

export async function page(deps: ConsultationDeps, viewer: Viewer, consultationId: string): Promise<ConsultationPage> {
  const { db, clock, agreements } = deps;
  const matter = await matterFor(db, viewer, consultationId);
  const clauses = await agreements.clauses(viewer, matter.consultation.versionId);
  const today = danishDay(clock.now());
  const centers = await centersOf(db, viewer, matter, today);
  const assignments = await assignmentsOf(db, viewer, matter.consultation, { clauses, centers, today });
  return { ...(await head(deps, viewer, consultationId)), clauses, centers, assignments };
}

async function matterFor(db: Queryable, viewer: Viewer, consultationId: string) {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  return matter;
}

/**
 * The closed ones too, and said to be: what they have been given is shown, and nothing more is given them. [H52] Guests'
 * centers stand last; a guest sees their own and those that take part. [J12]
 */
async function centersOf(
  db: Queryable,
  viewer: Viewer,
  { consultation: { id: hearing }, standing }: Matter,
  today: string,
): Promise<ConsultationPage["centers"]> {
  const next = alias(center, "next");
  const { id, kind, closedOn } = center;
  const isListed = viewer.guest ? inArray(id, [...standing.participating, ...idsOf(viewer)]) : undefined;
  const named = { name: centerNameIn(hearing), shortName: shortNameIn(hearing) };
  const rows = await db
    .select({ row: { id, ...named, kind }, on: closedOn, successor: next.name })
    .from(center)
    .leftJoin(next, eq(next.id, center.successorId))
    .where(and(mayBeGiven(viewer.municipality.id, hearing), isListed))
    .orderBy(...guestsLast(hearing), asc(kind), asc(center.name));
  return rows.map(({ row, on, successor }) =>
    on !== null && on <= today ? { ...row, closed: { on, successor: successor ?? "" } } : row,
  );
}

function idsOf({ roles }: Viewer): CenterId[] {
  return roles.flatMap((held) => held.center?.id ?? []);
}

/** How many wait at each desk, in the order of the versions. */
function countedAt(waiting: readonly Undecided[]): ConsultationHead["undecided"] {
  const counts = new Map<SourceVersionId, number>();
  for (const { at } of waiting) counts.set(at, (counts.get(at) ?? 0) + 1);
  return [...counts].map(([at, number]) => ({ at, count: number }));
}
