import { eq } from "drizzle-orm";
import type { Transaction } from "../../db/client";
import { consultation } from "../../db/schema";
import { actorOf } from "../audit";
import { Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { parse } from "../parse";
import { lockedMatterOfConsultation, type Matter } from "../standing";
import { isCoordinator, mayRead, rightsOf } from "../standing/rules";
import type { ConsultationDeps } from "./deps";
import { VersionForm } from "./forms";
import { descendantsOf, numberOf } from "./newer";

/** Moves the hearing to a later version; what was said and given stays where it is, and is read by what that has become. [C16] */
export async function follow(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const { versionId } = parseFor(viewer, form);
  const documentId = await deps.db.transaction(async (tx) => {
    const { consultation: hearing, response } = await lockedMatter(tx, viewer, consultationId);
    if (hearing.versionId === versionId) return null;
    const found = await descendant(tx, hearing, versionId);
    await tx.update(consultation).set({ versionId: found.versionId }).where(eq(consultation.id, hearing.id));
    await record(deps, tx, viewer, "hearing-moved", hearing, found.versionId);
    if (response) await deps.onPartsChanged?.(tx, response.documentId);
    return response?.documentId;
  });
  // The text stands, but its page shows another source now.
  if (documentId) deps.onDocumentChanged?.(documentId);
}

/** Leaves the hearing where it is, whatever that version and those before it say. [C16] */
export async function stay(deps: ConsultationDeps, viewer: Viewer, consultationId: string, form: unknown) {
  const { versionId } = parseFor(viewer, form);
  await deps.db.transaction(async (tx) => {
    const { consultation: hearing } = await lockedMatter(tx, viewer, consultationId);
    const found = await descendant(tx, hearing, versionId);
    if (found.number <= (await numberOf(tx, hearing.staysBeforeId))) return;
    const staysBeforeId = found.versionId;
    await tx.update(consultation).set({ staysBeforeId }).where(eq(consultation.id, hearing.id));
    await record(deps, tx, viewer, "hearing-stays", hearing, staysBeforeId);
  });
}

function parseFor(viewer: Viewer, form: unknown) {
  if (!mayRead(viewer) || !isCoordinator(viewer)) throw new Refusal("forbidden", "coordinators-only");
  return parse(VersionForm, form);
}

/** Under the hearing's lock, so that it is not sent for approval meanwhile. [A6] */
async function lockedMatter(tx: Transaction, viewer: Viewer, consultationId: string): Promise<Matter> {
  const matter = await lockedMatterOfConsultation(tx, viewer, consultationId);
  if (!rightsOf(viewer, matter.standing).assign) throw new Refusal("conflict", "approved");
  return matter;
}

async function descendant(tx: Transaction, hearing: Matter["consultation"], versionId: string) {
  const found = (await descendantsOf(tx, hearing.versionId)).find((one) => one.versionId === versionId);
  if (!found) throw new Refusal("conflict", "no-such-version");
  return found;
}

function record(
  { audit }: ConsultationDeps,
  tx: Transaction,
  viewer: Viewer,
  event: "hearing-moved" | "hearing-stays",
  { id, versionId: from }: Matter["consultation"],
  to: string,
) {
  const data = { from, to };
  return audit.record(tx, actorOf(viewer), { event, objectKind: "consultation", objectId: id, data });
}
