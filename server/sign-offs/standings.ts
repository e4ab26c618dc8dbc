import type { ResponseDocument } from "../../app/document-model/document";
import { isEmptyPart, type Part, partsIn } from "../../app/document-model/part";
import { type BesideChange, besideChanges } from "../../app/document-model/part-beside";
import { partChanges } from "../../app/document-model/part-changes";
import type { Queryable } from "../../db/client";
import { linkedNow } from "../links";
import { withBeside } from "./beside";
import { type DecisionRow, type Ground, groundOf, type PartMatter } from "./queries";
import { asOfNow, stateOf } from "./rules";
import type { CenterStanding } from "./shapes";

/**
 * How each center that takes part stands to this text, live or frozen. "lapsed" and "returned" keep a text from being sent;
 * "none" is said and does not. [A23]
 */
export async function standingsIn(
  db: Queryable,
  matter: PartMatter,
  text: ResponseDocument,
): Promise<CenterStanding[]> {
  const ground = await groundOf(db, matter);
  const said = await withBeside(db, matter, linkedNow(text, ground.carried), ground.carried);
  return standingsOf(ground, said).map(({ part: _, ...standing }) => standing);
}

export type StandingWithPart = CenterStanding & { part: Part };

/** The same of a text whose links lead where they lead now, with what is said beside it. */
export function standingsOf({ carried, ground, centers, newest }: Ground, text: ResponseDocument): StandingWithPart[] {
  const partOf = partsIn(text, ground);
  return centers.map((center) => {
    const part = partOf(center.id);
    const row = newest.get(center.id) ?? null;
    const state = stateOf(row, part, carried);
    const then = row && state === "lapsed" ? asOfNow(row.part, carried) : null;
    return {
      center,
      state,
      hasText: !isEmptyPart(part),
      decision: row && decisionIn(row),
      changes: then ? partChanges(then, part) : [],
      beside: then ? besideSince(then, part) : [],
      part,
    };
  });
}

/** Nothing where the earlier reading did not speak of it. */
export function besideSince({ beside: before }: Part, { beside: after }: Part): BesideChange[] {
  return before && after ? besideChanges(before, after) : [];
}

function decisionIn({ id, name, at, reason }: DecisionRow) {
  return { id, by: name, at, reason };
}
