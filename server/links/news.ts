import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import { type ConsultationId, isId } from "../../db/ids";
import { auditEntry, consultation, projection, response } from "../../db/schema";
import { danishDay } from "../clock";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { mayRead } from "../standing/rules";
import { coverage } from "./coverage";
import type { LinkDeps } from "./deps";
import type { CoverageCell, CoverageNews, CoveragePage } from "./shapes";

/**
 * For a page that asks every second. A stamp has two parts: how much has been written, which one small query tells, and
 * what coverage looked like. People who type change the first all the time and the second seldom. [C8]
 */
export async function coverageSince(
  deps: LinkDeps,
  viewer: Viewer,
  consultationId: string,
  stamp: string | null,
): Promise<CoverageNews> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const now = deps.clock.now();
  // Read before coverage is: what is written in between makes the next question look again.
  const written = await writtenSoFar(deps.db, viewer, consultationId, danishDay(now));
  const [writtenThen, lookThen] = (stamp ?? "").split("~");
  if (lookThen && writtenThen === written)
    return { stamp: `${written}~${lookThen}`, at: now.toISOString(), page: null };
  // Whoever only watches waits for the job, which is a second behind: a long text is not read once for each of them. [J2]
  const page = await coverage(deps, viewer, consultationId, { isAsRead: stamp !== null });
  const look = lookOf(page);
  return { stamp: `${written}~${look}`, at: page.at, page: look === lookThen ? null : page };
}

/** Every command has its entry in the audit trail [U2]; how far the text has been read for the rows is known; and days pass. */
async function writtenSoFar(db: Queryable, viewer: Viewer, id: string, today: string): Promise<string> {
  const { municipality } = viewer;
  const isOurs = eq(consultation.municipalityId, municipality.id);
  const [row] = isId<ConsultationId>(id)
    ? await db
        .select({
          entries: sql<string>`(select max(${auditEntry.seq}) from ${auditEntry}
            where ${auditEntry.municipalityId} = ${municipality.id})`,
          epoch: projection.epoch,
          seq: projection.seq,
        })
        .from(consultation)
        .leftJoin(response, eq(response.consultationId, consultation.id))
        .leftJoin(projection, eq(projection.documentId, response.documentId))
        .where(and(eq(consultation.id, id), isOurs))
    : [];
  if (!row) throw notFound();
  return [row.entries ?? 0, row.epoch ?? 0, row.seq ?? 0, today].join(".");
}

function lookOf({ at: _, cells, ...page }: CoveragePage): string {
  let look = JSON.stringify(page);
  for (const cell of cells) look += lookOfCell(cell);
  return createHash("sha256").update(look).digest("base64url").slice(0, 16);
}

/** All that a cell says, without the names of what says it: thousands of them are compared each second. */
function lookOfCell(cell: CoverageCell): string {
  const { clauseId, centerId, state, goal, deadline, blockIds } = cell;
  const { isLate, cameLate, isPressing, isHole, mayAnswer } = cell;
  const marks = +isLate + 2 * +cameLate + 4 * +isPressing + 8 * +isHole + 16 * +mayAnswer;
  const due = deadline ? `${deadline.day} ${deadline.daysLeft}` : "";
  const linked = blockIds.length > 0 ? blockIds.join() : "";
  return `\n${clauseId} ${centerId} ${state} ${marks} ${due} ${linked} ${goal ? JSON.stringify(goal) : ""}`;
}
