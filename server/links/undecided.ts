import type { Queryable } from "../../db/client";
import { carriedFor } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import type { Viewer } from "../identity/viewer";
import { undecidedIn, type Written } from "./carried";
import type { LinkDeps } from "./deps";
import { earlierClauses } from "./earlier";
import { matterFor, readFor } from "./ground";
import type { Undecided } from "./shapes";

/** What is in use in a hearing and waits to be decided, as rows say it now. [C15] */
export async function undecided(deps: LinkDeps, viewer: Viewer, consultationId: string): Promise<Undecided[]> {
  const { consultation } = await matterFor(deps, viewer, consultationId);
  // The usual case, and then nothing more is read.
  if ((await carriedFor(deps.db, viewer, consultation.versionId)).successorOf.size === 0) return [];
  const { ground, carried } = await readFor(deps, viewer, consultationId);
  return undecidedBy(deps.db, ground, carried);
}

/** Clauses that wait, in reading order, each with the version at whose desk it does. */
export async function undecidedBy(
  db: Queryable,
  ground: Omit<Written, "looks" | "isAssessment">,
  carried: Carried,
): Promise<Undecided[]> {
  const waiting = undecidedIn(ground, carried);
  if (waiting.size === 0) return [];
  return (await earlierClauses(db, carried)).flatMap(({ id, path }) => {
    const at = waiting.get(id);
    return at ? [{ clause: { id, path }, at }] : [];
  });
}
