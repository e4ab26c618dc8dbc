import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { GOAL_STATUSES } from "~/document-model/goals";
import { coverage as words } from "~/words/coverage";
import { goalStatuses, goals } from "~/words/goals";
import { coverageStates } from "~/words/names";
import type { Said } from "./answer-form";
import { type Board, cellsOf, goalKey } from "./board";
import type { Opened } from "./menu";
import { answering, lookingAgain, sayingGoal } from "./orders";
import type { useBoard } from "./use-board";
import type { GridPlace } from "./use-grid";

type Sending = Pick<ReturnType<typeof useBoard>, "steps" | "send" | "undo">;

/** The cell at a place of the grid, with all that is said of it; null where nobody was given or has said anything. */
export function openedAt(board: Board, { row: id, column }: GridPlace): Opened | null {
  const row = board.rows.find((one) => one.id === id);
  const center = board.centers[column];
  const cell = row && cellsOf(row, board)[column];
  if (!row || !center || !cell) return null;
  const place = { clauseId: row.id, centerId: center.id, center: column };
  const goal = board.goals[goalKey(place)];
  return { row, center, cell, place, ...(goal && { goal }) };
}

/** Answers from the grid: given, undone, and each said in words. */
export function useAnswers(board: Board, { steps, send, undo }: Sending) {
  const [said, setSaid] = useSaid();
  const last = useRef(0);
  const newest = useRef(board);
  newest.current = board;
  const answer = useCallback(
    ({ place, cell, row, center }: Opened, what: Said) => {
      last.current += 1;
      if ("command" in what) return send(lookingAgain(place, last.current), null);
      if ("status" in what) {
        const { status } = what;
        const isSaid = status !== "";
        setSaid(
          isSaid
            ? goals.said(row.mark, center.shortName, goalStatuses[status])
            : words.takenBack(row.mark, center.shortName),
        );
        return send(sayingGoal(place, cell, what, last.current), null);
      }
      const { order, step } = answering(place, cell, what.answer, last.current);
      const state = what.answer === "" ? null : coverageStates[what.answer].toLocaleLowerCase("da");
      setSaid(state ? words.answered(row.mark, center.shortName, state) : words.takenBack(row.mark, center.shortName));
      send(order, step);
    },
    [send, setSaid],
  );
  const undoLast = useCallback(() => {
    const step = steps.at(-1);
    const opened = step && openedAt(newest.current, { row: step.clauseId, column: step.center });
    if (!step || !opened) return;
    last.current += 1;
    setSaid(words.takenBack(opened.row.mark, opened.center.shortName));
    undo(step, last.current);
  }, [steps, undo, setSaid]);
  const acts = useMemo(() => {
    const at = (place: GridPlace, act: (opened: Opened) => void) => {
      const opened = openedAt(newest.current, place);
      if (opened) act(opened);
    };
    return {
      lookAgain: (place: GridPlace) => at(place, (opened) => answer(opened, { command: "look-again" })),
      status: (place: GridPlace, step: number) => at(place, (opened) => sayGoal(opened, step, { answer, setSaid })),
      noRemarks: (place: GridPlace) => at(place, (opened) => sayNothing(opened, { answer, setSaid })),
      undo: undoLast,
    };
  }, [answer, undoLast, setSaid]);
  return { said, answer, ...acts, canUndo: steps.length > 0 };
}

const SAID_MS = 12_000;

/** What was last done, as long as anybody would look for it. Ctrl+Z goes on to work. */
function useSaid() {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, setSaid] as const;
}

type Saying = { answer: (opened: Opened, said: Said) => void; setSaid: (said: string) => void };

/** One key where it can be true: for a center of one's own, and where its text does not say more. [C2] [C7] */
function sayNothing(opened: Opened, { answer, setSaid }: Saying): void {
  const { cell, center, row } = opened;
  if (row.isGoal) return;
  if (!center.mayAnswer) setSaid(words.notYours);
  else if (cell.count > 0) setSaid(words.hasText(row.mark, center.shortName));
  else if (cell.state !== "no-remarks") answer(opened, { answer: "no-remarks" });
}

/** 1 to 6, in the order in which they stand in the cell's sheet. What was to be done next is of the status before. */
function sayGoal({ row, center, cell, ...opened }: Opened, step: number, { answer, setSaid }: Saying): void {
  const status = GOAL_STATUSES[step - 1];
  if (!row.isGoal || !status || cell.goal === status) return;
  if (!center.mayAnswer) setSaid(words.notYours);
  else answer({ row, center, cell, ...opened }, { status, nextStep: "", due: "" });
}
