import type { Present } from "./people";

/** Initials in the person's own colour; their name stands beside it, or is said. */
export function Face({ one: { initials, color, writes } }: { one: Present }) {
  return (
    <span
      className="presence-face"
      data-reads={!writes || undefined}
      style={writes ? { backgroundColor: color } : { borderColor: color }}
      aria-hidden="true"
    >
      {initials}
    </span>
  );
}
