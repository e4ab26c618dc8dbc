import type { Editor } from "@tiptap/core";
import { type FormEvent, useId, useState } from "react";
import { tables as words } from "../../../words/tables";
import { insertTable, isTableSize, USUAL_TABLE } from "../insert-table";
import { MOST_COLUMNS, MOST_ROWS } from "./limits";

export type TableFormProps = { editor: Editor; onEnd: () => void };

export function TableForm({ editor, onEnd }: TableFormProps) {
  const hintId = useId();
  const [size, setSize] = useState(USUAL_TABLE);
  const isFine = isTableSize(size);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isFine) return;
    onEnd();
    insertTable(editor, size);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{words.title}</h2>
      <div className="row">
        <Count label={words.rows} most={MOST_ROWS} value={size.rows} set={(rows) => setSize({ ...size, rows })} />
        <Count
          label={words.columns}
          most={MOST_COLUMNS}
          value={size.columns}
          set={(columns) => setSize({ ...size, columns })}
        />
      </div>
      <label className="choice">
        <input
          type="checkbox"
          checked={size.hasHeader}
          onChange={(event) => setSize({ ...size, hasHeader: event.target.checked })}
        />
        {words.hasHeader}
      </label>
      <p id={hintId} className="small soft" role={isFine ? undefined : "alert"}>
        {words.wrong(MOST_ROWS, MOST_COLUMNS)}
      </p>
      <div className="row">
        <button type="submit" className="button">
          {words.insert}
        </button>
        <button type="button" className="button" data-kind="bare" onClick={onEnd}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

type CountProps = { label: string; most: number; value: number; set: (count: number) => void };

function Count({ label, most, value, set }: CountProps) {
  return (
    <label className="table-count">
      {label}
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        value={Number.isNaN(value) ? "" : value}
        onChange={(event) => set(event.target.valueAsNumber)}
      />
    </label>
  );
}
