import { isTarget, type Proposal, type ProposalNode } from "../../app/document-model/proposal";
import type { ClauseRow } from "./shapes";

/** An accepted tree as rows, and rows as pages read them. Pure. */
export type Draft = {
  id: string;
  parentId: string | null;
  position: number;
  depth: number;
  kind: ClauseRow["kind"];
  number: string;
  heading: string;
  text: string;
  page: number | null;
};

/** Every node but the ignored ones, in reading order. What stood under an ignored node stands under the one above it. */
export function draftsOf(proposal: Proposal): Draft[] {
  const drafts: Draft[] = [];
  const take = (node: ProposalNode, parentId: string | null, depth: number): void => {
    const { id, kind, number, heading, children } = node;
    const isKept = kind !== "ignored";
    if (isKept) {
      const words = { number: number.trim(), heading: heading.trim(), text: node.text.trim() };
      drafts.push({ id, parentId, position: drafts.length, depth, kind, ...words, page: node.page ?? null });
    }
    for (const child of children) take(child, isKept ? id : parentId, isKept ? depth + 1 : depth);
  };
  for (const node of proposal.nodes) take(node, null, 0);
  return drafts;
}

/** Whether anything is left that one can comment on. */
export function hasTarget(drafts: readonly Draft[]): boolean {
  return drafts.some(isTarget);
}

/** The words whose sameness means the clause is unchanged. Its number is not among them: a clause may be renumbered. */
export function contentOf({ heading, text }: Draft): string {
  return `${heading.replace(/\s+/g, " ")}\n${text.replace(/\s+/g, " ")}`;
}

const PATH_HEADING = 70;
/** What people call a node without number and heading, with its place among its like. */
const UNNAMED = { section: "afsnit", clause: "punkt", goal: "mål", area: "udviklingsområde", text: "tekst" } as const;

/** Adds the readable way: "3 Udskrivning › 3.2", "KKR-mål om … › mål 2". Rows come in reading order. */
export function withPaths(rows: readonly Omit<ClauseRow, "path">[]): ClauseRow[] {
  const paths = new Map<string, string>();
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = `${row.parentId ?? ""} ${row.kind}`;
    const place = (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    const above = row.parentId ? paths.get(row.parentId) : undefined;
    const path = [above, nameOf(row, place)].filter((part) => part !== undefined).join(" › ");
    paths.set(row.id, path);
    return { ...row, path };
  });
}

function nameOf({ kind, number, heading }: Omit<ClauseRow, "path">, place: number): string {
  const name = [number, shortened(heading)].filter((part) => part !== "").join(" ");
  return name || `${UNNAMED[kind]} ${place}`;
}

function shortened(heading: string): string {
  if (heading.length <= PATH_HEADING) return heading;
  const cut = heading.slice(0, PATH_HEADING);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 20)).trimEnd()} …`;
}
