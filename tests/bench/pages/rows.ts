import type { ReservedSql } from "postgres";

type Row = Record<string, unknown>;

/** Rows on their way into tables, some thousands at a time; columns that a row does not name keep their default. */
export type Rows = {
  add(table: string, ...rows: Row[]): Promise<void>;
  flush(): Promise<void>;
};

/** So much text a statement, about: a statement's parameter is held in memory on either side. */
const BYTES_AT_ONCE = 4_000_000;

export function rowsInto(sql: ReservedSql): Rows {
  const waiting = new Map<string, { columns: string; rows: string[]; bytes: number }>();
  const write = async (table: string) => {
    const batch = waiting.get(table);
    if (!batch || batch.rows.length === 0) return;
    waiting.delete(table);
    await sql.unsafe(
      `insert into ${table} (${batch.columns}) select ${batch.columns} from json_populate_recordset(null::${table}, $1::text::json)`,
      [`[${batch.rows.join(",")}]`],
    );
  };
  const add = async (table: string, ...rows: Row[]) => {
    for (const row of rows) {
      const columns = Object.keys(row).map((name) => `"${name}"`).join(", "); // biome-ignore format: one line
      if (waiting.get(table)?.columns !== columns) await write(table);
      const batch = waiting.get(table) ?? { columns, rows: [], bytes: 0 };
      const text = JSON.stringify(row);
      batch.rows.push(text);
      batch.bytes += text.length;
      waiting.set(table, batch);
      if (batch.bytes > BYTES_AT_ONCE) await write(table);
    }
  };
  const flush = async () => {
    for (const table of [...waiting.keys()]) await write(table);
  };
  return { add, flush };
}

/** Bytes as PostgreSQL reads them in text. */
export function bytes(of: Uint8Array): string {
  return `\\x${Buffer.from(of.buffer, of.byteOffset, of.byteLength).toString("hex")}`;
}
