import { memo, type RefObject } from "react";
import { byMunicipality } from "~/components/by-municipality";
import { firstOf, ShowAll, useWhole } from "~/components/in-parts";
import { dueIn, coverage as words } from "~/words/coverage";
import { urgency } from "~/words/time";
import type { Board, BoardCenter, BoardRow } from "./board";
import { cellsOf } from "./board";
import { type Around, cellView } from "./cell";

type Props = {
  board: Board;
  rows: readonly BoardRow[];
  columns: readonly number[];
  around: Around;
  table: RefObject<HTMLTableElement>;
  sheet: string;
  /** Remarks on the whole source are among what is asked for. */
  hasWhole: boolean;
  on: Pick<React.HTMLAttributes<HTMLElement>, "onFocus" | "onClick" | "onKeyDown">;
};

/** Said aloud, because the style sheet lays the table out itself, and some browsers then forget what it is. */
const AS = {
  grid: { role: "grid" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  rowheader: { role: "rowheader" },
  columnheader: { role: "columnheader" },
};

/** More cells than any window shows. */
const AT_ONCE = 200;

/** Beyond this many centers the words would make the table too wide; then the signs stand alone, named for listeners. */
const WORDS_UP_TO = 5;

/**
 * Clauses down, centers across. Head and first column stay in sight; on a narrow screen each clause is a list. Rows out of
 * sight are there for search and print, and are not drawn (content-visibility).
 */
export function Grid({ board, rows, columns, around, table, on, sheet, hasWhole }: Props) {
  const style = { "--centers": columns.length } as React.CSSProperties;
  const isDense = columns.length > WORDS_UP_TO;
  const first = rows.findIndex((row) => !row.isHead);
  const isWhole = useWhole();
  const drawn = isWhole ? rows : firstOf(rows, AT_ONCE, () => columns.length);
  return (
    <div className="matrix-frame" data-dense={isDense ? "" : undefined}>
      <table
        className="matrix"
        {...AS.grid}
        aria-label={words.caption}
        data-dense={isDense ? "" : undefined}
        style={style}
        ref={table}
        {...on}
      >
        <Head centers={around.centers} columns={columns} sheet={sheet} />
        <tbody {...AS.rowgroup}>
          {hasWhole && <WholeSource board={board} columns={columns} around={around} />}
          {drawn.map((row, index) => (
            <Row
              key={row.id}
              row={row}
              index={index}
              isFirst={index === first}
              columns={columns}
              deadlines={board.deadlines}
              around={around}
            />
          ))}
        </tbody>
      </table>
      {drawn.length < rows.length && <ShowAll count={rows.length} />}
    </div>
  );
}

type HeadProps = { centers: readonly BoardCenter[]; columns: readonly number[]; sheet: string };

const Head = memo(function Head({ centers, columns, sheet }: HeadProps) {
  return (
    <thead {...AS.rowgroup}>
      <tr className="matrix-sheet only-printed">
        <th colSpan={columns.length + 1}>{sheet}</th>
      </tr>
      <Municipalities centers={centers} columns={columns} />
      <tr {...AS.row}>
        <th scope="col" {...AS.columnheader}>
          {words.clause}
        </th>
        {columns.map((column) => (
          <CenterHead key={column} center={centers[column]} />
        ))}
      </tr>
    </thead>
  );
});

/** Over the centers of each, where the hearing has several municipalities'. [J20] */
function Municipalities({ centers, columns }: Pick<HeadProps, "centers" | "columns">) {
  const shown = columns.flatMap((column) => centers[column] ?? []);
  const { stretches, isJoint } = byMunicipality(shown, ({ municipality }) => municipality);
  if (!isJoint) return null;
  return (
    <tr className="matrix-municipalities" {...AS.row}>
      <td {...AS.columnheader} />
      {stretches.map(({ municipality, rows }) => (
        <th
          key={municipality}
          scope="colgroup"
          {...AS.columnheader}
          colSpan={rows.length}
          style={{ gridColumn: `span ${rows.length}` }}
        >
          {municipality}
        </th>
      ))}
    </tr>
  );
}

/** The center, how far it is, and its next day with something open. */
function CenterHead({ center }: { center: BoardCenter | undefined }) {
  if (!center) return null;
  const { progress } = center;
  const isOpen = progress !== null && progress.settled < progress.total;
  return (
    <th scope="col" {...AS.columnheader} title={center.name}>
      <span className="matrix-center">{center.shortName}</span>
      {progress && (
        <span className="numeric" title={words.settled(progress.settled, progress.total)}>
          {words.settledShort(progress.settled, progress.total)}
        </span>
      )}
      {isOpen && progress.deadline && (
        <span className="deadline" data-urgency={urgency(progress.deadline)}>
          {dueIn(progress.deadline)}
        </span>
      )}
    </th>
  );
}

type RowProps = {
  row: BoardRow;
  index: number;
  /** Tab leads here, until somebody has gone on from it. */
  isFirst: boolean;
  columns: readonly number[];
  deadlines: Board["deadlines"];
  around: Around;
};

const Row = memo(function Row({ row, index, isFirst, columns, deadlines, around }: RowProps) {
  const style = row.depth > 0 ? ({ "--depth": row.depth } as React.CSSProperties) : undefined;
  if (row.isHead)
    return (
      <tr className="matrix-head" {...AS.row}>
        <th scope="rowgroup" {...AS.rowheader} colSpan={columns.length + 1} style={style}>
          {row.number} {row.title}
        </th>
      </tr>
    );
  const cells = cellsOf(row, { deadlines });
  return (
    <tr {...AS.row} data-row={row.id}>
      <th scope="row" {...AS.rowheader} data-c={-1} tabIndex={isFirst ? 0 : -1} style={style}>
        <ClauseLink row={row} versionId={around.versionId} />
      </th>
      {columns.map((column) => cellView({ ...around, cell: cells[column] ?? null, row, rowIndex: index, column }))}
    </tr>
  );
});

function ClauseLink({ row, versionId }: { row: BoardRow; versionId: string | null }) {
  const name = (
    <>
      <span className="numeric">{row.number}</span> {row.title}
    </>
  );
  if (versionId === null) return <span>{name}</span>;
  return (
    <a tabIndex={-1} href={`/kilder/${versionId}/punkt/${row.id}`}>
      {name}
    </a>
  );
}

/** Remarks on the whole source: no clause's cell would show them. */
function WholeSource({ board, columns, around }: Pick<Props, "board" | "columns" | "around">) {
  const { centers, responseId } = around;
  if (!board.whole.some(({ center }) => columns.includes(center))) return null;
  return (
    <tr {...AS.row} data-row="whole">
      <th scope="row" {...AS.rowheader} data-c={-1} tabIndex={-1}>
        <span className="matrix-whole">{words.whole}</span>
      </th>
      {columns.map((column) => {
        const linked = board.whole.find(({ center }) => center === column);
        const common = { role: "gridcell", tabIndex: -1, "data-c": column, "data-label": centers[column]?.shortName };
        if (!linked) return <td key={column} {...common} aria-label={words.paragraphs(0)} data-none="" />;
        return (
          <td key={column} {...common}>
            <a
              tabIndex={-1}
              href={`/svar/${responseId}#b-${linked.blockId}`}
              data-state="answered"
              aria-label={words.wholeOf(centers[column]?.shortName ?? "", linked.count)}
            >
              <i>{words.paragraphs(linked.count)}</i>
            </a>
          </td>
        );
      })}
    </tr>
  );
}
