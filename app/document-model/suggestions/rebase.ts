import type { Block } from "../document";
import { replaced } from "./apply";
import { type Change, changesBetween } from "./diff";
import { type Blocks, placeOf, withRow } from "./rows";
import type { Run } from "./shapes";
import { standingOf } from "./standing";
import { isTakenIn } from "./taken-in";

/** `torn`: ids of blocks that both have changed; there `base` and `local` stay as they were. */
export type Rebased = { base: Blocks; local: Blocks; torn: string[] };

/**
 * What somebody has made of a text, brought onto the text as it is now: what others have written comes into every block that
 * is untouched here; a run that both have changed stays as it is, on the words it was made on. `isOver` says which changes
 * are not to be kept. [G10]
 */
export function rebased(
  base: Blocks,
  local: Blocks,
  now: Blocks,
  isOver: (run: Run) => boolean = () => false,
): Rebased {
  const changes = changesBetween(base, local).filter((change) => !isOver(change.run) && !isTakenIn(change, base, now));
  const [fitting, torn]: [Change[], Change[]] = [[], []];
  for (const change of changes) (standingOf(change.run, now).state === "fits" ? fitting : torn).push(change);
  const brought = fitting.reduce((text, { run, made }) => replaced(text, run, made), now);
  return {
    base: torn.reduce((text, { run }) => forced(text, run, run.base), now),
    local: torn.reduce((text, { run, made }) => forced(text, run, made), brought),
    torn: torn.flatMap(({ run, made }) => [...made, ...run.base].map(({ id }) => id)),
  };
}

/** These blocks where what is left of the run's own stands; where nothing is, behind what stood before it. */
function forced(text: Blocks, run: Pick<Run, "after" | "base">, by: readonly Block[]): Blocks {
  const own = new Set(run.base.map(({ id }) => id));
  const left = run.base.map(({ id }) => placeOf(text, id)).find((place) => place !== null);
  if (left) {
    return withRow(text, left.row.name, (entries) => {
      const [before, behind] = [entries.slice(0, left.at), entries.slice(left.at)];
      return [...before, ...behind].flatMap((entry, at) => {
        const rest = own.has(entry.id) ? [] : [entry];
        return at === left.at ? [...by, ...rest] : rest;
      });
    });
  }
  const place = run.after === null ? null : placeOf(text, run.after);
  const at = place ? place.at + 1 : 0;
  return withRow(text, place?.row.name ?? "", (entries) => [...entries.slice(0, at), ...by, ...entries.slice(at)]);
}
