import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { centerNameIn, invitationStands, shortNameIn } from "../../db/guests";
import {
  type AttachmentId,
  type ConsultationId,
  type DocumentId,
  isId,
  type LetterId,
  type ResponseId,
} from "../../db/ids";
import { attachment, center, consultation, invitation, invitedCenter, municipality, response } from "../../db/schema";
import type { Viewer } from "../identity/viewer";
import { question, readOnAs } from "../once";
import { asGuest, type Joint } from "./guest";

/** Where somebody wants to go, as an address or a socket names it. */
export type Place =
  | { consultationId: string }
  | { responseId: string }
  | { documentId: string }
  | { attachmentId: string }
  | { letterId: string };

/**
 * Who is asking, at that place: inside a hearing that their municipality is a guest of they are the host's viewer, with
 * narrowed roles; everywhere else they are themselves. Asked at the doors (app/answering.ts, sync/door.ts), nowhere else. [J11]
 */
export function viewerAt(db: Queryable, viewer: Viewer, place: Place): Promise<Viewer> {
  return whoIsThere(db, viewer, Object.entries(place).join(" "), async () => {
    const which = hearingAt(db, place);
    const [found] = which ? await guestsIn(db, viewer, which) : [];
    if (found) readOnAs(viewer, found);
    return found ?? viewer;
  });
}

/** A page's loaders are all in one place, and each asks. */
const whoIsThere = question<Viewer>();

/** The viewer in each hearing that their municipality is a guest of and they take part in. */
export function guestsOf(db: Queryable, viewer: Viewer): Promise<Viewer[]> {
  return guestsIn(db, viewer);
}

async function guestsIn(db: Queryable, viewer: Viewer, which?: SQL): Promise<Viewer[]> {
  const { id, name, isDemo } = municipality;
  const rows = await db
    .select({ consultationId: consultation.id, host: { id, name, isDemo } })
    .from(invitation)
    .innerJoin(consultation, eq(consultation.id, invitation.consultationId))
    .innerJoin(municipality, eq(municipality.id, consultation.municipalityId))
    .where(and(eq(invitation.municipalityId, viewer.municipality.id), invitationStands, which))
    .orderBy(asc(consultation.deadline), asc(consultation.id));
  if (rows.length === 0) return [];
  const centers = await centersIn(
    db,
    viewer,
    rows.map((row) => row.consultationId),
  );
  return rows.flatMap((row) => {
    const own = centers.flatMap(({ consultationId, ...one }) => (consultationId === row.consultationId ? [one] : []));
    return asGuest(viewer, { ...row, centers: own }) ?? [];
  });
}

/** Of the viewer's municipality alone. */
function centersIn(db: Queryable, viewer: Viewer, hearings: readonly ConsultationId[]) {
  const { consultationId, leftAt } = invitedCenter;
  const isOwn = eq(center.municipalityId, viewer.municipality.id);
  return db
    .select({
      consultationId,
      id: center.id,
      name: centerNameIn(consultationId),
      shortName: shortNameIn(consultationId),
    } satisfies Record<keyof Joint["centers"][number] | "consultationId", unknown>)
    .from(invitedCenter)
    .innerJoin(center, eq(center.id, invitedCenter.centerId))
    .where(and(inArray(consultationId, [...hearings]), isNull(leftAt), isOwn))
    .orderBy(asc(center.kind), asc(center.name));
}

function hearingAt(db: Queryable, place: Place): SQL | null {
  const { consultationId } = invitation;
  if ("consultationId" in place)
    return isId<ConsultationId>(place.consultationId) ? eq(consultationId, place.consultationId) : null;
  if ("attachmentId" in place) {
    if (!isId<AttachmentId>(place.attachmentId)) return null;
    const of = db.select({ id: attachment.consultationId }).from(attachment);
    return inArray(consultationId, of.where(eq(attachment.id, place.attachmentId)));
  }
  if ("letterId" in place)
    return isId<LetterId>(place.letterId)
      ? sql`${consultationId} = (select l.consultation_id from letter l where l.id = ${place.letterId})`
      : null;
  const of = db.select({ id: response.consultationId }).from(response);
  if ("responseId" in place)
    return isId<ResponseId>(place.responseId)
      ? inArray(consultationId, of.where(eq(response.id, place.responseId)))
      : null;
  return isId<DocumentId>(place.documentId)
    ? inArray(consultationId, of.where(eq(response.documentId, place.documentId)))
    : null;
}
