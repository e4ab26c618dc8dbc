import type { ComparedLayout } from "~/components/compared";
import type { ChangeKind } from "../../../server/carry-over/shapes";

/** The kinds of change in the order the page lists them; their place is their key. */
export const CHANGE_KINDS = [
  "unchanged",
  "moved",
  "reworded",
  "split",
  "merged",
  "dropped",
  "met",
  "new",
] as const satisfies readonly ChangeKind[];

/** How the address says what is shown: `?vis=delt&vis=ny&opstilling=loebende`. */
const IN_ADDRESS: Record<ChangeKind, string> = {
  unchanged: "uaendret",
  moved: "flyttet",
  reworded: "omformuleret",
  split: "delt",
  merged: "samlet",
  dropped: "udgaaet",
  met: "indfriet",
  new: "ny",
};
export const INLINE = "loebende";

export const FIELDS = { kinds: "vis", layout: "opstilling" } as const;

/** The kinds that are asked for; none: all are. */
export function kindsIn(search: URLSearchParams): ReadonlySet<ChangeKind> {
  const asked = search.getAll(FIELDS.kinds);
  return new Set(CHANGE_KINDS.filter((kind) => asked.includes(IN_ADDRESS[kind])));
}

export function layoutIn(search: URLSearchParams): ComparedLayout {
  return search.get(FIELDS.layout) === INLINE ? "inline" : "side-by-side";
}

/** The address with these kinds and this layout, and nothing that says what goes without saying. */
export function addressOf({ kinds, layout }: { kinds: ReadonlySet<ChangeKind>; layout: ComparedLayout }): string {
  const search = new URLSearchParams();
  for (const kind of CHANGE_KINDS) if (kinds.has(kind)) search.append(FIELDS.kinds, IN_ADDRESS[kind]);
  if (layout === "inline") search.set(FIELDS.layout, INLINE);
  return search.size > 0 ? `?${search}` : "?";
}

export function inAddress(kind: ChangeKind): string {
  return IN_ADDRESS[kind];
}

/** The same kinds with this one put in, or taken out. */
export function toggled(kinds: ReadonlySet<ChangeKind>, kind: ChangeKind): ReadonlySet<ChangeKind> {
  return new Set(CHANGE_KINDS.filter((other) => kinds.has(other) !== (other === kind)));
}
