import { useCallback, useState } from "react";

/** Whether the search is asked for, and by what: `§` in the text, or a key or button. */
export function useReferenceSearch() {
  const [asked, setAsked] = useState<"sign" | "key" | null>(null);
  const open = useCallback((by: "sign" | "key") => setAsked(by), []);
  const openByKey = useCallback(() => setAsked("key"), []);
  const close = useCallback(() => setAsked(null), []);
  return { asked, open, openByKey, close };
}
