import { useEffect, useMemo } from "react";
import { askForClaim, ClaimAhead } from "./claim";
import { syncUrl } from "./sync-url";

/** Asks for the text's client id at once, so that it is there when the editor's code is. */
export function useClaimAhead(documentId: string): ClaimAhead {
  const ahead = useMemo(
    () => new ClaimAhead(() => askForClaim({ url: syncUrl(), documentId, fetch: globalThis.fetch })),
    [documentId],
  );
  useEffect(() => ahead.begin(), [ahead]);
  return ahead;
}
