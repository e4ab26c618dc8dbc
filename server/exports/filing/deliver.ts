import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { MunicipalityId } from "../../../db/ids";
import { filing } from "../../../db/schema";
import type { Actor } from "../../audit";
import type { ExportDeps } from "../deps";
import { versionToExport } from "../queries";
import { parcelOf } from "./parcel";
import { CaseSystemError, type Delivery, type Parcel } from "./port";
import { lockedFiling, standsApproved } from "./queries";
import { holdsAll, isUnderWay } from "./rules";
import { settle, settleFailure, type UnderWay } from "./settle";

const LOOK_AGAIN = 60_000;

/**
 * Brings one filing on, from wherever it stands: looks it up in the case system when it may have been sent before, sends
 * it otherwise, and writes down what came of it. Run twice, or by two at once, it files once. [F1] [J1]
 */
export async function deliver(deps: ExportDeps, filingId: string): Promise<void> {
  await deps.db.transaction(async (turn) => {
    if (!(await takesTurn(turn, filingId))) return lookAgain(deps, turn, filingId);
    const begun = await begin(deps, filingId);
    if (!begun) return;
    const parcel = await parcelFor(deps, begun);
    const outcome = await handOver(deps, begun, parcel);
    if (outcome instanceof CaseSystemError) await settleFailure(deps, begun, outcome);
    else await settle(deps, begun, outcome);
  });
}

async function takesTurn(turn: Transaction, filingId: string): Promise<boolean> {
  const key = sql`hashtextextended(${`filing:${filingId}`}, 0)`;
  const [row] = await turn.execute<{ taken: boolean }>(sql`select pg_try_advisory_xact_lock(${key}) as taken`);
  return row?.taken === true;
}

/** Whoever delivers it now sees it through, or is killed at it: then nobody else would know that there is more to do. */
function lookAgain({ jobs, clock }: ExportDeps, turn: Transaction, filingId: string): Promise<void> {
  const runAt = new Date(clock.now().getTime() + LOOK_AGAIN);
  return jobs.enqueue(
    turn,
    "deliver-filing",
    { filingId },
    { key: `deliver-filing:${filingId}`, runAt, keepsTime: true },
  );
}

type Begun = UnderWay & { municipalityId: MunicipalityId; mayBeThere: boolean; mayBeSent: boolean };

/**
 * "sent" is committed before anything is sent: after a crash we know that we must look first. [F8]
 * Whether it may be sent is decided here too; a hearing reopened after this finds the filing on its way. [F9]
 */
async function begin(deps: ExportDeps, filingId: string): Promise<Begun | null> {
  return deps.db.transaction(async (tx) => {
    const found = await lockedFiling(tx, filingId);
    if (!found || !isUnderWay(found.filing.state)) return null;
    const { filing: row, municipalityId } = found;
    const mayBeThere = row.state !== "ready";
    const mayBeSent = await standsApproved(tx, row);
    if (!mayBeThere && mayBeSent) await tx.update(filing).set({ state: "sent" }).where(eq(filing.id, row.id));
    return { filing: row, municipalityId, actor: systemOf(municipalityId), mayBeThere, mayBeSent };
  });
}

async function parcelFor(deps: ExportDeps, { filing: row, municipalityId, actor }: Begun): Promise<Parcel> {
  return parcelOf(deps, actor, row, await versionToExport(deps.db, municipalityId, row.versionId));
}

async function handOver({ caseSystem, log }: ExportDeps, begun: Begun, parcel: Parcel) {
  try {
    const known = begun.mayBeThere ? await caseSystem.poll(parcel.clientId) : null;
    if (!known && !begun.mayBeSent) throw new CaseSystemError("lapsed", "The approval has lapsed; nothing was sent.");
    return checked(known ?? (await caseSystem.file(parcel)), parcel);
  } catch (error) {
    log.error({ err: error, filingId: begun.filing.id }, "the case system did not take a filing");
    return error instanceof CaseSystemError ? error : new CaseSystemError("unknown", String(error), { cause: error });
  }
}

/** The case system's word counts only when the bytes it has are the bytes we sent. [F4] */
function checked(delivery: Delivery, parcel: Parcel): Delivery {
  if (delivery.state === "filed" && !holdsAll(delivery.receipt, parcel))
    throw new CaseSystemError("conflict", "The receipt does not name the files that were sent.");
  return delivery;
}

/** Jobs act in nobody's name. */
function systemOf(municipalityId: MunicipalityId): Actor {
  return { id: null, name: "Samsvar", roles: "system", municipalityId };
}
