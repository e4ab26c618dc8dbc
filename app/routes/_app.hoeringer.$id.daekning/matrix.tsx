import { Link } from "@remix-run/react";
import { clauseName, shortened } from "~/words/clause-names";
import { coverage as words } from "~/words/hearings";
import type { CenterRow } from "../../../server/consultations/shapes";
import type { CoveragePage } from "../../../server/links/shapes";
import { Cell } from "./cell";
import type { MatrixRow } from "./rows";

type Props = { page: CoveragePage; rows: readonly MatrixRow[]; responseId: string | null };

/** Beyond this many centers the words would make the table too wide; then the marks stand alone, named for listeners. */
const WORDS_UP_TO = 6;

/** Clauses down, centers across. Head and first column stay in sight; on a narrow screen each clause is a list. */
export function Matrix({ page, rows, responseId }: Props) {
  const { centers } = page;
  const style = { "--centers": centers.length } as React.CSSProperties;
  return (
    <div className="matrix-frame">
      <table className="matrix" data-dense={centers.length > WORDS_UP_TO ? "" : undefined} style={style}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.clause}</th>
            {centers.map(({ id, name, shortName }) => (
              <th key={id} scope="col" title={name}>
                {shortName}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <WholeSource page={page} responseId={responseId} />
          {rows.map((row) => (
            <Row key={row.clause.id} row={row} centers={centers} responseId={responseId} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { row: MatrixRow; centers: readonly CenterRow[]; responseId: string | null };

function Row({ row: { clause, isHead, cells }, centers, responseId }: RowProps) {
  const style = { "--depth": clause.depth } as React.CSSProperties;
  if (isHead)
    return (
      <tr className="matrix-head">
        <th scope="rowgroup" colSpan={centers.length + 1} style={style}>
          {clauseName(clause)}
        </th>
      </tr>
    );
  return (
    <tr>
      <th scope="row" style={style}>
        <span className="matrix-clause" title={clause.text}>
          <span className="matrix-number numeric">{clause.number}</span> {clause.heading || shortened(clause.text, 140)}
        </span>
      </th>
      {centers.map((center) => (
        <Cell key={center.id} cell={cells.get(center.id)} clause={clause} center={center} responseId={responseId} />
      ))}
    </tr>
  );
}

/** Remarks on the whole source: no clause's cell would show them. */
function WholeSource({ page: { centers, wholeSource }, responseId }: Pick<Props, "page" | "responseId">) {
  if (wholeSource.length === 0) return null;
  return (
    <tr>
      <th scope="row">{words.whole}</th>
      {centers.map(({ id, shortName }) => {
        const blocks = wholeSource.find(({ centerId }) => centerId === id)?.blockIds ?? [];
        return (
          <td key={id} data-label={shortName} data-empty={blocks.length > 0 ? undefined : ""}>
            {blocks.length > 0 && (
              <Link className="cell" to={`/svar/${responseId}#b-${blocks[0]}`}>
                {words.paragraphs(blocks.length)}
              </Link>
            )}
          </td>
        );
      })}
    </tr>
  );
}
