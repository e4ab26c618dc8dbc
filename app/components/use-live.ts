import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { textAt, whileSeen } from "~/standing-open";

const PACE = { every: 5000 };

/** Keeps a page that others change up to date: loads it again when what it shows reads otherwise at `address`. */
export function useLive(address: string, shown: unknown): void {
  const { revalidate } = useRevalidator();
  const known = useRef("");
  useEffect(() => {
    known.current = JSON.stringify(shown);
  }, [shown]);
  useEffect(
    () =>
      whileSeen(async () => {
        const now = await textAt(address);
        if (now === null) return false;
        if (now !== known.current) revalidate();
        known.current = now;
        return true;
      }, PACE),
    [address, revalidate],
  );
}
