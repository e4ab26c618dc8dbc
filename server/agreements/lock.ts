import { and, eq } from "drizzle-orm";
import type { Change } from "../../app/document-model/correction/history";
import type { Proposal } from "../../app/document-model/proposal";
import type { Transaction } from "../../db/client";
import { isId, type SourceVersionId } from "../../db/ids";
import { source, sourceVersion } from "../../db/schema";
import { notFound } from "../errors";
import type { Viewer } from "../identity/viewer";

export type LockedVersion = {
  id: SourceVersionId;
  revision: number;
  minor: number;
  acceptedAt: Date | null;
  proposal: Proposal;
  history: Change[];
};

/** The version's tree under its row's lock: corrections of one paper are made one after the other. */
export async function lockVersion(tx: Transaction, viewer: Viewer, versionId: string): Promise<LockedVersion> {
  if (!isId<SourceVersionId>(versionId)) throw notFound();
  const ofTheViewer = and(eq(sourceVersion.id, versionId), eq(source.municipalityId, viewer.municipality.id));
  const [row] = await tx
    .select({
      id: sourceVersion.id,
      revision: sourceVersion.revision,
      minor: sourceVersion.minor,
      acceptedAt: sourceVersion.acceptedAt,
      proposal: sourceVersion.proposal,
      history: sourceVersion.proposalHistory,
    })
    .from(sourceVersion)
    .innerJoin(source, eq(source.id, sourceVersion.sourceId))
    .where(ofTheViewer)
    .for("no key update", { of: sourceVersion });
  if (!row) throw notFound();
  return { ...row, proposal: asProposal(row.proposal), history: asHistory(row.history) };
}

/** The column is written by this module alone, always a Proposal; the look is for whoever restores a database by hand. */
export function asProposal(stored: unknown): Proposal {
  const isTree = typeof stored === "object" && stored !== null && "nodes" in stored && Array.isArray(stored.nodes);
  if (!isTree) throw new Error("Expected source_version.proposal to hold a tree with nodes; it does not.");
  return stored as Proposal;
}

function asHistory(stored: unknown): Change[] {
  if (!Array.isArray(stored)) throw new Error("Expected source_version.proposal_history to hold a list; it does not.");
  return stored as Change[];
}
