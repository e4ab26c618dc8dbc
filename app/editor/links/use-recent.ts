import { useCallback, useState } from "react";

/** So many are a glance. */
const KEPT = 5;

/**
 * What this person has linked lately, the latest first: kept in this tab, for this text. Ids alone; what is no longer in
 * the source is simply not found there.
 */
export function useRecent(versionId: string): { recent: readonly string[]; use: (targetId: string) => void } {
  const name = `samsvar.recent-clauses.${versionId}`;
  const [recent, setRecent] = useState<readonly string[]>(() => read(name));
  const use = useCallback(
    (targetId: string) =>
      setRecent((before) => {
        const now = [targetId, ...before.filter((id) => id !== targetId)].slice(0, KEPT);
        write(name, now);
        return now;
      }),
    [name],
  );
  return { recent, use };
}

function read(name: string): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string").slice(0, KEPT) : [];
  } catch {
    // A browser that keeps nothing, or something else under that name: then nothing was used lately.
    return [];
  }
}

function write(name: string, ids: readonly string[]): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(ids));
  } catch {
    // Full, or not allowed: it is a convenience.
  }
}
