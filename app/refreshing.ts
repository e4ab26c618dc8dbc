import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/**
 * A refused form leaves its page as it was; after a conflict what the page shows is out of date, and is asked for again.
 * A change of the search alone (which row is chosen) asks for nothing.
 */
export function refreshAfterConflict(change: ShouldRevalidateFunctionArgs): boolean {
  const { actionStatus, formMethod, currentUrl, nextUrl, defaultShouldRevalidate } = change;
  if (actionStatus === 409) return true;
  // Remix says "yes" by default here even after a refusal.
  if (actionStatus !== undefined && actionStatus >= 400) return false;
  const isSamePath = currentUrl.pathname === nextUrl.pathname;
  if (!formMethod && isSamePath && currentUrl.search !== nextUrl.search) return false;
  return defaultShouldRevalidate;
}

/** The same of a page whose address says which part of it is shown: another part is asked for. */
export function refreshWith(...parts: readonly string[]) {
  return (change: ShouldRevalidateFunctionArgs): boolean => {
    const [now, next] = [change.currentUrl.searchParams, change.nextUrl.searchParams];
    return parts.some((part) => now.get(part) !== next.get(part)) || refreshAfterConflict(change);
  };
}
