/**
 * A page instance holds its name as long as it lives, so that no other page sends what it will send itself: two that
 * write under one client id would make documents that differ for ever. The browser lets go when the page dies. [I4]
 * Answers how to let go; null when somebody else holds it, or the browser has no such locks.
 */
export async function holdPage(documentId: string, client: number): Promise<(() => void) | null> {
  const { locks } = navigator;
  if (!locks) return null;
  return new Promise((answer) => {
    const held = (lock: Lock | null) => {
      if (!lock) return answer(null);
      return new Promise<void>((letGo) => answer(letGo));
    };
    locks.request(`samsvar-page/${documentId}/${client}`, { ifAvailable: true }, held).catch(() => answer(null));
  });
}
