import { type ReactNode, useEffect, useState } from "react";

/** Renders its children in the browser alone, and `fallback` until then. */
export function ClientOnly({ fallback, children }: { fallback: ReactNode; children: () => ReactNode }) {
  const [isHere, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  return isHere ? children() : fallback;
}
