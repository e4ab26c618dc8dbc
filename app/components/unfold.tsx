import type { ReactNode } from "react";
import { useIsRefused } from "./answered";

/** A rarer form, folded away until it is wanted or was refused. Needs no script. */
export function Unfold({ summary, children }: { summary: string; children: ReactNode }) {
  const isRefused = useIsRefused();
  return (
    <details className="unfold" open={isRefused || undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
