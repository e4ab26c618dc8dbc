import { carryOver as words } from "~/words/carry-over";
import type { ClauseId } from "../../../db/ids";
import type { DeskRow } from "../../../server/carry-over/shapes";
import { chosenFor, type Desk, nameOf } from "./desk";
import type { Wish } from "./keys";
import { changeOf, nextWaiting } from "./view";

const ACTS: Record<Wish["kind"], (desk: Desk, at: number) => void> = {
  up: (desk) => step(desk, -1),
  down: (desk) => step(desk, 1),
  next: (desk) => next(desk),
  undo: (desk) => undo(desk),
  keys: (desk) => desk.showKeys(!desk.areKeysShown),
  accept: (desk) => whenWaiting(desk, (row) => accept(desk, row)),
  drop: (desk) => whenWaiting(desk, (row) => decide(desk, row, [])),
  met: (desk) => whenWaiting(desk, (row) => row.from.kind === "goal" && decide(desk, row, [], "met")),
  another: (desk) => whenWaiting(desk, () => desk.search(true)),
  choose: (desk, at) => whenWaiting(desk, (row) => takeSuggested(desk, row, at, "choose")),
  mark: (desk, at) => whenWaiting(desk, (row) => takeSuggested(desk, row, at, "mark")),
  "mark-shown": (desk) =>
    whenWaiting(desk, (row) => {
      const shown = chosenFor(desk, row)[0] ?? row.proposed.suggestions[0]?.to;
      if (shown) take(desk, row, shown, "mark");
    }),
};

export function fulfil(desk: Desk, { kind, at = 0 }: Wish): void {
  ACTS[kind](desk, at);
}

function takeSuggested(desk: Desk, row: DeskRow, at: number, how: "choose" | "mark"): void {
  const suggestion = row.proposed.suggestions[at];
  if (suggestion) take(desk, row, suggestion.to, how);
}

/** One clause instead of all, or (`mark`) into or out of the several that the old one was split into. */
export function take(desk: Desk, row: DeskRow, id: ClauseId, how: "choose" | "mark"): void {
  const chosen = chosenFor(desk, row);
  const others = chosen.filter((one) => one !== id);
  const marked = others.length < chosen.length ? others : [...chosen, id];
  const to =
    how === "choose" ? [id] : desk.page.after.flatMap((clause) => (marked.includes(clause.id) ? [clause.id] : []));
  desk.choose(row.from.id, to);
  desk.announce(
    how === "choose" ? said(desk, row, id) : words.said.marked(to.map((one) => nameOf(desk.after.get(one)))),
  );
}

function said({ after }: Desk, row: DeskRow, id: ClauseId): string {
  const suggestion = row.proposed.suggestions.find(({ to }) => to === id);
  return words.said.chosen(nameOf(after.get(id)), suggestion ? words.score(suggestion.score) : "");
}

/** What is chosen counts. To say that a clause is gone takes its own key, unless that is what is proposed. */
function accept(desk: Desk, row: DeskRow): void {
  const to = chosenFor(desk, row);
  if (to.length === 0 && row.proposed.to.length > 0) desk.announce(words.said.nothingChosen);
  else decide(desk, row, to);
}

function decide(
  desk: Desk,
  row: DeskRow,
  to: readonly ClauseId[],
  change = changeOf(row, to, desk.deciding.rows),
): void {
  desk.choose(row.from.id, to);
  desk.deciding.decide(row.from.id, to, change);
  desk.remember(row.from.id);
  const became = words.decided(change, to.map((id) => nameOf(desk.after.get(id)))); // biome-ignore format: one line
  const onward = nextWaiting(desk.shown, row.from.id);
  desk.announce([words.said.decided(nameOf(row.from), became), ...(onward ? [] : [words.allDecided])].join(" "));
  desk.place.go((onward ?? row).from.id);
}

/** The row itself when it is decided, else what was decided last. */
function undo(desk: Desk): void {
  if (!desk.page.can.decide) return;
  const { rows } = desk.deciding;
  const isDecided = (id: string) => rows.some(({ from, decision }) => from.id === id && decision);
  const last = desk.decidedNow.findLast(isDecided);
  const row = desk.current?.decision ? desk.current : rows.find(({ from }) => from.id === last);
  if (!row) {
    desk.announce(words.said.nothingToUndo);
    return;
  }
  desk.deciding.undo(row.from.id);
  desk.announce(words.said.undone(nameOf(row.from)));
  desk.place.go(row.from.id);
}

function step({ shown, current, place }: Desk, by: number): void {
  const at = current ? shown.indexOf(current) : -1;
  const row = shown[at + by];
  if (row) place.go(row.from.id);
}

function next({ shown, current, place, announce }: Desk): void {
  const row = nextWaiting(shown, current?.from.id);
  if (row) place.go(row.from.id);
  else if (!current || current.decision) announce(words.said.noneWaiting);
}

function whenWaiting({ current, page, announce }: Desk, act: (row: DeskRow) => void): void {
  if (!current || !page.can.decide) return;
  if (current.decision) announce(words.said.alreadyDecided);
  else act(current);
}
