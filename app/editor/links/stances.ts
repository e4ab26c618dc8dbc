import type { Link, Stance, Target } from "../../document-model/document";
import { linksTo } from "./earlier";
import { isSameTarget } from "./label";
import type { Known } from "./reach";

/** What each center says the paragraph is to a target: by its own link, else by one to what the target has come from. [L8] */
export function stancesOn(target: Target, links: readonly Link[], known: Known): ReadonlyMap<string, Stance> {
  const found = new Map<string, Stance>();
  const leading = linksTo(target, links, known);
  const own = leading.filter((link) => isSameTarget(link, target));
  for (const { center, stance } of [...own, ...leading]) if (stance && !found.has(center)) found.set(center, stance);
  return found;
}
