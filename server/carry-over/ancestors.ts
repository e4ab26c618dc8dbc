import { sql } from "drizzle-orm";
import { type ClauseId, isId } from "../../db/ids";
import type { Viewer } from "../identity/viewer";
import { mayRead } from "../standing/rules";
import type { CarryOverDeps } from "./deps";

/** By decisions in force alone, and by what a correction joined. One statement, however long the line. [C14] */
export async function ancestors({ db }: CarryOverDeps, viewer: Viewer, clauseId: string): Promise<ClauseId[]> {
  if (!isId<ClauseId>(clauseId) || !mayRead(viewer)) return [];
  const rows = await db.execute<{ id: ClauseId }>(sql`
    with recursive line(id, step) as (
      select c.id, 0 from clause c
        join source_version v on v.id = c.version_id
        join source s on s.id = v.source_id
        where c.id = ${clauseId} and s.municipality_id = ${viewer.municipality.id}
      union
      select earlier.id, line.step + 1 from line cross join lateral (
        select o.from_clause_id as id from carry_over o where o.to_clause_id = line.id and o.undone_at is null
        union all
        select c.id from clause c where c.joined_into_id = line.id
      ) earlier
    )
    select line.id from line
      join clause c on c.id = line.id
      join source_version v on v.id = c.version_id
      group by line.id, v.number, c.position
      order by min(line.step), v.number desc, c.position`);
  return rows.map(({ id }) => id);
}
