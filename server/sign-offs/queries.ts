import { and, asc, desc, eq, inArray, isNull, max, or } from "drizzle-orm";
import { isAboutGoals } from "../../app/document-model/goals";
import type { Part, PartGround } from "../../app/document-model/part";
import type { Queryable } from "../../db/client";
import { centerNameIn, guestsLast, municipalityOfCenter, shortNameIn } from "../../db/guests";
import type {
  CenterId,
  ConsultationId,
  DocumentId,
  MunicipalityId,
  ResponseId,
  SourceVersionId,
  UserId,
} from "../../db/ids";
import {
  assignment,
  center,
  consultation,
  documentClient,
  givenSection,
  membership,
  person,
  response,
  signOff,
  signOffLapse,
  sourceVersion,
} from "../../db/schema";
import { assignedNow, carriedTo } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import type { ConsultationKind } from "../consultations/shapes";
import type { Anchors, GoneRange } from "./anchors";
import type { PartCenter, SignOffState } from "./shapes";

/** The hearing and its response, as far as parts depend on them. */
export type PartMatter = {
  consultation: {
    id: ConsultationId;
    municipalityId: MunicipalityId;
    versionId: SourceVersionId;
    kind: ConsultationKind;
  };
  response: { id: ResponseId };
};

/** A part as it was decided on, and where in the live document its paragraphs stood. */
export type KeptPart = Part & { anchors: Anchors; gone: GoneRange[] };

export type DecisionRow = Awaited<ReturnType<typeof newestDecisions>> extends Map<CenterId, infer Row> ? Row : never;

/** All that says whose a paragraph is, and what was last said of each center's part. As many queries for one center as for all. */
export type Ground = {
  carried: Carried;
  ground: PartGround;
  centers: PartCenter[];
  newest: Map<CenterId, DecisionRow>;
};

/** Under `lock` (in a transaction) nobody decides anything about the source's versions before its end. */
export async function groundOf(db: Queryable, { consultation, response }: PartMatter, lock?: "lock"): Promise<Ground> {
  const { clauseId, centerId, deadline } = assignment;
  const assigned = await db
    .select({ clauseId, centerId, deadline })
    .from(assignment)
    .where(eq(assignment.consultationId, consultation.id));
  const carried = await carriedTo(db, consultation.versionId, lock);
  const given = new Map<string, Set<string>>();
  for (const row of assignedNow(assigned, carried))
    given.set(row.clauseId, (given.get(row.clauseId) ?? new Set()).add(row.centerId));
  return {
    carried,
    ground: {
      given,
      sections: await sectionsOf(db, response.id),
      isAboutGoals: isAboutGoals(consultation.kind),
    },
    centers: await centersAmong(db, consultation.id, [...new Set(assigned.map((row) => row.centerId))]),
    newest: await newestDecisions(db, response.id),
  };
}

export async function sectionsOf(db: Queryable, responseId: ResponseId): Promise<Map<string, CenterId>> {
  const { blockId, centerId } = givenSection;
  const rows = await db.select({ blockId, centerId }).from(givenSection).where(eq(givenSection.responseId, responseId));
  return new Map(rows.map((row) => [row.blockId, row.centerId]));
}

/** Guests' after the host's. [J14] */
export function centersAmong(db: Queryable, hearing: ConsultationId, ids: CenterId[]): Promise<PartCenter[]> {
  const { id, kind } = center;
  return db
    .select({ id, name: centerNameIn(hearing), shortName: shortNameIn(hearing), municipality: municipalityOfCenter })
    .from(center)
    .where(inArray(id, ids))
    .orderBy(...guestsLast(hearing), asc(kind), asc(center.name));
}

async function newestDecisions(db: Queryable, responseId: ResponseId) {
  const { id, centerId, number, decision, part, sha256, epoch, seq, by, at, reason } = signOff;
  const rows = await db
    .selectDistinctOn([centerId], {
      row: { id, centerId, number, decision, part, sha256, epoch, seq, by, at, reason },
      name: person.name,
    })
    .from(signOff)
    .innerJoin(person, eq(person.id, by))
    .where(eq(signOff.responseId, responseId))
    .orderBy(centerId, desc(number));
  // Only `decided` writes this column, so what is in it is a part.
  return new Map(rows.map(({ row, name }) => [row.centerId, { ...row, name, part: row.part as KeptPart }]));
}

