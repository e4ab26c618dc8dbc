import type { ClauseId, SourceVersionId } from "../../../db/ids";
import { sha256 } from "../../../server/sha256";
import { at, type Chance } from "./chance";
import type { Rows } from "./rows";
import type { Town } from "./towns";

export type Version = { id: SourceVersionId; clauses: ClauseId[] };
/** A source's versions, the oldest first. */
export type Line = { kind: "agreement" | "goal-paper"; versions: Version[] };

export type Sources = { large: Line; middle: Line; goals: Line; long: Line; others: Line[] };

const YEARS = 10;
const YEAR_DAYS = 365;

/**
 * A town's sources: one of 400 clauses, one of 60, goals in three versions, one agreement that had a version each year, and
 * for every four hearings a source of its own with a draft and its final version.
 */
export async function sources(rows: Rows, draw: Chance, town: Town, hearings: number): Promise<Sources> {
  const make = (shape: Shape) => line(rows, draw, town, shape);
  const [draft, final] = [4 * YEAR_DAYS, 2 * YEAR_DAYS];
  const others: Line[] = [];
  for (let nth = 0; nth < Math.ceil(hearings / 4); nth += 1)
    others.push(await make({ kind: "agreement", sections: 5, perSection: 6, ages: [draft, final] }));
  return {
    large: await make({ kind: "agreement", sections: 20, perSection: 20, ages: [YEAR_DAYS] }),
    middle: await make({ kind: "agreement", sections: 10, perSection: 6, ages: [YEAR_DAYS] }),
    goals: await make({ kind: "goal-paper", sections: 4, perSection: 6, ages: [10, 6, 2].map((y) => y * YEAR_DAYS) }),
    long: await make({ kind: "agreement", sections: 5, perSection: 6, ages: yearly() }),
    others,
  };
}

function yearly(): number[] {
  return Array.from({ length: YEARS }, (_, year) => (YEARS - year) * YEAR_DAYS);
}

type Shape = Pick<Line, "kind"> & { sections: number; perSection: number; ages: readonly number[] };

async function line(rows: Rows, draw: Chance, town: Town, shape: Shape): Promise<Line> {
  const id = draw.id();
  const [first = 0] = shape.ages;
  await rows.add("source", {
    ...{ id, municipality_id: town.id, title: draw.title(), kind: shape.kind, publisher: "Region Eksempel" },
    ...{ created_by: town.coordinator, created_at: at(-first) },
  });
  const versions: Version[] = [];
  for (const [index, age] of shape.ages.entries()) {
    const version = { id: draw.id<SourceVersionId>(), clauses: [] as ClauseId[] };
    const before = versions.at(-1);
    await rows.add("source_version", {
      ...{ id: version.id, source_id: id, number: index + 1, minor: 0, follows_id: before?.id ?? null },
      ...{ label: `Udgave ${index + 1}`, file_name: "aftale.md", original: "\\x61", original_sha256: sha256("a") },
      ...{ proposal: {}, proposal_history: [], revision: 0, accepted_at: at(-age), accepted_by: town.coordinator },
      ...{ created_by: town.coordinator, created_at: at(-age) },
    });
    version.clauses = await clauses(rows, draw, version.id, shape);
    if (before) await carried(rows, draw, { before, version, age, by: town.coordinator });
    versions.push(version);
  }
  return { kind: shape.kind, versions };
}

async function clauses(rows: Rows, draw: Chance, version: SourceVersionId, shape: Shape): Promise<ClauseId[]> {
  const made: ClauseId[] = [];
  let position = 0;
  const add = async (parent: ClauseId | null, kind: string, number: string) => {
    const id = draw.id<ClauseId>();
    const heading = draw.title();
    const text = parent ? `${draw.sentence()} ${draw.sentence()} ${draw.sentence()}` : "";
    await rows.add("clause", {
      ...{ id, version_id: version, parent_id: parent, position: position++, depth: parent ? 1 : 0, kind },
      ...{ number, heading, text, content_hash: sha256(`${heading}\n${text}`) },
    });
    return id;
  };
  const leaf = shape.kind === "goal-paper" ? "goal" : "clause";
  for (let section = 1; section <= shape.sections; section += 1) {
    const over = await add(null, "section", String(section));
    for (let nth = 1; nth <= shape.perSection; nth += 1) made.push(await add(over, leaf, `${section}.${nth}`));
  }
  return made;
}

type Step = { before: Version; version: Version; age: number; by: string };

/** Each clause is the one in its place; every fourth was reworded, and somebody has said so. */
async function carried(rows: Rows, draw: Chance, { before, version, age, by }: Step): Promise<void> {
  for (const [index, from] of before.clauses.entries())
    await rows.add("carry_over", {
      ...{ id: draw.id(), from_version_id: before.id, to_version_id: version.id },
      ...{ from_clause_id: from, to_clause_id: version.clauses[index] },
      ...{ change: index % 4 === 3 ? "reworded" : "unchanged", decided_by: index % 4 === 3 ? by : null },
      decided_at: at(-age),
    });
}
