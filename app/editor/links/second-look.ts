import type { CenterRow } from "../../../server/consultations/shapes";
import type { Mention } from "./earlier";

/** Which centers have yet to look again at a clause: those whose word came from another wording. */
export type SecondLook = {
  /** As `secondLookKey` has them. Null: the server has not been asked yet, or could not be. */
  waiting: ReadonlySet<string> | null;
  /** Says that a center has looked; false when that did not reach the server. Null for who cannot say it. */
  done: ((clauseId: string, centerId: string) => Promise<boolean>) | null;
};

type Given = { secondLook: SecondLook; speaksFor: ReadonlySet<string>; centers: readonly CenterRow[] };

export const NO_SECOND_LOOK: SecondLook = { waiting: null, done: null };

export function secondLookKey(clauseId: string, centerId: string): string {
  return `${clauseId}|${centerId}`;
}

/** Whether somebody still has to look at it again. As long as the server has not been asked: when its wording changed. [C17] */
export function waitsForLook(
  { standing, target, centers }: Mention,
  { secondLook: { waiting } }: Pick<Given, "secondLook">,
): boolean {
  if (standing !== "changed") return false;
  return waiting === null || centers.some((center) => waiting.has(secondLookKey(target.id, center)));
}

/** The viewer's centers that can say so now. */
export function mayLook({ target, centers }: Mention, { secondLook, speaksFor, centers: rows }: Given): CenterRow[] {
  const { waiting, done } = secondLook;
  if (!waiting || !done) return [];
  return rows.filter(
    ({ id }) => centers.includes(id) && speaksFor.has(id) && waiting.has(secondLookKey(target.id, id)),
  );
}

/** What the viewer's own centers have to look at again. */
export function clausesToLookAt({ secondLook: { waiting }, speaksFor }: Omit<Given, "centers">): ReadonlySet<string> {
  const keys = [...(waiting ?? [])].map((key) => key.split("|"));
  return new Set(keys.flatMap(([clause, center]) => (clause && center && speaksFor.has(center) ? [clause] : [])));
}
