import { Fragment, type ReactNode } from "react";
import { byMunicipality } from "./by-municipality";

export type Column<Row> = { label: string; cell: (row: Row) => ReactNode; isNumeric?: boolean; width?: string };

type Props<Row> = {
  caption: string;
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Whose row it is: where several municipalities have some, each stands under its name. [J20] */
  municipalityOf?: (row: Row) => string;
};

/** A table whose first column names the row. On a narrow screen each row folds into a short list. */
export function DataTable<Row>({ caption, columns, rows, keyOf, municipalityOf = () => "" }: Props<Row>) {
  const [head, ...rest] = columns;
  const { stretches, isJoint } = byMunicipality(rows, municipalityOf);
  return (
    <div className="table-frame">
      <table className="table" data-folds>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, width }) => (
              <th key={label} scope="col" style={width ? { width } : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stretches.map((stretch) => (
            <Fragment key={stretch.municipality}>
              {isJoint && (
                <tr className="table-group">
                  <th scope="rowgroup" colSpan={columns.length}>
                    {stretch.municipality}
                  </th>
                </tr>
              )}
              {stretch.rows.map((row) => (
                <tr key={keyOf(row)}>
                  <th scope="row">{head.cell(row)}</th>
                  {rest.map(({ label, cell, isNumeric }) => (
                    <td key={label} data-label={label} className={isNumeric ? "numeric" : undefined}>
                      {cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
