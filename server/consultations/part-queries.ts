import { desc, eq, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../../db/client";
import type { CenterId, ConsultationId, ResponseId } from "../../db/ids";
import {
  assignment,
  center,
  givenSection,
  goalStatus,
  paragraph,
  paragraphLink,
  response,
  signOff,
  signOffLapse,
} from "../../db/schema";
import type { FrontPage } from "./front/shapes";

export type WaitingPart = { consultationId: ConsultationId; centerId: CenterId };

/**
 * Parts with text, or with the status of a goal, that wait for one of these centers' manager: never signed off, lapsed and
 * told so, or written in since they were sent back. By the rows, as one look at many hearings is; the part's own page reads the text. [H8]
 */
export async function waitingParts(
  db: Queryable,
  consultationIds: readonly ConsultationId[],
  centerIds: readonly CenterId[],
): Promise<WaitingPart[]> {
  if (consultationIds.length === 0 || centerIds.length === 0) return [];
  const rows = await db.execute<WaitingPart>(sql`
    select ${response.consultationId} as "consultationId", ${center.id} as "centerId"
    from ${response}
    join document on document.id = ${response.documentId}
    join ${center} on ${center.id} in (${listed(centerIds)})
    left join lateral (
      select said.id, said.decision, said.seq, said.at from ${signOff} said
      where said.response_id = ${response.id} and said.center_id = ${center.id} order by said.number desc limit 1
    ) newest on true
    where ${response.consultationId} in (${listed(consultationIds)})
      and exists (select 1 from ${assignment} where ${assignment.consultationId} = ${response.consultationId}
        and ${assignment.centerId} = ${center.id})
      and (newest.id is not null or ${hasWords()} or ${hasStatus()} or exists (select 1 from ${givenSection} where ${givenSection.responseId} = ${response.id}
        and ${givenSection.centerId} = ${center.id}))
      and case newest.decision
        when 'signed' then exists (select 1 from sign_off_lapse where sign_off_lapse.sign_off_id = newest.id)
        when 'returned' then document.head_seq > newest.seq or ${hasStatus(sql`newest.at`)}
          or ${hasFigures(sql`newest.at`)}
        else true end`);
  return [...rows];
}

/** How each center's part stands, by the rows; "waits": it has text, and its manager has said nothing yet. [H41] */
export async function partStates(
  db: Queryable,
  consultationId: ConsultationId,
  responseId: ResponseId,
  centerIds: readonly CenterId[],
): Promise<FrontPage["parts"]> {
  const said = await db
    .selectDistinctOn([signOff.centerId], {
      centerId: signOff.centerId,
      decision: signOff.decision,
      lapsedAt: signOffLapse.toldAt,
    })
    .from(signOff)
    .leftJoin(signOffLapse, eq(signOffLapse.signOffId, signOff.id))
    .where(eq(signOff.responseId, responseId))
    .orderBy(signOff.centerId, desc(signOff.number));
  const waiting = await waitingParts(db, [consultationId], centerIds);
  return centerIds.map((centerId) => {
    const last = said.find((one) => one.centerId === centerId);
    if (last) return { centerId, state: last.lapsedAt ? "lapsed" : last.decision };
    return { centerId, state: waiting.some((one) => one.centerId === centerId) ? "waits" : "none" };
  });
}

function hasWords(): SQL {
  return sql`exists (select 1 from ${paragraphLink} join ${paragraph} on ${paragraph.documentId} = ${paragraphLink.documentId}
    and ${paragraph.blockId} = ${paragraphLink.blockId}
    where ${paragraphLink.documentId} = ${response.documentId} and ${paragraphLink.centerId} = ${center.id}
      and ${paragraph.text} ~ '\\S')`;
}

/** The center has said how far it is with a goal, there and since. [M3] */
function hasStatus(since: SQL = sql`'-infinity'`): SQL {
  return sql`exists (select 1 from ${goalStatus} where ${goalStatus.consultationId} = ${response.consultationId}
    and ${goalStatus.centerId} = ${center.id} and ${goalStatus.setAt} > ${since})`;
}

/** Somebody has counted something for one of the center's initiatives on the source of that follow-up. [M23] */
export function hasFigures(since: SQL, centerId: SQL | typeof center.id = center.id): SQL {
  return sql`exists (select from indicator_value said
    join indicator on indicator.id = said.indicator_id
    join initiative on initiative.id = indicator.initiative_id
    join clause on clause.id = initiative.clause_id
    join source_version of_goal on of_goal.id = clause.version_id
    join source_version here on here.source_id = of_goal.source_id
    join consultation about on about.version_id = here.id and about.kind = 'follow-up'
    where about.id = ${response.consultationId} and initiative.center_id = ${centerId} and said.set_at > ${since})`;
}

function listed(ids: readonly string[]): SQL {
  return sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
}
