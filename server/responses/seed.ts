import type { Block, Inline, ResponseDocument } from "../../app/document-model/document";
import type { ClauseId } from "../../db/ids";
import type { ClauseRow } from "../agreements/shapes";
import type { ConsultationKind } from "../consultations/shapes";

/** What a fresh text is laid out by. */
export type SeedGround = {
  kind: ConsultationKind;
  municipality: string;
  clauses: readonly ClauseRow[];
  assigned: readonly ClauseId[];
};

type BlockWithoutId = Omit<Block, "id">;

/** The text a response begins with: headings to write under, and the signature. Its title is no part of it. [H6] */
export function seedOf(ground: SeedGround, newBlockId: () => string): ResponseDocument {
  const blocks = ground.kind === "hearing" ? hearingBlocks(ground) : assessmentBlocks(ground);
  return { schemaVersion: 1, blocks: blocks.map((block) => ({ ...block, id: newBlockId() })), links: {} };
}

function hearingBlocks({ municipality, clauses, assigned }: SeedGround): BlockWithoutId[] {
  const headed = topNodes(clauses).filter((node) => withinOf(node, clauses).some((one) => assigned.includes(one.id)));
  return [
    heading(2, "Generelle bemærkninger"),
    paragraph(),
    ...headed.flatMap((node) => [heading(2, `Vedr. ${node.heading || node.number}`), paragraph()]),
    paragraph(`På vegne af ${municipality}`),
  ];
}

function assessmentBlocks({ municipality, clauses }: SeedGround): BlockWithoutId[] {
  const goalAreas = clauses.filter((node) => goalsOf(node, clauses).length > 0);
  const areas = clauses.filter((node) => node.kind === "area");
  const ofAreas = [
    heading(2, "Udviklingsområder"),
    ...areas.map((area) => block("bullet", 0, titleOf(area))),
    heading(3, `Hvordan arbejder ${municipality} aktuelt med udviklingsområderne?`),
    paragraph(),
  ];
  return [
    ...goalAreas.flatMap((node) => goalAreaBlocks(node, clauses, municipality)),
    ...(areas.length > 0 ? ofAreas : []),
    paragraph(`På vegne af ${municipality}`),
  ];
}

function goalAreaBlocks(node: ClauseRow, clauses: readonly ClauseRow[], municipality: string): BlockWithoutId[] {
  return [
    heading(2, titleOf(node)),
    ...goalsOf(node, clauses).map((goal) => block("quote", 0, goal.text || titleOf(goal))),
    heading(3, `Hvordan arbejder ${municipality} aktuelt med ${topicOf(titleOf(node))}?`),
    paragraph(),
  ];
}

/** The goals that stand directly under a section. */
function goalsOf(node: ClauseRow, clauses: readonly ClauseRow[]): ClauseRow[] {
  return node.kind === "section" ? clauses.filter((one) => one.kind === "goal" && one.parentId === node.id) : [];
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

function titleOf(node: ClauseRow): string {
  return node.heading || node.text || node.number;
}

/** "KKR-mål for unges sundhed" asks about "unges sundhed"; an abbreviation keeps its capitals. */
function topicOf(title: string): string {
  const topic = title.replace(/^(?:kkr-)?mål\s*(?:for|om|:)\s*/i, "").replace(/[:.?\s]+$/, "");
  return /^\p{Lu}\p{Ll}/u.test(topic) ? topic.charAt(0).toLowerCase() + topic.slice(1) : topic;
}

function heading(level: number, text: string): BlockWithoutId {
  return block("heading", level, text);
}

function paragraph(text = ""): BlockWithoutId {
  return block("paragraph", 0, text);
}

function block(kind: Block["kind"], level: number, text: string): BlockWithoutId {
  const content: Inline[] = text ? [{ text }] : [];
  return { type: "block", kind, level, content };
}
