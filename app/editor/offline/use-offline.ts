import { useMemo } from "react";
import type { Session } from "../session";
import { type Deliveries, useDeliveries } from "./use-deliveries";
import { type Keeping, type Person, useKeeper, useVault } from "./use-vault";

type Of = { session: Session; state: { hasText: boolean }; documentId: string; person: Person };

/** What is kept on this machine: what this page writes, and what earlier ones left. */
export function useOffline({ session, state, documentId, person }: Of): { keeping: Keeping; deliveries: Deliveries } {
  const vault = useVault(person);
  const keeper = useKeeper(vault, session, documentId);
  const cannot = vault === null && person.key !== undefined;
  const keeping = useMemo(() => ({ keeper, cannot }), [keeper, cannot]);
  return { keeping, deliveries: useDeliveries({ vault, session, documentId, isReady: state.hasText }) };
}
