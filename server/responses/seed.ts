import { type Link, type ResponseDocument, SCHEMA_VERSION } from "../../app/document-model/document";
import type { ClauseId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { ConsultationKind } from "../consultations/shapes";
import type { Head } from "../initiatives";
import { type AssessmentGround, assessmentBlocks } from "./seed-assessment";
import { heading, paragraph, type SeedBlock } from "./seed-blocks";
import { type FollowUpGround, followUpBlocks } from "./seed-follow-up";

/** What a fresh text is laid out by. */
export type SeedGround = AssessmentGround & FollowUpGround & { kind: ConsultationKind };

/** The text a response begins with: headings to write under, and the signature. Its title is no part of it. [H6] */
export function seedOf(ground: SeedGround, newBlockId: () => string): { text: ResponseDocument; heads: Head[] } {
  const links: Record<string, Link[]> = {};
  const found: Head[] = [];
  const blocks = blocksOf(ground).map(({ links: own, heads, ...block }) => {
    const id = newBlockId();
    if (own) links[id] = own;
    if (heads) found.push({ blockId: id, ...heads });
    return { ...block, id };
  });
  return { text: { schemaVersion: SCHEMA_VERSION, blocks, links }, heads: found };
}

function blocksOf(ground: SeedGround): SeedBlock[] {
  switch (ground.kind) {
    case "hearing":
      return hearingBlocks(ground);
    case "assessment":
      return assessmentBlocks(ground);
    case "follow-up":
      return followUpBlocks(ground);
  }
}

function hearingBlocks({ municipality, clauses, given }: SeedGround): SeedBlock[] {
  const assigned = new Set(given.map(({ clauseId }) => clauseId));
  const headed = topNodes(clauses).filter((node) => withinOf(node, clauses).some((one) => assigned.has(one.id)));
  return [
    heading(2, "Generelle bemærkninger"),
    paragraph(),
    ...headed.flatMap((node) => [heading(2, `Vedr. ${node.heading || node.number}`), paragraph()]),
    paragraph(`På vegne af ${municipality}`),
  ];
}

/** The top sections; a paper that is all inside one section is headed by the sections of that one. */
function topNodes(clauses: readonly ClauseRow[], parentId: ClauseId | null = null): ClauseRow[] {
  const top = clauses.filter((node) => node.parentId === parentId && node.kind !== "text");
  const [only, ...others] = top;
  const isShell = only?.kind === "section" && others.length === 0;
  const inside = isShell ? topNodes(clauses, only.id).filter((node) => node.heading) : [];
  return inside.length > 1 ? inside : top;
}

/** The node and all that stands below it: in reading order, that is what follows until its depth comes again. */
function withinOf(node: ClauseRow, clauses: readonly ClauseRow[]): ClauseRow[] {
  const start = clauses.indexOf(node);
  const end = clauses.findIndex((other, index) => index > start && other.depth <= node.depth);
  return clauses.slice(start, end === -1 ? undefined : end);
}
