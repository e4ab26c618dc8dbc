import { and, desc, eq, isNotNull, lt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "../../db/client";
import type { ClauseId, SourceVersionId } from "../../db/ids";
import { clause, sourceVersion } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { sha256 } from "../sha256";
import { contentOf, type Draft, draftsOf, hasTarget } from "./clause-rows";
import type { AgreementDeps } from "./deps";
import { AcceptForm } from "./forms";
import { lockVersion } from "./lock";
import { mayCorrect } from "./rules";

/** PostgreSQL takes 65,535 values in a statement; a row has eleven. */
const ROWS_AT_ONCE = 5000;

/** Makes the tree the version's clauses, once: a second click, or a second person, finds it done. [S1] [S4] */
export async function accept(deps: AgreementDeps, viewer: Viewer, versionId: string, form: unknown): Promise<void> {
  const revision = parse(AcceptForm, form)?.revision;
  await deps.db.transaction(async (tx) => {
    const version = await lockVersion(tx, viewer, versionId);
    if (!mayCorrect(viewer)) throw new Refusal("forbidden", "coordinators-only");
    if (version.acceptedAt) return;
    if (revision !== undefined && revision !== version.revision) throw new Refusal("conflict", "proposal-moved-on");
    const drafts = draftsOf(version.proposal);
    if (!hasTarget(drafts)) throw new Refusal("conflict", "nothing-to-comment-on");
    await insertClauses(tx, version.id, drafts);
    const accepted = { acceptedAt: deps.clock.now(), acceptedBy: viewer.id };
    const followsId = await acceptedBefore(tx, version.id);
    await tx
      .update(sourceVersion)
      .set({ ...accepted, followsId })
      .where(eq(sourceVersion.id, version.id));
    await deps.onAccepted?.(tx, viewer, version.id);
    await deps.audit.record(tx, actorOf(viewer), {
      event: "source-accepted",
      objectKind: "source-version",
      objectId: version.id,
      data: { revision: version.revision, clauses: drafts.length },
    });
  });
}

/** The newest accepted version of the same source with a lower number. */
async function acceptedBefore(tx: Transaction, versionId: SourceVersionId): Promise<SourceVersionId | null> {
  const own = alias(sourceVersion, "own");
  const [before] = await tx
    .select({ id: sourceVersion.id })
    .from(sourceVersion)
    .innerJoin(own, and(eq(own.sourceId, sourceVersion.sourceId), lt(sourceVersion.number, own.number)))
    .where(and(eq(own.id, versionId), isNotNull(sourceVersion.acceptedAt)))
    .orderBy(desc(sourceVersion.number))
    .limit(1);
  return before?.id ?? null;
}

async function insertClauses(tx: Transaction, versionId: SourceVersionId, drafts: readonly Draft[]): Promise<void> {
  for (let start = 0; start < drafts.length; start += ROWS_AT_ONCE) {
    const rows = drafts.slice(start, start + ROWS_AT_ONCE).map((draft) => ({
      ...draft,
      versionId,
      // A node's id was made by newId() when the paper was read; here it becomes the clause's. [S1]
      id: draft.id as ClauseId,
      parentId: draft.parentId as ClauseId | null,
      contentHash: sha256(contentOf(draft)),
    }));
    await tx.insert(clause).values(rows);
  }
}
