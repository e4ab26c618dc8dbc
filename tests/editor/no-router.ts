/** Stands in for @remix-run/react on the editor's test page, which has no routes to leave for. */
export function useBlocker(): { state: "unblocked" } {
  return { state: "unblocked" };
}
