/** Rows that stand under the name of one municipality. */
type Stretch<Row> = { municipality: string; rows: Row[] };

/**
 * Rows in their order, by whose they are: centers come one municipality after the other. Where all are one's there is nothing
 * to head, and `isJoint` says so. [J20]
 */
export function byMunicipality<Row>(rows: readonly Row[], municipalityOf: (row: Row) => string) {
  const stretches: Stretch<Row>[] = [];
  for (const row of rows) {
    const municipality = municipalityOf(row);
    const last = stretches.at(-1);
    if (last?.municipality === municipality) last.rows.push(row);
    else stretches.push({ municipality, rows: [row] });
  }
  return { stretches, isJoint: stretches.length > 1 };
}
