import type { Queryable } from "../../db/client";
import { carriedTo } from "../carry-over";
import type { Carried } from "../carry-over/shapes";
import { notFound, Refusal } from "../errors";
import type { Viewer } from "../identity/viewer";
import { matterOfConsultation } from "../standing";
import { mayRead } from "../standing/rules";
import { undecidedIn, type Written } from "./carried";
import type { LinkDeps } from "./deps";
import { earlierClauses } from "./earlier";
import { coverageGrounds } from "./queries";
import type { Undecided } from "./shapes";

/** What is in use in a hearing and waits to be decided, as rows say it now. [C15] */
export async function undecided({ db }: LinkDeps, viewer: Viewer, consultationId: string): Promise<Undecided[]> {
  if (!mayRead(viewer)) throw new Refusal("forbidden", "not-for-your-role");
  const matter = await matterOfConsultation(db, viewer, consultationId);
  if (!matter) throw notFound();
  const { id, versionId } = matter.consultation;
  const carried = await carriedTo(db, versionId);
  if (carried.successorOf.size === 0) return [];
  const ground = (await coverageGrounds(db, [id])).get(id);
  return ground ? undecidedBy(db, ground, carried) : [];
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
