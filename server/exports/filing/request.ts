import { eq } from "drizzle-orm";
import { attachedWithCpr } from "../../../app/document-model/attached";
import { blocksWithCpr } from "../../../app/document-model/cpr";
import type { ResponseDocument } from "../../../app/document-model/document";
import type { Transaction } from "../../../db/client";
import { type FilingId, newId } from "../../../db/ids";
import { filing } from "../../../db/schema";
import { actorOf } from "../../audit";
import { documentIn } from "../../document-store";
import { notFound, Refusal } from "../../errors";
import { hasRole, type Viewer } from "../../identity/viewer";
import { parse } from "../../parse";
import { lockedMatterOfResponse, matterOfResponse } from "../../standing";
import { mayRead } from "../../standing/rules";
import type { ExportDeps } from "../deps";
import { makeFile } from "../make-file";
import { versionToExport } from "../queries";
import type { AdapterName, FilingMetadata } from "../shapes";
import { checkedMetadata } from "./checked";
import { Confirmations } from "./metadata";
import { approvedVersion, type Matter } from "./queries";

/**
 * Asks for the approved version to be filed: one filing per version, however often it is asked for. The files are made
 * first, so a text that cannot be exported is refused here and not in the night. [F1] [F7]
 */
export async function requestFiling(
  deps: ExportDeps,
  viewer: Viewer,
  responseId: string,
  form: unknown,
): Promise<FilingId> {
  if (!mayRead(viewer)) throw notFound();
  const matter = await matterOfResponse(deps.db, viewer, responseId);
  if (!hasRole(viewer, "case-officer")) throw new Refusal("forbidden", "case-officers-only");
  const approved = await approvedOrRefuse(deps.db, matter);
  const { cprReason } = parse(Confirmations, form);
  const about = { deadline: matter.consultation.deadline, version: approved.number };
  const metadata = await checkedMetadata(deps, viewer.municipality.id, form, about);
  const found = await versionToExport(deps.db, viewer.municipality.id, approved.versionId);
  const { places, ...cpr } = cprOf(documentIn(found.version));
  if (places.length > 0 && cprReason === "")
    throw new Refusal("invalid", "cpr-found", Object.fromEntries(places.map((id) => [id, "cpr-found"])));
  for (const kind of ["docx", "pdf"] as const) await makeFile(deps, actorOf(viewer), found, kind);
  const confirmed = places.length > 0 ? { cprReason, ...cpr } : {};
  const adapter = await deps.caseSystems.chosen(viewer.municipality.id);
  return deps.db.transaction((tx) => write(deps, tx, viewer, responseId, { approved, metadata, confirmed, adapter }));
}

/** In the text, and in what goes along with it. [F5] [F54] */
function cprOf(text: ResponseDocument) {
  const cprBlocks = blocksWithCpr(text);
  const cprAttached = attachedWithCpr(text).map(({ id }) => id);
  return { places: [...cprBlocks, ...cprAttached], cprBlocks, ...(cprAttached.length > 0 ? { cprAttached } : {}) };
}

type Request = {
  approved: NonNullable<Awaited<ReturnType<typeof approvedVersion>>>;
  metadata: FilingMetadata;
  confirmed: Record<string, unknown>;
  adapter: AdapterName;
};

/** The hearing is locked, so reopening comes before (and this is refused) or after (and the filing stays as it is). */
async function write(deps: ExportDeps, tx: Transaction, viewer: Viewer, responseId: string, request: Request) {
  const { versionId, sha256, number } = request.approved;
  const matter = await lockedMatterOfResponse(tx, viewer, responseId);
  const stands = await approvedOrRefuse(tx, matter);
  if (stands.versionId !== versionId) throw new Refusal("conflict", "not-approved");
  const id = newId<FilingId>();
  const row = {
    id,
    responseId: matter.response.id,
    versionId,
    adapter: request.adapter,
    metadata: request.metadata,
    state: "ready" as const,
    requestedBy: viewer.id,
    requestedAt: deps.clock.now(),
  };
  const written = await tx.insert(filing).values(row).onConflictDoNothing().returning({ id: filing.id });
  if (written.length === 0) return earlier(tx, versionId);
  await deps.jobs.enqueue(tx, "deliver-filing", { filingId: id }, { key: `deliver-filing:${id}` });
  const { caseNumber, kle, facet, deadline, lateReason } = request.metadata;
  await deps.audit.record(tx, actorOf(viewer), {
    event: "filing-requested",
    objectKind: "response",
    objectId: matter.response.id,
    data: {
      filingId: id,
      adapter: request.adapter,
      versionId,
      number,
      sha256,
      caseNumber,
      kle,
      facet,
      ...(lateReason === "" ? {} : { deadline, lateReason }),
      ...request.confirmed,
    },
  });
  return id;
}

async function approvedOrRefuse(db: Parameters<typeof approvedVersion>[0], matter: Matter) {
  const approved = await approvedVersion(db, matter);
  if (!approved) throw new Refusal("conflict", "not-approved");
  return approved;
}

async function earlier(tx: Transaction, versionId: Request["approved"]["versionId"]): Promise<FilingId> {
  const [found] = await tx.select({ id: filing.id }).from(filing).where(eq(filing.versionId, versionId));
  if (!found) throw new Error(`Expected a filing of version ${versionId}; found none.`);
  return found.id;
}
