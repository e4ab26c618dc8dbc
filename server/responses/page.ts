import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { centerNameIn, guestsLast, isCenterIn, shortNameIn } from "../../db/guests";
import type { CenterId } from "../../db/ids";
import { assignment, center, paragraphLink, person, reviewRemark } from "../../db/schema";
import { carriedFor, carriedOn } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { danishDay } from "../clock";
import { newerThan } from "../consultations";
import { deadlineOf } from "../deadline";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";
import { earlierClauses } from "../links";
import { matterOfResponse } from "../standing";
import { accessTo, linksAs, rightsOf, roundState, type Standing, writesFor } from "../standing/rules";
import type { DocumentAccess, ResponseStatus } from "../standing/shapes";
import type { ResponseDeps } from "./deps";
import type { ResponseHead, ResponsePage } from "./shapes";

type Matter = Awaited<ReturnType<typeof matterOfResponse>>;

/** What all pages of a response say of it; as small for 400 clauses as for one. */
export async function head(deps: ResponseDeps, viewer: Viewer, responseId: string): Promise<ResponseHead> {
  return headOf(deps, viewer, await matterFor(deps, viewer, responseId));
}

/** What the editor's page shows, shaped and with its permissions. */
export async function page(deps: ResponseDeps, viewer: Viewer, responseId: string): Promise<ResponsePage> {
  const { db, agreements } = deps;
  const found = await matterFor(deps, viewer, responseId);
  const { consultation, standing } = found.matter;
  const clauses = await agreements.clauses(viewer, consultation.versionId);
  const carried = await carriedFor(db, viewer, consultation.versionId);
  return {
    ...(await headOf(deps, viewer, found)),
    clauses,
    earlier: await earlierOf(db, viewer, carried),
    lineage: [...carried.lineage],
    newer: standing.status === "writing" && !viewer.guest ? await newerThan(db, consultation) : null,
    ...(await centersOfPage(db, viewer, found.matter, carried)),
    returned: await returnedRound(db, found.matter),
  };
}

type Found = { matter: Matter; access: DocumentAccess; status: ResponseStatus };

async function matterFor({ db, clock }: ResponseDeps, viewer: Viewer, responseId: string): Promise<Found> {
  const matter = await matterOfResponse(db, viewer, responseId, danishDay(clock.now()));
  const { status } = matter.standing;
  const access = accessTo(viewer, matter.standing, matter.document?.state === "active");
  if (!access || status === "not-started") throw notFound();
  return { matter, access, status };
}

async function headOf(
  { agreements, clock }: ResponseDeps,
  viewer: Viewer,
  { matter, access, status }: Found,
): Promise<ResponseHead> {
  const { response, consultation, standing } = matter;
  const { id, userKey, title, kind, versionId, deadline, deadlineTime } = consultation;
  const { source, label } = await agreements.head(viewer, versionId);
  return {
    id: response.id,
    documentId: response.documentId,
    title: response.title,
    status,
    access,
    consultation: {
      id,
      userKey,
      title,
      kind,
      deadline: deadlineOf(deadline, deadlineTime, danishDay(clock.now())),
      versionId,
      sourceTitle: source.title,
      sourceLabel: label,
      host: viewer.guest ? viewer.municipality.name : null,
    },
    can: canOf(viewer, standing, access),
  };
}

/** What a link may lead to in the versions before, texts too, and what it is now: links are not rewritten when the source is. [C14] */
async function earlierOf(db: Queryable, viewer: Viewer, carried: Carried): Promise<ResponsePage["earlier"]> {
  const clauses = await earlierClauses(db, carried);
  return clauses.flatMap(({ id, kind, number, heading, text, path }) => {
    const found = carried.successorOf.get(id);
    const successor = viewer.guest && found?.state === "undecided" ? { state: found.state, at: null } : found;
    return successor ? [{ id, kind, number, heading, text, path, successor }] : [];
  });
}

function canOf(viewer: Viewer, standing: Standing, access: DocumentAccess): ResponsePage["can"] {
  const { sendForApproval, approve, reopen, file, export: mayExport } = rightsOf(viewer, standing);
  return { write: access === "write", sendForApproval, approve, reopen, file, export: mayExport };
}

async function centersOfPage(
  db: Queryable,
  viewer: Viewer,
  { consultation, response, standing }: Matter,
  carried: Carried,
) {
  const linkAs = linksAs(viewer, standing);
  const own = writesFor(viewer, standing);
  const writingFor = new Set(own.length > 0 ? own : linkAs);
  const given = await db
    .select({ clauseId: assignment.clauseId, centerId: assignment.centerId })
    .from(assignment)
    .where(eq(assignment.consultationId, consultation.id));
  const mine = carriedOn(given, carried)
    .filter((row) => writingFor.has(row.centerId))
    .map((row) => row.clauseId);
  return {
    centers: await centersInText(db, viewer, { consultation, response }, [...standing.participating, ...linkAs]),
    mine: [...new Set(mine)],
    linkAs,
  };
}

/** The participating centers, and those that no longer take part but whose links stand in the text. */
async function centersInText(
  db: Queryable,
  viewer: Viewer,
  { consultation, response }: Pick<Matter, "consultation" | "response">,
  participating: readonly CenterId[],
) {
  const { id, kind } = center;
  const hearing = consultation.id;
  const linked = db
    .selectDistinct({ centerId: paragraphLink.centerId })
    .from(paragraphLink)
    .where(eq(paragraphLink.documentId, response.documentId));
  return db
    .select({ id, name: centerNameIn(hearing), shortName: shortNameIn(hearing), kind })
    .from(center)
    .where(
      and(
        isCenterIn(viewer.municipality.id, hearing),
        or(inArray(center.id, [...participating]), inArray(center.id, linked)),
      ),
    )
    .orderBy(...guestsLast(hearing), asc(center.kind), asc(center.name));
}

async function returnedRound(db: Queryable, { round }: Matter): Promise<ResponsePage["returned"]> {
  if (!round?.decidedBy || !round.decidedAt || roundState(round) !== "returned") return null;
  const [by] = await db.select({ name: person.name }).from(person).where(eq(person.id, round.decidedBy));
  const { blockId, text } = reviewRemark;
  const remarks = await db.select({ blockId, text }).from(reviewRemark).where(eq(reviewRemark.reviewId, round.id));
  return { reason: round.reason ?? "", by: by?.name ?? "", at: round.decidedAt, remarks };
}
