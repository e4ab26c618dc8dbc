import { type HearingWorld, hearingUnderWay, nextVersion } from "./hearing";
import { acceptedSource, type Sketch } from "./source";

/** Beside the world's agreement: two clauses are the same, one is reworded, one is gone, and one is new. */
export const REVISED: Sketch[] = [
  ["section", "Indlæggelse", "", [["clause", "Besked", "Afdelingen giver besked."]]],
  [
    "section",
    "Udskrivning",
    "",
    [
      ["clause", "Varsling", "Der varsles fem hverdage før udskrivningen."],
      ["clause", "Plan", "Der aftales en plan."],
      ["clause", "Økonomi", "Udgifterne deles efter taksten for året."],
    ],
  ],
];

/** A source of its own with a hearing under way on it, and its next version, accepted. */
export async function sourceRevised(world: HearingWorld, sketches = REVISED) {
  const own = { ...world, ...(await acceptedSource(world.db, world)) };
  const hearing = await hearingUnderWay(own);
  const next = await nextVersion(own, sketches);
  return { own, hearing, next, old: own.called, fresh: next.called };
}
