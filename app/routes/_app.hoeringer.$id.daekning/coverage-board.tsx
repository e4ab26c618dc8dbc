import { useActionData, useLocation } from "@remix-run/react";
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { ALL } from "~/components/all";
import { EmptyState } from "~/components/page";
import { RefusalSentence, useRefusalSentences } from "~/components/refusal-sentence";
import { atDesks, UndecidedLine } from "~/components/undecided";
import type { Answer as Refused } from "~/refusals";
import { coverage as words } from "~/words/coverage";
import { useHearing } from "../_app.hoeringer.$id/use-hearing";
import type { Board, BoardRow } from "./board";
import type { Around } from "./cell";
import { Dropped } from "./dropped";
import { askedCell, isNarrowed, searchOf, sectionsIn, type Texts, type View } from "./filter";
import { FilterBar } from "./filter-bar";
import { Grid } from "./grid";
import { CoverageHead } from "./head";
import { AnswerMenu, AnswerPanel, type Opened } from "./menu";
import type { Order } from "./orders";
import { PrintHead, useAsOf } from "./print-head";
import { Told } from "./told";
import { openedAt, useAnswers } from "./use-answers";
import { type Loaded, useBoard } from "./use-board";
import { useWithGoal } from "./use-goal";
import { type GridPlace, useGrid } from "./use-grid";
import { useShown, useTexts, useView } from "./use-view";

/** Who has answered what: the hearing's coverage as it is this second. */
export function CoverageBoard({ loaded }: { loaded: Loaded & { texts: Texts | null } }) {
  const hearing = useHearing();
  const address = useLocation().pathname.replace(/\/$/, "");
  const { board, at, ...sending } = useBoard(loaded, `${address}/nyt`);
  const { view, show } = useView();
  const sections = useMemo(() => sectionsIn(board.rows), [board.rows]);
  const desks = atDesks(board.undecided.map(({ clause, at: version }) => ({ name: clause.path, at: version })));
  const undecided = <UndecidedLine desks={desks} canDecide={hearing.can.assign} />;
  const posted = useActionData<{ done: boolean } | Refused>();
  useRefusalSentences();
  const answers = useAnswers(board, sending);
  const sheet = words.sheet(hearing.userKey, hearing.title, useAsOf(at));
  if (board.centers.length === 0)
    return (
      <>
        {undecided}
        <EmptyState title={words.none.title} text={words.none.text} />
      </>
    );
  return (
    <div className="coverage">
      <PrintHead title={hearing.title} view={view} sections={sections} />
      <CoverageHead board={board} view={view} csv={`${address}.csv`} />
      {undecided}
      <Shown
        {...{ board, view, show, sections, answers, address, sheet }}
        waiting={sending.waiting}
        texts={loaded.texts}
      />
      <Told
        said={answers.said}
        refused={refusedNow(sending.refused, posted)}
        onUndo={answers.canUndo ? answers.undo : null}
      />
      <Dropped dropped={board.dropped} centers={board.centers} responseId={hearing.responseId} />
    </div>
  );
}

type ShownProps = {
  board: Board;
  view: View;
  show: ReturnType<typeof useView>["show"];
  sections: readonly BoardRow[];
  answers: ReturnType<typeof useAnswers>;
  address: string;
  waiting: readonly Order[];
  texts: Texts | null;
  /** What stands over the table on every sheet of a print. */
  sheet: string;
};

/** The filters, and the grid that they leave. */
function Shown({ board, view, show, sections, answers, address, waiting, texts: loaded, sheet }: ShownProps) {
  const { responseId, source, host } = useHearing();
  // Guests have the clauses here, and none of the host's pages about them. [J12]
  const versionId = host === null ? source.versionId : null;
  const [isReading, setReading] = useState(false);
  const { texts } = useTexts(loaded, `${address}/tekster`, isReading || view.word !== "");
  const { rows, columns, counts } = useShown(board, view, texts);
  // A press of a filter is seen at once; thousands of cells may take a moment longer.
  const drawn = useDeferredValue(useMemo(() => ({ board, rows, columns }), [board, rows, columns]));
  const { centers } = board;
  const around: Around = useMemo(() => ({ centers, responseId, versionId }), [centers, responseId, versionId]);
  const { table, on, menu, panel } = useMenu({
    board,
    rows,
    answers,
    address,
    waiting,
    onOpened: () => setReading(true),
  });
  return (
    <>
      <FilterBar
        {...{ view, show, counts, sections }}
        rows={rows.filter((row) => !row.isHead).length}
        hasOwn={centers.some(({ isMine }) => isMine)}
        onWordFocus={() => setReading(true)}
      />
      {panel && <AnswerPanel opened={panel} responseId={responseId} />}
      {drawn.rows.length > 0 ? (
        // Without a script a cell is a button that asks for the page with that cell's answers.
        <form>
          <Asked view={view} />
          <Grid {...{ ...drawn, around, table, on, sheet }} hasWhole={!isNarrowed(view)} />
        </form>
      ) : (
        <EmptyState title={words.nothingFound.title} text={words.nothingFound.text} />
      )}
      <AnswerMenu
        {...menu}
        responseId={responseId}
        versionId={versionId}
        text={menu.opened ? texts?.[menu.opened.row.id] : undefined}
      />
    </>
  );
}

/** What a form has to send along, so that its answer shows the same rows. */
function Asked({ view }: { view: View }) {
  const all = new URLSearchParams(useLocation().search).get(ALL);
  return [...new URLSearchParams(searchOf(view)), ...(all ? [[ALL, all] as const] : [])].map(([name, value]) => (
    <input key={name + value} type="hidden" name={name} value={value} />
  ));
}

type MenuProps = Pick<ShownProps, "board" | "answers" | "address" | "waiting"> & {
  rows: readonly BoardRow[];
  onOpened: () => void;
};

/** One sheet for the cell that was opened last; it follows what the board says of that cell. */
function useMenu({ board, rows, answers, address, waiting, onOpened }: MenuProps) {
  const table = useRef<HTMLTableElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const [place, setPlace] = useState<GridPlace | null>(null);
  const open = (at: GridPlace, cell: HTMLElement) => {
    anchor.current = cell;
    setPlace({ ...at });
    onOpened();
  };
  const on = useGrid(table, { ...answers, open });
  const onClosed = useCallback(() => setPlace(null), []);
  const opened = useWithGoal(
    useMemo(() => place && openedAt(board, place), [board, place]),
    place,
    { address: `${address}/maal`, waiting },
  );
  const menu = { opened, opening: place, anchor, onSaid: answers.answer, onClosed };
  return { table, on, menu, panel: usePanel(board, rows) };
}

function usePanel(board: Board, rows: readonly BoardRow[]): Opened | null {
  const place = askedCell(new URLSearchParams(useLocation().search), board, rows);
  return place && openedAt(board, place);
}

/** What was sent by the script, or, before it was there, by the form. */
function refusedNow(code: string | null, posted: { done: boolean } | Refused | undefined): ReactNode {
  if (code !== null) return <RefusalSentence code={code} />;
  return posted && "refusal" in posted ? posted.refusal.said?.all : null;
}
