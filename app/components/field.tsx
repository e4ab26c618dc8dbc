import type { ComponentProps, ReactNode } from "react";
import { shell } from "~/words/shell";
import { useAnsweredField } from "./answered";

type Frame = {
  name: string;
  label: string;
  hint?: string;
  width?: "short" | "medium" | "full";
  isOptional?: boolean;
};
export type Control = {
  id: string;
  name: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
  defaultValue?: string;
};

/** Label, hint and error around one control, tied together for those who listen. The value survives a refusal. */
export function Framed({
  frame,
  given,
  children,
}: {
  frame: Frame;
  given?: string;
  children: (c: Control) => ReactNode;
}) {
  const { name, label, hint, width, isOptional } = frame;
  const { id, error, kept } = useAnsweredField(name);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const control: Control = { id, name, defaultValue: typeof kept === "string" ? kept : given };
  if (error) control["aria-invalid"] = true;
  if (describedBy) control["aria-describedby"] = describedBy;
  return (
    <div className="field" data-width={width} data-wrong={error ? "" : undefined}>
      <label className="field-label" htmlFor={id}>
        {label} {isOptional && <span className="soft small">{shell.optional}</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children(control)}
    </div>
  );
}

type Rest<Tag extends "input" | "select" | "textarea"> = Omit<ComponentProps<Tag>, "name" | "id" | "width">;

export function Field(props: Frame & Rest<"input">) {
  const { name, label, hint, width, isOptional, defaultValue, type = "text", ...rest } = props;
  const frame = { name, label, hint, width, isOptional };
  const isFile = type === "file";
  return (
    <Framed frame={frame} given={defaultValue?.toString()}>
      {({ defaultValue: value, ...control }) => (
        <input className="input" type={type} {...rest} {...control} {...(isFile ? {} : { defaultValue: value })} />
      )}
    </Framed>
  );
}

export function TextField(props: Frame & Rest<"textarea">) {
  const { name, label, hint, width, isOptional, defaultValue, ...rest } = props;
  const frame = { name, label, hint, width, isOptional };
  return (
    <Framed frame={frame} given={defaultValue?.toString()}>
      {(control) => <textarea className="input" rows={4} {...rest} {...control} />}
    </Framed>
  );
}

export function SelectField(props: Frame & Rest<"select">) {
  const { name, label, hint, width, isOptional, defaultValue, children, ...rest } = props;
  const frame = { name, label, hint, width, isOptional };
  return (
    <Framed frame={frame} given={defaultValue?.toString()}>
      {(control) => (
        <select className="input" {...rest} {...control}>
          {children}
        </select>
      )}
    </Framed>
  );
}

/** A group of checkboxes or radio buttons under one legend and one error. */
export function Choices({ name, legend, hint, children }: ChoicesProps) {
  const { id, error } = useAnsweredField(name);
  const describedBy = error ? `${id}-error` : undefined;
  return (
    <fieldset
      className="choices field"
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy}
      data-wrong={error ? "" : undefined}
    >
      <legend>{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {error && (
        <p className="field-error" id={describedBy}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
}

type ChoicesProps = { name: string; legend: string; hint?: string; children: ReactNode };
