import { createHash } from "node:crypto";
import type { Database } from "../../db/client";
import { type ClauseId, newId, type SourceId, type SourceVersionId } from "../../db/ids";
import { clause, source, sourceVersion } from "../../db/schema";
import type { Town } from "./people";

type Kind = (typeof clause.$inferInsert)["kind"];
export type Sketch = [kind: Kind, heading: string, text: string, children?: Sketch[]];

/** A little agreement: two sections with two clauses each. */
const AGREEMENT: Sketch[] = [
  [
    "section",
    "Indlæggelse",
    "",
    [
      ["clause", "Besked", "Afdelingen giver besked."],
      ["clause", "Kontakt", "Kommunen har en kontaktperson."],
    ],
  ],
  [
    "section",
    "Udskrivning",
    "",
    [
      ["clause", "Varsling", "Der varsles tre dage før."],
      ["clause", "Plan", "Der aftales en plan."],
    ],
  ],
];

/** An accepted source, written straight into the tables; its clauses are found by their heading. */
export async function acceptedSource(db: Database, { id: municipalityId, people }: Town, sketches = AGREEMENT) {
  const by = people.tove.id;
  const at = new Date("2026-01-05T08:00:00Z");
  const sourceId = newId<SourceId>();
  const versionId = newId<SourceVersionId>();
  const made = { createdBy: by, createdAt: at };
  await db.insert(source).values({
    id: sourceId,
    municipalityId,
    title: "Samarbejdsaftale",
    kind: "agreement",
    publisher: "Regionen",
    ...made,
  });
  await db.insert(sourceVersion).values({
    id: versionId,
    sourceId,
    number: 1,
    label: "Udkast",
    fileName: "aftale.md",
    original: new Uint8Array([35]),
    originalSha256: sha256("#"),
    proposal: { nodes: [], warnings: [] },
    proposalHistory: [],
    acceptedAt: at,
    acceptedBy: by,
    ...made,
  });
  const rows = rowsOf(sketches, versionId).map((row, position) => ({ ...row, position }));
  await db.insert(clause).values(rows);
  const called = (heading: string): ClauseId => {
    const found = rows.find((row) => row.heading === heading);
    if (!found) throw new Error(`Expected a clause called ${heading}`);
    return found.id;
  };
  return { versionId, called };
}

function rowsOf(
  sketches: readonly Sketch[],
  versionId: SourceVersionId,
  parentId: ClauseId | null = null,
  depth = 0,
): Omit<typeof clause.$inferInsert, "position">[] {
  return sketches.flatMap(([kind, heading, text, children = []], index) => {
    const id = newId<ClauseId>();
    const row = { id, versionId, parentId, depth, kind, number: `${index + 1}`, heading, text };
    return [{ ...row, contentHash: sha256(text) }, ...rowsOf(children, versionId, id, depth + 1)];
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
