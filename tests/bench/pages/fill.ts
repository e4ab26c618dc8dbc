import type { Sql } from "postgres";
import { chance } from "./chance";
import { hearings } from "./hearings";
import { rowsInto } from "./rows";
import type { Hearing } from "./shapes";
import { type Sources, sources } from "./sources";
import { shareOf, TOWNS, type Town, town } from "./towns";
import { notices, trail } from "./trail";

export type Filled = { town: Town; sources: Sources; hearings: Hearing[] };

const HEARINGS = 5000;
const SEED = 8;

/**
 * 29 municipalities with ten years of hearings, 100 paragraphs and 200 links each. Straight into the tables without
 * triggers, as the commands and projections would have left them; what is searched is made anew at the end. Answers the
 * fullest municipality. `scale` is a part of the hearings.
 */
export async function fill(sql: Sql, scale: number): Promise<Filled> {
  const own = await sql.reserve();
  try {
    await own`set session_replication_role = replica`;
    await own`set synchronous_commit = off`;
    await own`set maintenance_work_mem = '256MB'`;
    const rows = rowsInto(own);
    const draw = chance(SEED);
    const filled: Filled[] = [];
    for (let index = 0; index < TOWNS; index += 1) {
      const here = await town(rows, draw, index);
      const count = Math.max(8, Math.round(HEARINGS * scale * shareOf(index)));
      const of = await sources(rows, draw, here, count);
      const made = await hearings(rows, draw, { town: here, sources: of, count });
      await trail(rows, here, made.hearings);
      await notices(rows, draw, here, made.hearings);
      filled.push({ town: here, sources: of, hearings: made.hearings });
    }
    await rows.flush();
    await own`drop index search_entry_terms, search_word_near`;
    await own`select search_rebuild()`;
    await own`create index search_entry_terms on search_entry using gin (terms) with (fastupdate = false)`;
    await own`create index search_word_near on search_word using gin (translate(word, 'æøå', '012') gin_trgm_ops) with (fastupdate = false)`;
    await own.unsafe("vacuum analyze");
    const [fullest] = filled;
    if (!fullest) throw new Error("Expected a municipality to be filled.");
    return fullest;
  } finally {
    own.release();
  }
}
