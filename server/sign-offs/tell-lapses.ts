import { and, eq } from "drizzle-orm";
import { readDocument } from "../../app/document-model/read";
import type { Queryable, Transaction } from "../../db/client";
import {
  type CenterId,
  type ConsultationId,
  type DocumentId,
  isId,
  type SourceVersionId,
  type UserId,
} from "../../db/ids";
import { response, signOff, signOffLapse } from "../../db/schema";
import { linkedNow } from "../links";
import { matterOfResponse } from "../standing";
import { withBeside } from "./beside";
import type { SignOffDeps } from "./deps";
import { type DecisionRow, groundOf, lapseGround, managersOf, newestNumber, signedOn } from "./queries";
import { standingsOf } from "./standings";

/** So long people are left to write before anybody is told; what is written back meanwhile was no lapse. */
const PATIENCE_MS = 20_000;

/** Where somebody has written: a look at what has lapsed, unless one waits already. Nobody signed, nothing enqueued. [A28] */
export async function watch(
  { db, clock, jobs }: SignOffDeps,
  { documentId }: { documentId: string },
  on: Queryable = db,
): Promise<void> {
  if (!isId<DocumentId>(documentId)) return;
  const [signed] = await on
    .select({ id: signOff.id })
    .from(response)
    .innerJoin(signOff, and(eq(signOff.responseId, response.id), eq(signOff.decision, "signed")))
    .where(eq(response.documentId, documentId))
    .limit(1);
  if (!signed) return;
  const when = { runAt: new Date(clock.now().getTime() + PATIENCE_MS), key: `lapses-${documentId}`, keepsTime: true };
  await jobs.enqueue(on, "tell-lapses", { documentId }, when);
}

/** Somebody has said how far a center is with a goal. [A31] [A28] */
export async function watchHearing(deps: SignOffDeps, tx: Transaction, id: ConsultationId): Promise<void> {
  const { documentId, consultationId } = response;
  const [begun] = await tx.select({ documentId }).from(response).where(eq(consultationId, id));
  if (begun) await watch(deps, begun, tx);
}

/** A clause has become another than before, or what is done towards a goal has: parts may read otherwise. [A26] [A28] [A31] */
export async function watchSource(deps: SignOffDeps, tx: Transaction, versionId: SourceVersionId): Promise<void> {
  for (const documentId of await signedOn(tx, versionId)) await watch(deps, { documentId }, tx);
}

/** Tells of each sign-off that no longer stands, once; where it stands again, the next lapse is another. [A28] */
export async function tellLapses(deps: SignOffDeps, { documentId }: { documentId: string }): Promise<void> {
  if (!isId<DocumentId>(documentId)) return;
  const matter = await lapseGround(deps.db, documentId);
  if (!matter || !(await isWritten(deps.db, matter))) return;
  // First what was signed, then the text: what is signed meanwhile is not judged by an older text.
  const ground = await groundOf(deps.db, matter);
  const loaded = await deps.documents.load(documentId);
  if (!loaded) return;
  const linked = linkedNow(readDocument(loaded.doc), ground.carried);
  loaded.doc.destroy();
  const text = await withBeside(deps.db, matter, linked, ground.carried);
  for (const { center, state } of standingsOf(ground, text)) {
    const row = ground.newest.get(center.id);
    if (row?.decision !== "signed") continue;
    if (state === "lapsed") await deps.db.transaction((tx) => tell(deps, tx, matter, row));
    else await deps.db.delete(signOffLapse).where(eq(signOffLapse.signOffId, row.id));
  }
}

/** What is sent stays as it was frozen, whatever is counted meanwhile: nothing of it lapses before it is opened again. [A34] */
async function isWritten(db: Queryable, { municipalityId, response: { id } }: Matter): Promise<boolean> {
  const { standing } = await matterOfResponse(db, { municipality: { id: municipalityId } }, id);
  return standing.status === "writing";
}

type Matter = NonNullable<Awaited<ReturnType<typeof lapseGround>>>;

async function tell(deps: SignOffDeps, tx: Transaction, matter: Matter, row: DecisionRow): Promise<void> {
  if ((await newestNumber(tx, matter.response.id, row.centerId)) !== row.number) return;
  const told = { signOffId: row.id, toldAt: deps.clock.now() };
  const [isFirst] = await tx.insert(signOffLapse).values(told).onConflictDoNothing().returning();
  if (!isFirst) return;
  await deps.notices.tell(tx, {
    kind: "sign-off-lapsed",
    municipalityId: matter.municipalityId,
    responseId: matter.response.id,
    to: await whoSigned(tx, row),
    by: null,
    about: { centerId: row.centerId },
  });
}

/** Who signed it; the center's managers where that one is none any more. */
async function whoSigned(tx: Transaction, { by, centerId }: { by: UserId; centerId: CenterId }): Promise<UserId[]> {
  const managers = await managersOf(tx, centerId, by);
  return managers.includes(by) ? [by] : managers;
}
