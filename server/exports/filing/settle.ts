import { eq } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import { filing, filingAttempt } from "../../../db/schema";
import type { Actor } from "../../audit";
import type { ExportDeps } from "../deps";
import type { CaseSystemError, Delivery } from "./port";
import { attemptsOf, lockedFiling } from "./queries";
import { isUnderWay, RECEIPT_WAIT, waitAfter } from "./rules";

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
        return record(deps, tx, under, "filing-filed", {
          documentNumber: receipt.documentNumber,
          files: receipt.files,
        });
      }
      case "rejected":
        await writeAttempt(deps, tx, under, { outcome: "failed", errorKind: "not_allowed", message: delivery.reason });
        await tx.update(filing).set({ state: "rejected" }).where(isIt(under));
        return record(deps, tx, under, "filing-failed", { state: "rejected" });
      default:
        await tx.update(filing).set({ state: delivery.state }).where(isIt(under));
        return enqueueIn(deps, tx, under, "read-receipt", RECEIPT_WAIT);
    }
  });
}

/** Writes the failed attempt down, and when the next one comes, or that a person must act. [F6] */
export async function settleFailure(deps: ExportDeps, under: UnderWay, error: CaseSystemError): Promise<void> {
  await whileUnderWay(deps, under, async (tx) => {
    const { kind, message } = error;
    await writeAttempt(deps, tx, under, { outcome: "failed", errorKind: kind, message: message.slice(0, 500) });
    const attempts = await attemptsOf(tx, under.filing.id);
    const wait = waitAfter(attempts);
    if (wait !== null) return enqueueIn(deps, tx, under, "deliver-filing", wait);
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

type JobName = "deliver-filing" | "read-receipt";

function enqueueIn(
  { jobs, clock }: ExportDeps,
  tx: Transaction,
  { filing: { id } }: UnderWay,
  name: JobName,
  wait: number,
) {
  const runAt = new Date(clock.now().getTime() + wait);
  return jobs.enqueue(tx, name, { filingId: id }, { key: `${name}:${id}`, runAt });
}

function record(deps: ExportDeps, tx: Transaction, { filing: row, actor }: UnderWay, event: string, data: object) {
  const about = { filingId: row.id, versionId: row.versionId, ...data };
  return deps.audit.record(tx, actor, { event, objectKind: "response", objectId: row.responseId, data: about });
}

function isIt({ filing: { id } }: UnderWay) {
  return eq(filing.id, id);
}
