/** Somebody is signing out in this tab, and was asked about what is not sent. */
type Leaving = { person: string; at: number; isAsked: boolean };

const KEY = "samsvar-leaving";
/** A sign-out that has not come through by then did not: what was said then counts no more. */
const FRESH = 30_000;

export function said(leaving: Leaving | null): void {
  try {
    // Whoever has left leaves nothing in the tab.
    if (leaving === null) sessionStorage.clear();
    else sessionStorage.setItem(KEY, JSON.stringify(leaving));
  } catch {
    // A browser that keeps nothing has nothing to remove.
  }
}

export function leaving(): Leaving | null {
  try {
    const found: Partial<Leaving> = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    const { person, at, isAsked } = found;
    if (typeof person !== "string" || typeof at !== "number" || at < Date.now() - FRESH) return null;
    return { person, at, isAsked: isAsked === true };
  } catch {
    return null;
  }
}
