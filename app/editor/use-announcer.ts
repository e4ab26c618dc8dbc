import { useCallback, useState } from "react";

/** What a polite live region says. The same sentence twice is two messages, or the second would not be heard. */
export function useAnnouncer(): { said: string; announce: (message: string) => void } {
  const [said, say] = useState("");
  const announce = useCallback((message: string) => {
    // A no-break space makes it another text without changing how it sounds.
    say((before) => (before === message ? `${message}\u00A0` : message));
  }, []);
  return { said, announce };
}
