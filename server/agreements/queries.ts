import { and, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { countKinds, flatten } from "../../app/document-model/proposal";
import type { Queryable } from "../../db/client";
import { type ClauseId, isId, type SourceId, type SourceVersionId } from "../../db/ids";
import { clause, source, sourceVersion } from "../../db/schema";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { question } from "../once";
import { pageOf } from "../paging";
import { withPaths } from "./clause-rows";
import { asProposal } from "./lock";
import { mayCorrect } from "./rules";
import type { ClauseRow, Edition, ProposalPage, SourceSummary, SourcesPage, VersionHead, VersionPage } from "./shapes";

const HEAD = {
  id: sourceVersion.id,
  number: sourceVersion.number,
  minor: sourceVersion.minor,
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
  return and(eq(sourceVersion.id, versionId), ofMunicipality(viewer));
}

/** Sources by title, their newest version first. */
export function list(db: Queryable, viewer: Viewer): Promise<SourceSummary[]> {
  return summaries(db, ofMunicipality(viewer));
}

const SOURCES_PAGE = 25;

/** One page of them. */
export async function page(db: Queryable, viewer: Viewer, wanted: number): Promise<SourcesPage> {
  const all = await db
    .select({ id: source.id })
    .from(source)
    .where(ofMunicipality(viewer))
    .orderBy(source.title, source.id);
  const { shown, ...place } = pageOf(all, wanted, SOURCES_PAGE);
  const ids = shown.map(({ id }) => id);
  return { sources: ids.length > 0 ? await summaries(db, inArray(source.id, ids)) : [], ...place };
}

export async function one(db: Queryable, viewer: Viewer, sourceId: string): Promise<SourceSummary | null> {
  if (!isId<SourceId>(sourceId)) return null;
  const [found] = await summaries(db, and(eq(source.id, sourceId), ofMunicipality(viewer)));
  return found ?? null;
}

/** A guest has the source of the hearing they are in, and no other. [J12] */
function ofMunicipality({ municipality, guest }: Viewer): SQL | undefined {
  const ofHearing = sql`${source.id} = (select v.source_id from consultation c
    join source_version v on v.id = c.version_id where c.id = ${guest?.consultationId})`;
  return and(eq(source.municipalityId, municipality.id), guest ? ofHearing : undefined);
}

async function summaries(db: Queryable, which: SQL | undefined): Promise<SourceSummary[]> {
  const rows = await db
    .select({ ...HEAD, followsId: sourceVersion.followsId, clauses: kindCount("clause"), goals: kindCount("goal") })
    .from(source)
    .innerJoin(sourceVersion, eq(sourceVersion.sourceId, source.id))
    .where(which)
    .orderBy(source.title, source.id, desc(sourceVersion.number));
  const sources = new Map<string, SourceSummary>();
  for (const { source: of, clauses, goals, ...row } of rows) {
    const summary = sources.get(of.id) ?? { ...of, versions: [] };
    summary.versions.push({ ...asEdition(row), clauses, goals });
    sources.set(of.id, summary);
  }
  return [...sources.values()];
}

type EditionRow = Omit<Edition, "isAccepted"> & { acceptedAt: Date | null };

function asEdition({ id, number, minor, label, followsId, acceptedAt, createdAt }: EditionRow): Edition {
  return { id, number, minor, label, followsId, isAccepted: acceptedAt !== null, createdAt };
}

async function editionsOf(db: Queryable, sourceId: SourceId): Promise<Edition[]> {
  const { id, number, minor, label, followsId, acceptedAt, createdAt } = sourceVersion;
  const rows = await db
    .select({ id, number, minor, label, followsId, acceptedAt, createdAt })
    .from(sourceVersion)
    .where(eq(sourceVersion.sourceId, sourceId))
    .orderBy(desc(number));
  return rows.map(asEdition);
}

/** Of an accepted version its rows; of a proposal what it would become. */
function kindCount(kind: "clause" | "goal") {
  const path = `strict $.**.kind ? (@ == "${kind}")`;
  return sql<number>`case when ${sourceVersion.acceptedAt} is null
    then jsonb_array_length(jsonb_path_query_array(${sourceVersion.proposal}, ${path}::jsonpath))
    else (select count(*)::int from ${clause} where ${clause.versionId} = ${sourceVersion.id} and ${clause.kind} = ${kind}
      and ${clause.joinedIntoId} is null)
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

/** Its living clauses: what is joined to another is shown nowhere. [S21] */
export async function version(db: Queryable, viewer: Viewer, versionId: string): Promise<VersionPage> {
  const head = await headOf(db, viewer, versionId);
  if (!head.acceptedAt) throw new Refusal("conflict", "not-accepted-yet");
  const { id, parentId, depth, kind, number, heading, text, page } = clause;
  const rows = await db
    .select({ id, parentId, depth, kind, number, heading, text, page })
    .from(clause)
    .where(and(eq(clause.versionId, head.id), isNull(clause.joinedIntoId)))
    .orderBy(clause.position);
  return { version: head, clauses: withPaths(rows), editions: await editionsOf(db, head.source.id) };
}

/** The same without what is said of the version, in one statement; nothing of one that is not accepted, or none of the viewer's. */
export async function clauses(db: Queryable, viewer: Viewer, versionId: string): Promise<ClauseRow[]> {
  const { id, parentId, depth, kind, number, heading, text, page } = clause;
  const rows = await db
    .select({ id, parentId, depth, kind, number, heading, text, page })
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(and(ofTheViewer(viewer, versionId), isNotNull(sourceVersion.acceptedAt), isNull(clause.joinedIntoId)))
    .orderBy(clause.position);
  return withPaths(rows);
}

/** The clause that a correction has joined this one to; null for one that still stands, or is none of the viewer's. [S18] */
export async function joinedInto(db: Queryable, viewer: Viewer, clauseId: string): Promise<ClauseId | null> {
  if (!isId<ClauseId>(clauseId)) return null;
  const [row] = await db
    .select({ into: clause.joinedIntoId })
    .from(clause)
    .innerJoin(sourceVersion, eq(sourceVersion.id, clause.versionId))
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(and(eq(clause.id, clauseId), ofMunicipality(viewer)));
  return row?.into ?? null;
}

const headAsked = question<VersionHead>();

/** Around a page and in it. [Q29] */
export function head(db: Queryable, viewer: Viewer, versionId: string): Promise<VersionHead> {
  return headAsked(db, viewer, versionId, () => headOf(db, viewer, versionId));
}

export async function headOf(db: Queryable, viewer: Viewer, versionId: string): Promise<VersionHead> {
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
