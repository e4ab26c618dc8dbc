import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../../../db/client";
import type { MunicipalityId } from "../../../db/ids";
import { filing } from "../../../db/schema";
import type { Actor } from "../../audit";
import type { ExportDeps } from "../deps";
import { versionToExport } from "../queries";
import { bring, finish } from "./bring";
import { parcelOf } from "./parcel";
import { asFailure, type CaseSystem, CaseSystemError, type Delivery, type Earlier, type Parcel } from "./port";
import { earlierFiling, lockedFiling, standsApproved } from "./queries";
import { holdsAll, isUnderWay, PATIENCE } from "./rules";
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

type Begun = UnderWay & {
  municipalityId: MunicipalityId;
  mayBeThere: boolean;
  mayBeSent: boolean;
  earlier: Earlier | null;
};

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
    const earlier = await earlierFiling(tx, row);
    return { filing: row, municipalityId, actor: systemOf(municipalityId), mayBeThere, mayBeSent, earlier };
  });
}

async function parcelFor(deps: ExportDeps, { filing: row, municipalityId, actor }: Begun): Promise<Parcel> {
  return parcelOf(deps, actor, row, await versionToExport(deps.db, municipalityId, row.versionId));
}

async function handOver(deps: ExportDeps, begun: Begun, parcel: Parcel) {
  try {
    const system = await deps.caseSystems.open(begun.municipalityId, begun.filing.adapter);
    const delivery = checked(await broughtOn(system, begun, parcel), parcel);
    if (isOverdue(deps, begun, delivery)) throw new CaseSystemError("no_receipt", "No receipt came in three days.");
    return delivery;
  } catch (error) {
    deps.log.error({ err: error, filingId: begun.filing.id }, "the case system did not take a filing");
    return asFailure(error);
  }
}

/** Looked up first wherever it may be there already, and sent only where it is not and was never taken. [F8] [F12] */
async function broughtOn(system: CaseSystem, begun: Begun, parcel: Parcel): Promise<Delivery> {
  const { filing: row, mayBeThere, mayBeSent, earlier } = begun;
  const known = mayBeThere ? await system.poll(parcel) : null;
  // What has been begun is ended: half a filing helps nobody, and "not sent" would be untrue. [F9]
  if (known?.state === "begun") return bring(system, parcel, earlier);
  if (known) return finish(system, parcel, known);
  if (row.handedOverAt) return stillWaiting(row.state);
  if (!mayBeSent) throw new CaseSystemError("lapsed", "The approval has lapsed; nothing was sent.");
  return bring(system, parcel, earlier);
}

function stillWaiting(state: Begun["filing"]["state"]): Delivery {
  return { state: state === "received" || state === "delivered" || state === "accepted" ? state : "sent" };
}

function isOverdue({ clock }: ExportDeps, { filing: { handedOverAt } }: Begun, { state }: Delivery): boolean {
  if (state === "filed" || state === "rejected" || !handedOverAt) return false;
  return clock.now().getTime() - handedOverAt.getTime() > PATIENCE;
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
