import { type RefObject, useEffect, useRef } from "react";
import { GoalStatusPill } from "~/components/goal-status";
import { StateMark } from "~/components/state-mark";
import { coverage as words } from "~/words/coverage";
import { coverageStates } from "~/words/names";
import { day, untilDeadline } from "~/words/time";
import type { GoalNow } from "../../../server/links/shapes";
import { AnswerForm, type Said } from "./answer-form";
import type { BoardCenter, BoardRow, Cell } from "./board";
import { GoalForm } from "./goal-form";
import type { Place } from "./orders";

/** `goal`: what the center does next with it; undefined as long as that has not come. */
export type Opened = { row: BoardRow; center: BoardCenter; cell: Cell; place: Place; goal?: GoalNow | null };
type Props = {
  opened: Opened | null;
  /** The press that opened it: a second press on the same cell is another one. */
  opening: object | null;
  /** The cell on the screen that it belongs to. */
  anchor: RefObject<HTMLElement | null>;
  responseId: string | null;
  versionId: string | null;
  text: string | undefined;
  onSaid: (opened: Opened, said: Said) => void;
  onClosed: () => void;
};

const MARGIN = 8;

/** One sheet for all cells, beside the one it was opened from. What it says follows the page; where it stands does not. */
export function AnswerMenu({ opened, opening, anchor, responseId, versionId, text, onSaid, onClosed }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const isFor = opened && opening;
  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const isOpen = element.matches(":popover-open");
    if (!isFor) {
      // What it was opened for may be gone with fresh data.
      if (isOpen) element.hidePopover();
      return;
    }
    if (!isOpen) element.showPopover();
    if (anchor.current) placeBeside(element, anchor.current.getBoundingClientRect());
    // What is said already comes first: Enter on it says nothing else.
    const first = element.querySelector<HTMLElement>(".goal-choices [aria-pressed='true']");
    (first ?? element.querySelector<HTMLElement>("button, a"))?.focus({ preventScroll: true });
    // The browser tells of Escape a moment after it. By then the next press may have opened the sheet anew.
    const toggled = (event: Event) => "newState" in event && event.newState === "closed" && onClosed();
    element.addEventListener("toggle", toggled);
    return () => element.removeEventListener("toggle", toggled);
  }, [isFor, anchor, onClosed]);
  // The whole text comes a moment later than the sheet, and so does what is next for a goal.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is as high as its text is long.
  useEffect(() => {
    if (sheet.current && anchor.current && isFor) placeBeside(sheet.current, anchor.current.getBoundingClientRect());
  }, [text === undefined, opened?.goal === undefined]);
  const said = (what: Said) => {
    sheet.current?.hidePopover();
    if (opened) onSaid(opened, what);
  };
  return (
    <div
      className="answer-menu"
      ref={sheet}
      role="dialog"
      aria-label={opened ? titleOf(opened) : undefined}
      {...POPOVER}
    >
      {opened && <About opened={opened} text={text} />}
      {opened && <Choices opened={opened} responseId={responseId} onSaid={said} />}
      {opened && versionId && (
        <a className="small" href={`/kilder/${versionId}/punkt/${opened.row.id}`}>
          {words.readClause}
        </a>
      )}
    </div>
  );
}

/** React 18 knows the attribute by no type of its own. */
const POPOVER = { popover: "auto" };

/** The same on a page without a script: above the table, for the cell that the address names. */
export function AnswerPanel({ opened, responseId }: { opened: Opened; responseId: string | null }) {
  return (
    <section className="panel answer-panel" aria-label={titleOf(opened)}>
      <About opened={opened} text={undefined} />
      <Choices opened={opened} responseId={responseId} />
      <a href="?">{words.close}</a>
    </section>
  );
}

type ChoicesProps = { opened: Opened; responseId: string | null; onSaid?: (said: Said) => void };

function Choices({ opened, ...rest }: ChoicesProps) {
  return opened.row.isGoal ? <GoalForm {...opened} {...rest} /> : <AnswerForm {...opened} {...rest} />;
}

function titleOf({ row, center }: Opened): string {
  return words.answerTitle(row.mark, center.shortName);
}

function About({ opened, text }: { opened: Opened; text: string | undefined }) {
  const { row, cell } = opened;
  return (
    <>
      <h2>{titleOf(opened)}</h2>
      <p className="answer-clause small">{text || row.title}</p>
      <p className="answer-state small">
        <StateMark state={cell.state} />
        {coverageStates[cell.state]}
        {cell.goal && <GoalStatusPill status={cell.goal} />}
        {cell.deadline && !cell.cameLate && (
          <span className="soft">{words.deadline(untilDeadline(cell.deadline))}</span>
        )}
      </p>
      {cell.cameLate && cell.deadline && <p className="small">{words.cameLateOn(day(cell.deadline.day))}</p>}
    </>
  );
}

/** Below the cell, above it where there is no room, and never outside the window. */
function placeBeside(sheet: HTMLElement, cell: DOMRect): void {
  const { width, height } = sheet.getBoundingClientRect();
  const isBelow = cell.bottom + height + MARGIN <= window.innerHeight || cell.top < height + MARGIN;
  const top = isBelow ? Math.min(cell.bottom + 2, window.innerHeight - height - MARGIN) : cell.top - height - 2;
  const left = Math.min(cell.left, window.innerWidth - width - MARGIN);
  sheet.style.top = `${Math.max(MARGIN, top)}px`;
  sheet.style.left = `${Math.max(MARGIN, left)}px`;
}
