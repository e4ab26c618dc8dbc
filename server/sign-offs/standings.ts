import type { ResponseDocument } from "../../app/document-model/document";
import { type Part, partsIn } from "../../app/document-model/part";
import { partChanges } from "../../app/document-model/part-changes";
import type { Queryable } from "../../db/client";
import { linkedNow } from "../links";
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
  return standingsOf(ground, linkedNow(text, ground.carried)).map(({ part: _, ...standing }) => standing);
}

export type StandingWithPart = CenterStanding & { part: Part };

/** The same of a text whose links lead where they lead now. */
export function standingsOf({ carried, ground, centers, newest }: Ground, text: ResponseDocument): StandingWithPart[] {
  const partOf = partsIn(text, ground);
  return centers.map((center) => {
    const part = partOf(center.id);
    const row = newest.get(center.id) ?? null;
    const state = stateOf(row, part, carried);
    const changes = row && state === "lapsed" ? partChanges(asOfNow(row.part, carried), part) : [];
    return { center, state, hasText: part.paragraphs.length > 0, decision: row && decisionIn(row), changes, part };
  });
}

function decisionIn({ id, name, at, reason }: DecisionRow) {
  return { id, by: name, at, reason };
}
