import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Session } from "../session";
import { withMachine } from "./arriving";
import type { Keeper, Kept } from "./keeper";
import type { Vault } from "./vault";

/** `key`: what the person's texts are sealed with on this machine; without one nothing is kept there. */
export type Person = { id: string; name: string; key?: string };

/** undefined until it is known whether there is one. The browser closes it with the page: what is kept last needs it. */
export function useVault({ id, key }: Person): Vault | null | undefined {
  const [vault, setVault] = useState<Vault | null>();
  useEffect(() => {
    if (key === undefined) return setVault(null);
    let isOver = false;
    const giveUp = withMachine(({ openVault }) => {
      void openVault({ id, key }).then((found) => !isOver && setVault(found));
    });
    return () => {
      isOver = true;
      giveUp();
    };
  }, [id, key]);
  return vault;
}

/** What the page writes is kept on this machine until it is saved. Null until it is known that it can be. [E30] */
export function useKeeper(vault: Vault | null | undefined, session: Session, documentId: string): Keeper | null {
  const [keeper, setKeeper] = useState<Keeper | null>(null);
  useEffect(() => {
    if (!vault) return;
    const visit = new AbortController();
    const { signal } = visit;
    const giveUp = withMachine(({ Keeper }) => {
      const where = () => ({ path: location.pathname, title: document.title });
      const made = new Keeper({ vault, session, documentId, where });
      setKeeper(made);
      const ending = () => void made.flush();
      document.addEventListener("visibilitychange", ending, { signal });
      window.addEventListener("pagehide", ending, { signal });
      signal.addEventListener("abort", () => made.stop());
    });
    return () => {
      giveUp();
      visit.abort();
      setKeeper(null);
    };
  }, [vault, session, documentId]);
  return keeper;
}

/** `cannot`: this browser keeps nothing for us. */
export type Keeping = { keeper: Keeper | null; cannot: boolean };

/** For the save indicator, which alone is drawn anew while somebody types without a line. */
export const KeepingContext = createContext<Keeping>({ keeper: null, cannot: false });

const nobody = { subscribe: () => () => {}, get: () => null };

/** Null where nobody has tried to keep anything. */
export function useKept(): Kept | null {
  const { keeper, cannot } = useContext(KeepingContext);
  const source: { subscribe: Keeper["subscribe"]; get: () => Kept | null } = keeper ?? nobody;
  const kept = useSyncExternalStore(source.subscribe, source.get);
  return cannot ? "unable" : kept;
}
