import { eq } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { documentVersion, filing, filingAttempt } from "../../../db/schema";
import type { Actor } from "../../audit";
import type { ExportDeps } from "../deps";
import type { CaseSystemError, Delivery } from "./port";
import { attemptsOf, lockedFiling } from "./queries";
import { isUnderWay, receiptWait, waitAfter } from "./rules";

/** A filing as it stood when the case system was asked, and on whose account. */
export type UnderWay = { filing: typeof filing.$inferSelect; actor: Actor };

type Outcome = { outcome: "filed" | "failed"; errorKind: string | null; message: string };

/** Writes down what the case system said. "filed" is its receipt and nothing else. [F4] */
export async function settle(deps: ExportDeps, under: UnderWay, delivery: Delivery): Promise<void> {
  await whileUnderWay(deps, under, async (tx) => {
    switch (delivery.state) {
      case "filed": {
        const { receipt } = delivery;
        await writeAttempt(deps, tx, under, { outcome: "filed", errorKind: null, message: receipt.documentNumber });
        await tx.update(filing).set({ state: "filed", receipt, filedAt: deps.clock.now() }).where(isIt(under));
        const { documentNumber, files } = receipt;
        await announce(deps, tx, under);
        return record(deps, tx, under, "filing-filed", { documentNumber, files });
      }
      case "rejected":
        await writeAttempt(deps, tx, under, {
          outcome: "failed",
          errorKind: "rejected",
          message: delivery.reason.slice(0, 500),
        });
        await tx.update(filing).set({ state: "rejected" }).where(isIt(under));
        return record(deps, tx, under, "filing-failed", { state: "rejected" });
      default:
        return waitForReceipt(deps, tx, under, delivery.state);
    }
  });
}

/** It is theirs now, and is not sent again; when it was taken is when our waiting began. [F12] */
async function waitForReceipt(
  deps: ExportDeps,
  tx: Transaction,
  under: UnderWay,
  state: "sent" | "received" | "delivered" | "accepted",
) {
  const now = deps.clock.now();
  const handedOverAt = under.filing.handedOverAt ?? now;
  await tx.update(filing).set({ state, handedOverAt }).where(isIt(under));
  await enqueueIn(deps, tx, under, receiptWait(now.getTime() - handedOverAt.getTime()));
}

/** Writes the failed attempt down, and when the next one comes, or that a person must act. [F6] */
export async function settleFailure(deps: ExportDeps, under: UnderWay, error: CaseSystemError): Promise<void> {
  await whileUnderWay(deps, under, async (tx) => {
    const { kind, message } = error;
    await writeAttempt(deps, tx, under, { outcome: "failed", errorKind: kind, message: message.slice(0, 500) });
    const attempts = await attemptsOf(tx, under.filing.id);
    const wait = waitAfter(attempts);
    if (wait !== null) return enqueueIn(deps, tx, under, wait);
    await tx.update(filing).set({ state: "failed" }).where(isIt(under));
    return record(deps, tx, under, "filing-failed", { errorKind: kind, attempts: attempts.length });
  });
}

/** Does nothing when the filing has moved on meanwhile. */
async function whileUnderWay(deps: ExportDeps, under: UnderWay, write: (tx: Transaction) => Promise<void>) {
  await deps.db.transaction(async (tx) => {
    const found = await lockedFiling(tx, under.filing.id);
    if (found && isUnderWay(found.filing.state)) await write(tx);
  });
}

async function writeAttempt(deps: ExportDeps, tx: Transaction, { filing: row }: UnderWay, outcome: Outcome) {
  const number = (await attemptsOf(tx, row.id)).length + 1;
  await tx.insert(filingAttempt).values({ filingId: row.id, number, at: deps.clock.now(), ...outcome });
}

function enqueueIn({ jobs, clock }: ExportDeps, tx: Transaction, { filing: { id } }: UnderWay, wait: number) {
  const runAt = new Date(clock.now().getTime() + wait);
  return jobs.enqueue(tx, "deliver-filing", { filingId: id }, { key: `deliver-filing:${id}`, runAt });
}

function record(deps: ExportDeps, tx: Transaction, { filing: row, actor }: UnderWay, event: string, data: object) {
  const about = { filingId: row.id, versionId: row.versionId, ...data };
  return deps.audit.record(tx, actor, { event, objectKind: "response", objectId: row.responseId, data: about });
}

async function announce({ webhooks }: ExportDeps, tx: Transaction, { filing: row, actor }: UnderWay): Promise<void> {
  const { id: filingId, responseId, versionId } = row;
  const isVersion = eq(documentVersion.id, versionId);
  const [version] = await tx.select({ sha256: documentVersion.sha256 }).from(documentVersion).where(isVersion);
  const { municipalityId } = actor;
  const about = { municipalityId, responseId, versionId, sha256: version?.sha256 ?? "", filingId };
  await webhooks.announce(tx, { event: "filing.filed", ...about });
}

function isIt({ filing: { id } }: UnderWay) {
  return eq(filing.id, id);
}
