import type { CaseSystem, Delivery, Earlier, Parcel } from "./port";

/** Hands a parcel over, as what follows an earlier filing where there is one, and journalises it where that is a step. */
export async function bring(system: CaseSystem, parcel: Parcel, earlier: Earlier | null): Promise<Delivery> {
  return finish(system, parcel, await (earlier ? system.addVersion(parcel, earlier) : system.file(parcel)));
}

/** What is delivered and not yet journalised is journalised now. */
export async function finish(system: CaseSystem, parcel: Parcel, delivery: Delivery): Promise<Delivery> {
  return delivery.state === "delivered" && system.finalize ? system.finalize(parcel) : delivery;
}
