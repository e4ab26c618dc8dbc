import { createHash } from "node:crypto";
import { flatten, type ProposalNode } from "../../app/document-model/proposal";
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
  return { sourceId, versionId, called: among(rows) };
}

/** The source's next version, read and not yet accepted; what will be its clauses are found by their heading. */
export async function proposedVersion(
  db: Database,
  { people }: Town,
  sourceId: SourceId,
  { number, sketches }: { number: number; sketches: Sketch[] },
) {
  const id = newId<SourceVersionId>();
  const nodes = sketches.map(nodeOf);
  await db.insert(sourceVersion).values({
    id,
    sourceId,
    number,
    label: `Version ${number}`,
    fileName: `aftale-${number}.md`,
    original: new Uint8Array([35]),
    originalSha256: sha256("#"),
    proposal: { nodes, warnings: [] },
    proposalHistory: [],
    createdBy: people.tove.id,
    createdAt: new Date("2026-02-05T08:00:00Z"),
  });
  // A node's id becomes the clause's. [S1]
  return { versionId: id, called: among(flatten(nodes).map((node) => ({ ...node, id: node.id as ClauseId }))) };
}

function nodeOf([kind, heading, text, children = []]: Sketch, index: number): ProposalNode {
  const node = { id: newId(), kind, number: `${index + 1}`, heading, text, page: null, warnings: [] };
  return { ...node, children: children.map(nodeOf) };
}

function among(rows: readonly { id: ClauseId; heading: string }[]) {
  return (heading: string): ClauseId => {
    const found = rows.find((row) => row.heading === heading);
    if (!found) throw new Error(`Expected a clause called ${heading}`);
    return found.id;
  };
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
    return [{ ...row, contentHash: sha256(`${heading}\n${text}`) }, ...rowsOf(children, versionId, id, depth + 1)];
  });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
