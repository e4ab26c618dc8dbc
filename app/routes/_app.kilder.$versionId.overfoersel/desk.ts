import { clauseName } from "~/words/clause-names";
import type { ClauseId } from "../../../db/ids";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { DeskPage, DeskRow } from "../../../server/carry-over/shapes";
import type { Deciding } from "./use-deciding";
import type { Placing } from "./use-place";
import type { Group } from "./view";

/** All that a key or a click works on. */
export type Desk = {
  page: DeskPage;
  /** The clauses of the new version. */
  after: ReadonlyMap<string, ClauseRow>;
  groups: readonly Group[];
  /** The rows of the groups, in the order shown. */
  shown: readonly DeskRow[];
  current: DeskRow | undefined;
  place: Placing;
  deciding: Deciding;
  /** Row → what a person has chosen for it on this visit. */
  choices: ReadonlyMap<string, readonly ClauseId[]>;
  choose(rowId: ClauseId, to: readonly ClauseId[]): void;
  /** What was decided on this visit, the last one last. */
  decidedNow: readonly ClauseId[];
  remember(rowId: ClauseId): void;
  isSearching: boolean;
  search(isSearching: boolean): void;
  areKeysShown: boolean;
  showKeys(areShown: boolean): void;
  said: string;
  announce(message: string): void;
};

/** What is chosen for a row: what it was decided to, else what a person has chosen, else what is proposed. */
export function chosenFor({ choices }: Pick<Desk, "choices">, row: DeskRow): readonly ClauseId[] {
  return row.decision?.to ?? choices.get(row.from.id) ?? row.proposed.to;
}

/** A clause as the desk calls it. */
export function nameOf(clause: ClauseRow | undefined): string {
  return clause ? clauseName(clause) : "";
}
