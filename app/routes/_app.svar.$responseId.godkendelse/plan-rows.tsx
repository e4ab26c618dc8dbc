import { type ReactNode, useRef, useState } from "react";
import { useAnsweredField } from "~/components/answered";
import { Button } from "~/components/button";
import type { Values } from "~/refusals";
import { approval } from "~/words/approval";
import { shell } from "~/words/shell";
import type { ReviewPage } from "../../../server/reviews/shapes";

const { plan: words } = approval;
const MOST = 10;

type Row = { key: number; approverId: string; substituteId: string; dueDay: string; isTacit: boolean };
type Approvers = ReviewPage["approvers"];

const blank = (key: number): Row => ({ key, approverId: "", substituteId: "", dueDay: "", isTacit: false });

/** The steps to be filled in. Without a script there is always one more than is kept; an empty one is none. */
export function PlanRows({ page, kept }: { page: ReviewPage; kept: Values | undefined }) {
  const [rows, setRows] = useState(() => firstRows(page, kept));
  const next = useRef(rows.length + 1);
  const list = useRef<HTMLOListElement>(null);
  const change = (key: number, part: Partial<Row>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const move = (from: number, to: number) => setRows((now) => moved(now, from, to));
  const remove = (key: number) => {
    setRows((now) => (now.length > 1 ? now.filter((row) => row.key !== key) : [blank(key)]));
    list.current?.focus();
  };
  const add = () => {
    setRows((now) => [...now, blank(next.current)]);
    next.current += 1;
  };
  return (
    <>
      <ol className="plan-rows" ref={list} tabIndex={-1} aria-label={words.title}>
        {rows.map((row, index) => (
          <PlanStep
            key={row.key}
            row={row}
            number={index + 1}
            approvers={page.approvers}
            change={(part) => change(row.key, part)}
          >
            <Moves number={index + 1} count={rows.length} move={move} remove={() => remove(row.key)} />
          </PlanStep>
        ))}
      </ol>
      {rows.length < MOST && (
        <Button type="button" kind="bare" size="small" onClick={add}>
          {words.add}
        </Button>
      )}
    </>
  );
}

function firstRows(page: ReviewPage, kept: Values | undefined): Row[] {
  const typed = kept ? keptRows(kept) : [];
  if (typed.length > 0) return typed;
  const planned = page.plan.map(({ approverId, substituteId, dueDay, isTacit }, index) => {
    return { key: index + 1, approverId, substituteId: substituteId ?? "", dueDay: dueDay ?? "", isTacit };
  });
  const rows: Row[] = planned.length > 0 ? planned : [blank(1)];
  return rows.length < MOST ? [...rows, blank(rows.length + 1)] : rows;
}

/** What was typed before a refusal that came without a script. */
function keptRows(kept: Values): Row[] {
  const numbers = Object.keys(kept).flatMap((name) => /^approverId\.(\d+)$/.exec(name)?.[1] ?? []);
  const text = (name: string) => (typeof kept[name] === "string" ? kept[name] : "");
  return numbers.map((number) => ({
    key: Number(number),
    approverId: text(`approverId.${number}`),
    substituteId: text(`substituteId.${number}`),
    dueDay: text(`dueDay.${number}`),
    isTacit: text(`isTacit.${number}`) === "yes",
  }));
}

function moved(rows: readonly Row[], from: number, to: number): Row[] {
  const row = rows[from];
  if (!row) return [...rows];
  const others = rows.filter((one) => one !== row);
  return [...others.slice(0, to), row, ...others.slice(to)];
}

type StepProps = {
  row: Row;
  number: number;
  approvers: Approvers;
  change: (part: Partial<Row>) => void;
  children: ReactNode;
};

function PlanStep({ row, number, approvers, change, children }: StepProps) {
  return (
    <li>
      <fieldset className="plan-step">
        <legend>{words.step(number)}</legend>
        <PlanField name={`approverId.${number}`} label={words.approver}>
          {(control) => (
            <select
              {...control}
              value={row.approverId}
              onChange={(event) => change({ approverId: event.target.value })}
            >
              <option value="">{words.nobody}</option>
              <People approvers={approvers} chosen={row.approverId} />
            </select>
          )}
        </PlanField>
        <PlanField name={`substituteId.${number}`} label={words.substitute} isOptional>
          {(control) => (
            <select
              {...control}
              value={row.substituteId}
              onChange={(event) => change({ substituteId: event.target.value })}
            >
              <option value="">{words.nobody}</option>
              <People approvers={approvers} chosen={row.substituteId} />
            </select>
          )}
        </PlanField>
        <PlanField name={`dueDay.${number}`} label={words.dueDay} isOptional>
          {(control) => (
            <input
              {...control}
              type="date"
              value={row.dueDay}
              onChange={(event) => change({ dueDay: event.target.value })}
            />
          )}
        </PlanField>
        <label className="choice">
          <input
            type="checkbox"
            name={`isTacit.${number}`}
            value="yes"
            checked={row.isTacit}
            onChange={(event) => change({ isTacit: event.target.checked })}
          />
          {words.tacit}
        </label>
        {children}
      </fieldset>
    </li>
  );
}

/** Somebody who is kept in the plan and may no longer approve is still named by it; the sending says why not. */
function People({ approvers, chosen }: { approvers: Approvers; chosen: string }) {
  const isKnown = !chosen || approvers.some(({ id }) => id === chosen);
  return (
    <>
      {approvers.map(({ id, name, title }) => (
        <option key={id} value={id}>
          {title ? `${name}, ${title}` : name}
        </option>
      ))}
      {!isKnown && <option value={chosen}>{approval.unusable}</option>}
    </>
  );
}

type Control = { id: string; name: string; className: string; "aria-invalid"?: true; "aria-describedby"?: string };
type FieldProps = { name: string; label: string; isOptional?: boolean; children: (control: Control) => ReactNode };

/** A field whose value the row keeps, since rows change places. */
function PlanField({ name, label, isOptional, children }: FieldProps) {
  const { id, error } = useAnsweredField(name);
  const wrong = error ? { "aria-invalid": true as const, "aria-describedby": `${id}-error` } : {};
  return (
    <div className="field" data-wrong={error ? "" : undefined}>
      <label className="field-label" htmlFor={id}>
        {label} {isOptional && <span className="soft small">{shell.optional}</span>}
      </label>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({ id, name, className: "input", ...wrong })}
    </div>
  );
}

type MoveProps = { number: number; count: number; move: (from: number, to: number) => void; remove: () => void };

function Moves({ number, count, move, remove }: MoveProps) {
  const index = number - 1;
  return (
    <div className="row plan-moves">
      <Button
        type="button"
        kind="bare"
        size="small"
        disabled={index === 0}
        aria-label={words.up(number)}
        onClick={() => move(index, index - 1)}
      >
        ↑
      </Button>
      <Button
        type="button"
        kind="bare"
        size="small"
        disabled={number === count}
        aria-label={words.down(number)}
        onClick={() => move(index, index + 1)}
      >
        ↓
      </Button>
      <Button type="button" kind="bare" size="small" aria-label={words.remove(number)} onClick={remove}>
        ✕
      </Button>
    </div>
  );
}
