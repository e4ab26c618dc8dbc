import { useRevalidator } from "@remix-run/react";
import { useCallback, useRef } from "react";
import type { ConnectionState } from "~/editor/connection";
import type { DocumentAccess } from "../../../server/standing/shapes";

/**
 * What stands around the text (status, tabs, reason, who may write) follows the text: it is asked for again when the
 * socket has come back with other rights, and whenever a reader's has. A writer's page asks for no more than `around`: a
 * navigation whose answer does not come would take what is unsaved with it.
 */
export function useFollowing(access: DocumentAccess, around: () => Promise<void>): (state: ConnectionState) => void {
  const { revalidate } = useRevalidator();
  const known = useRef({ role: access, isHere: false, visits: 0 });
  return useCallback(
    ({ role, synced }) => {
      const before = known.current;
      if (!synced || !role) {
        known.current = { ...before, isHere: false };
        return;
      }
      const visits = before.isHere ? before.visits : before.visits + 1;
      known.current = { role, isHere: true, visits };
      const hasReturned = visits > 1 && visits > before.visits;
      if (role !== before.role || (hasReturned && role === "read")) revalidate();
      else if (hasReturned) void around();
    },
    [revalidate, around],
  );
}
