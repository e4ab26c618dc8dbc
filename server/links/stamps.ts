import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { ConsultationId, MunicipalityId, SourceVersionId } from "../../db/ids";
import { consultation, projection, response, sourceVersion } from "../../db/schema";
import type { Viewer } from "../identity/viewer";
import { isSeenByAny } from "../standing";
import { lastOf } from "../standing/rules";
import { type Headed, handedIn } from "./queries";

/** Whoever asks, or a job that asks for a municipality. */
export type Home = Pick<Viewer, "guest"> & { municipality: { id: MunicipalityId } };

/** `stamp`: another one as soon as anything has changed that is counted in the hearing. [C32] */
export type Stamped = Headed & { versionId: SourceVersionId; stamp: string };

/**
 * Those of these hearings that one of these viewers sees, each with its stamp; one statement. The stamp is made of the rows
 * themselves, not of what commands say they have written: whoever writes them, at whichever node, need not know of it. (decision 0024)
 */
export async function stampsOf(
  db: Queryable,
  viewers: readonly Home[],
  ids: readonly ConsultationId[],
): Promise<Stamped[]> {
  const { id, kind, versionId } = consultation;
  const rows = await db
    .select({ id, kind, versionId, handed: handedIn, stamp: STAMP })
    .from(consultation)
    .innerJoin(sourceVersion, eq(sourceVersion.id, versionId))
    .leftJoin(response, eq(response.consultationId, id))
    .leftJoin(projection, eq(projection.documentId, response.documentId))
    .where(and(isSeenByAny(viewers), inArray(id, [...ids])));
  return rows.map(({ handed, ...row }) => ({ ...row, handedOver: lastOf(handed) }));
}

/** How many rows of a hearing, and all that is said in them, as one number: hashes of different rows in any order. */
function rowsOf(table: string, ...said: readonly string[]): SQL {
  const row = said.map((column) => `said.${column}`).join(" || ' ' || ");
  return sql.raw(`(select count(*) || '.' || coalesce(bit_xor(hashtextextended(${row}, 0)), 0)
    from ${table} said where said.consultation_id = consultation.id)`);
}

/**
 * What is counted: the source and its corrections, what was given, said, seen again and missed, whose the tasks of closed
 * centers are, and as far as which update the text was read for its rows, and by which transaction. What was said of goals is
 * only added to.
 */
const STAMP = sql<string>`md5(concat_ws(' ', ${consultation.kind}, ${sourceVersion.id}, ${sourceVersion.minor},
  ${rowsOf("assignment", "clause_id", "center_id", "deadline")},
  ${rowsOf("answer", "clause_id", "center_id", "answer")},
  ${rowsOf("second_look", "clause_id", "center_id")},
  ${rowsOf("missed_deadline", "clause_id", "center_id", "deadline")},
  ${rowsOf("center_handover", "center_id", "successor_id")},
  (select count(*) || '.' || coalesce(max(said.seq), 0) from goal_status said where said.consultation_id = consultation.id),
  ${response.documentId}, ${projection.epoch}, ${projection.seq}, projection.xmin::text))`;