/** How each center stands as far as is known without reading the text: a lapse is known once it has been told. [A28] */
export async function lastSaid(db: Queryable, responseId: ResponseId): Promise<Map<CenterId, SignOffState>> {
  const rows = await db
    .selectDistinctOn([signOff.centerId], {
      centerId: signOff.centerId,
      decision: signOff.decision,
      toldAt: signOffLapse.toldAt,
    })
    .from(signOff)
    .leftJoin(signOffLapse, eq(signOffLapse.signOffId, signOff.id))
    .where(eq(signOff.responseId, responseId))
    .orderBy(signOff.centerId, desc(signOff.number));
  return new Map(rows.map(({ centerId, decision, toldAt }) => [centerId, toldAt ? "lapsed" : decision]));
}

export async function contributorsOf(db: Queryable, centerId: CenterId): Promise<UserId[]> {
  const isTheirs = and(
    eq(membership.centerId, centerId),
    eq(membership.role, "contributor"),
    eq(person.isActive, true),
  );
  const rows = await db
    .selectDistinct({ id: person.id })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.userId))
    .where(isTheirs);
  return rows.map(({ id }) => id);
}

/** Whose pages these Yjs clients were. */
export async function peopleBehind(db: Queryable, documentId: DocumentId, clients: number[]): Promise<Set<UserId>> {
  const isTheirs = and(eq(documentClient.documentId, documentId), inArray(documentClient.clientId, clients));
  const rows = await db.selectDistinct({ id: documentClient.userId }).from(documentClient).where(isTheirs);
  return new Set(rows.map(({ id }) => id));
}

/** The center's active managers; `also`: that one, if they manage the whole municipality. */
export async function managersOf(db: Queryable, centerId: CenterId, also: UserId): Promise<UserId[]> {
  const isTheirs = or(eq(membership.centerId, centerId), and(isNull(membership.centerId), eq(membership.userId, also)));
  const rows = await db
    .selectDistinct({ id: person.id })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.userId))
    .where(and(isTheirs, eq(membership.role, "manager"), eq(person.isActive, true)));
  return rows.map(({ id }) => id);
}

export async function newestNumber(db: Queryable, responseId: ResponseId, centerId: CenterId): Promise<number> {
  const [row] = await db
    .select({ number: max(signOff.number) })
    .from(signOff)
    .where(and(eq(signOff.responseId, responseId), eq(signOff.centerId, centerId)));
  return row?.number ?? 0;
}

/** The hearing a document is the text of, for a job that acts in nobody's name. */
export async function lapseGround(db: Queryable, documentId: DocumentId) {
  const [row] = await db
    .select({
      response: { id: response.id },
      consultation: {
        id: consultation.id,
        municipalityId: consultation.municipalityId,
        versionId: consultation.versionId,
        kind: consultation.kind,
      },
      municipalityId: consultation.municipalityId,
    })
    .from(response)
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .where(eq(response.documentId, documentId));
  return row ?? null;
}

/** The texts of hearings on any version of this one's source in which somebody has signed something off. */
export async function signedOn(db: Queryable, versionId: SourceVersionId): Promise<DocumentId[]> {
  const asked = db.select({ id: sourceVersion.sourceId }).from(sourceVersion).where(eq(sourceVersion.id, versionId));
  const rows = await db
    .selectDistinct({ id: response.documentId })
    .from(signOff)
    .innerJoin(response, eq(response.id, signOff.responseId))
    .innerJoin(consultation, eq(consultation.id, response.consultationId))
    .innerJoin(sourceVersion, eq(sourceVersion.id, consultation.versionId))
    .where(and(eq(signOff.decision, "signed"), inArray(sourceVersion.sourceId, asked)));
  return rows.map(({ id }) => id);
}
