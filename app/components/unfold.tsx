import type { ReactNode } from "react";
import { useRefusal } from "./answered";

/** A rarer form, folded away until it is wanted or was refused. Needs no script. */
export function Unfold({ summary, children }: { summary: string; children: ReactNode }) {
  const isRefused = useRefusal().code !== null;
  return (
    <details className="unfold" open={isRefused || undefined}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
