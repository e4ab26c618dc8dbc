import { and, desc, eq, sql } from "drizzle-orm";
import { flatten } from "../../app/document-model/proposal";
import type { Queryable } from "../../db/client";
import { isId, type SourceVersionId } from "../../db/ids";
import { clause, source, sourceVersion } from "../../db/schema";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { withPaths } from "./clause-rows";
import { asProposal } from "./lock";
import { countKinds, mayCorrect } from "./rules";
import type { ProposalPage, SourceSummary, VersionHead, VersionPage } from "./shapes";

const HEAD = {
  id: sourceVersion.id,
  number: sourceVersion.number,
  label: sourceVersion.label,
  fileName: sourceVersion.fileName,
  sha256: sourceVersion.originalSha256,
  createdAt: sourceVersion.createdAt,
  acceptedAt: sourceVersion.acceptedAt,
  source: { id: source.id, title: source.title, kind: source.kind, publisher: source.publisher },
};

/** Only this viewer's municipality; an id that is none is as unknown as a foreign one. */
function ofTheViewer(viewer: Viewer, versionId: string) {
  if (!isId<SourceVersionId>(versionId)) throw notFound();
  return and(eq(sourceVersion.id, versionId), eq(source.municipalityId, viewer.municipality.id));
}

/** Sources by title, their newest version first. */
export async function list(db: Queryable, viewer: Viewer): Promise<SourceSummary[]> {
  const rows = await db
    .select({ ...HEAD, clauses: kindCount("clause"), goals: kindCount("goal") })
    .from(source)
    .innerJoin(sourceVersion, eq(sourceVersion.sourceId, source.id))
    .where(eq(source.municipalityId, viewer.municipality.id))
    .orderBy(source.title, source.id, desc(sourceVersion.number));
  const sources = new Map<string, SourceSummary>();
  for (const { source: of, id, number, label, createdAt, acceptedAt, clauses, goals } of rows) {
    const summary = sources.get(of.id) ?? { ...of, versions: [] };
    summary.versions.push({ id, number, label, isAccepted: acceptedAt !== null, clauses, goals, createdAt });
    sources.set(of.id, summary);
  }
  return [...sources.values()];
}

/** Of an accepted version its rows; of a proposal what it would become. */
function kindCount(kind: "clause" | "goal") {
  const path = `strict $.**.kind ? (@ == "${kind}")`;
  return sql<number>`case when ${sourceVersion.acceptedAt} is null
    then jsonb_array_length(jsonb_path_query_array(${sourceVersion.proposal}, ${path}::jsonpath))
    else (select count(*)::int from ${clause} where ${clause.versionId} = ${sourceVersion.id} and ${clause.kind} = ${kind})
    end`;
}

export async function proposal(db: Queryable, viewer: Viewer, versionId: string): Promise<ProposalPage> {
  const [row] = await db
    .select({
      ...HEAD,
      revision: sourceVersion.revision,
      proposal: sourceVersion.proposal,
      steps: sql<number>`jsonb_array_length(${sourceVersion.proposalHistory})`,
    })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(ofTheViewer(viewer, versionId));
  if (!row) throw notFound();
  const { revision, steps, proposal: stored, ...version } = row;
  const tree = asProposal(stored);
  const nodes = flatten(tree.nodes);
  const correct = mayCorrect(viewer) && version.acceptedAt === null;
  const canUndo = correct && steps > 0;
  return { version, revision, nodes, warnings: tree.warnings, canUndo, counts: countKinds(nodes), can: { correct } };
}

export async function version(db: Queryable, viewer: Viewer, versionId: string): Promise<VersionPage> {
  const head = await headOf(db, viewer, versionId);
  if (!head.acceptedAt) throw new Refusal("conflict", "not-accepted-yet");
  const { id, parentId, depth, kind, number, heading, text } = clause;
  const rows = await db
    .select({ id, parentId, depth, kind, number, heading, text })
    .from(clause)
    .where(eq(clause.versionId, head.id))
    .orderBy(clause.position);
  return { version: head, clauses: withPaths(rows) };
}

async function headOf(db: Queryable, viewer: Viewer, versionId: string): Promise<VersionHead> {
  const [head] = await db
    .select(HEAD)
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(ofTheViewer(viewer, versionId));
  if (!head) throw notFound();
  return head;
}

/** The bytes as they came. */
export async function original(db: Queryable, viewer: Viewer, versionId: string) {
  const [row] = await db
    .select({
      fileName: sourceVersion.fileName,
      bytes: sourceVersion.original,
      sha256: sourceVersion.originalSha256,
    })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(ofTheViewer(viewer, versionId));
  if (!row) throw notFound();
  return row;
}
