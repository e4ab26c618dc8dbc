import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { type AttachmentId, type ConsultationId, isId } from "../../db/ids";
import { attachment, center, person } from "../../db/schema";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfConsultation } from "../standing";
import { mayRead } from "../standing/rules";
import type { AttachmentDeps } from "./deps";
import { attachesFor, type Council } from "./rules";
import type { AttachmentsPage } from "./shapes";

/** What is attached to a hearing, and for whom the viewer may attach more. */
export async function ofHearing(
  { db, clock }: Pick<AttachmentDeps, "db" | "clock">,
  viewer: Viewer,
  consultationId: string,
): Promise<AttachmentsPage> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  const { id, fileName, mediaType, sha256, cprCount, addedAt } = attachment;
  const rows = await db
    .select({
      row: { id, fileName, mediaType, sha256, cprCount, addedAt },
      bytes: sql<number>`length(${attachment.bytes})`,
      center: { id: center.id, name: center.name },
      addedBy: person.name,
    })
    .from(attachment)
    .innerJoin(center, eq(center.id, attachment.centerId))
    .innerJoin(person, eq(person.id, attachment.addedBy))
    .where(attachedTo(matter.consultation.id))
    .orderBy(asc(center.name), asc(addedAt), asc(id));
  const all = await councilsOf(db, viewer, danishDay(clock.now()));
  const councils = attachesFor(viewer, all, matter.standing);
  // What a council that has closed since has said may be taken away by whoever leads the hearing.
  const may = new Set(
    attachesFor(
      viewer,
      rows.map((one) => one.center),
      matter.standing,
    ).map((one) => one.id),
  );
  return {
    rows: rows.map(({ row, ...beside }) => ({ ...row, ...beside, mayRemove: may.has(beside.center.id) })),
    councils,
  };
}

/** What is attached now; what was taken away stays only with the texts it was sent with. */
export function attachedTo(consultationId: ConsultationId) {
  return and(eq(attachment.consultationId, consultationId), isNull(attachment.removedAt));
}

/** The municipality's councils that are open on that Danish day, by name. */
export function councilsOf(db: Queryable, viewer: Viewer, today: string): Promise<Council[]> {
  const isOurs = and(eq(center.municipalityId, viewer.municipality.id), eq(center.kind, "council"));
  return db
    .select({ id: center.id, name: center.name })
    .from(center)
    .where(and(isOurs, or(isNull(center.closedOn), gt(center.closedOn, today))))
    .orderBy(asc(center.name));
}

/** Its bytes as they came, taken away or not: a text that was sent with it still has it. [D2] */
export async function file({ db }: Pick<AttachmentDeps, "db">, viewer: Viewer, attachmentId: string) {
  if (!mayRead(viewer) || !isId<AttachmentId>(attachmentId)) throw notFound();
  const { id, fileName, bytes, municipalityId } = attachment;
  const isOurs = and(eq(id, attachmentId), eq(municipalityId, viewer.municipality.id));
  const [found] = await db.select({ fileName, bytes }).from(attachment).where(isOurs);
  if (!found) throw notFound();
  return found;
}
