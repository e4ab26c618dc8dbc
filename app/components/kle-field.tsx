import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { newsAt } from "~/standing-open";
import { kle } from "~/words/kle";
import type { KleKind, KleNumber } from "../../server/kle/shapes";
import { type Control, Framed } from "./field";
import "./kle-field.css";

const words = kle.field;

type Props = {
  name: string;
  label: string;
  kind: KleKind;
  hint?: string;
  defaultValue?: string;
  isOptional?: boolean;
  /** The day it is to be used on, where the form knows one: a number that has ended by then says so. */
  day?: string;
};

/**
 * A field for a number of KLE: typed as it is, or found by its words, with the arrows and Enter. Without a script, and
 * without a list, it is a plain field.
 */
export function KleField({ name, label, hint, isOptional = false, defaultValue = "", ...asked }: Props) {
  return (
    <Framed frame={{ name, label, isOptional, width: "medium", ...(hint ? { hint } : {}) }} given={defaultValue}>
      {(control) => <Lookup control={control} {...asked} />}
    </Framed>
  );
}

type LookupProps = { control: Control } & Pick<Props, "kind" | "day">;

function Lookup({ control: { defaultValue = "", ...control }, kind, day }: LookupProps) {
  const id = useId();
  const [value, setValue] = useState(defaultValue);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useFound(kind, value);
  const chosen = found.numbers?.find(({ number }) => number === value.trim().toUpperCase()) ?? null;
  // Whoever has typed a whole number has nothing to choose, and may want what the list would lie over.
  const shown = isOpen && !chosen && found.for === value && found.numbers ? found.numbers : [];
  const choose = (number: KleNumber | undefined) => {
    if (number) setValue(number.number);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length === 0) setOpen(true);
    else if (step) setActive((active + step + shown.length) % shown.length);
    else if (shown.length === 0 || (event.key !== "Enter" && event.key !== "Escape")) return;
    else choose(event.key === "Enter" ? shown[active] : undefined);
    event.preventDefault();
  };
  useInSight(`${id}-${active}`, shown.length > 0);
  return (
    <div className="kle-field">
      <input
        className="input"
        {...control}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => {
          setValue(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <Options id={id} shown={shown} active={active} onChoose={choose} />
      <p className="kle-said small" role="status">
        {saidOf({ chosen, found, isOpen, value, day })}
      </p>
    </div>
  );
}

type Found = { for: string; numbers: KleNumber[] | null; isNone: boolean };
const WAIT_MS = 120;

/** What the list has for what is typed, a moment after the last key. */
function useFound(kind: KleKind, value: string): Found {
  const [found, setFound] = useState<Found>({ for: "", numbers: null, isNone: false });
  const asked = useRef("");
  useEffect(() => {
    asked.current = value;
    if (value.trim() === "") return;
    const wait = setTimeout(async () => {
      const news = await newsAt<{ numbers: KleNumber[] | null }>(
        `/kle?${new URLSearchParams({ art: kind, q: value })}`,
      );
      if (news && asked.current === value) setFound({ for: value, ...news, isNone: news.numbers === null });
    }, WAIT_MS);
    return () => clearTimeout(wait);
  }, [kind, value]);
  return value.trim() === "" ? { for: value, numbers: null, isNone: found.isNone } : found;
}

function useInSight(id: string, isOpen: boolean): void {
  useEffect(() => {
    if (isOpen) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }, [id, isOpen]);
}

type Said = { chosen: KleNumber | null; found: Found; isOpen: boolean; value: string } & Pick<Props, "day">;

function saidOf({ chosen, found, isOpen, value, day }: Said) {
  if (found.isNone) return <span className="soft">{words.noList}</span>;
  if (chosen) return <Chosen number={chosen} day={day} />;
  if (!isOpen || found.for !== value || !found.numbers) return null;
  const { length } = found.numbers;
  return length === 0 ? words.nothing : <span className="visually-hidden">{words.found(length)}</span>;
}

/** Its title, and what is to be known before it is used. */
function Chosen({ number: { title, validFrom, validTo, successor }, day }: { number: KleNumber } & Pick<Props, "day">) {
  const hasEnded = validTo !== null && day !== undefined && day > validTo;
  const isAhead = validFrom !== null && day !== undefined && day < validFrom;
  return (
    <>
      {title}
      {validTo && (
        <strong data-tone={hasEnded ? "bad" : "warn"}> {(hasEnded ? words.ended : words.ends)(validTo)}</strong>
      )}
      {isAhead && <strong data-tone="bad"> {words.begins(validFrom)}</strong>}
      {successor && <> {words.successor(successor.number, successor.title)}</>}
    </>
  );
}

type OptionsProps = {
  id: string;
  shown: readonly KleNumber[];
  active: number;
  onChoose: (number: KleNumber) => void;
};

function Options({ id, shown, active, onChoose }: OptionsProps) {
  return (
    <div
      role="listbox"
      id={`${id}-list`}
      aria-label={words.results}
      className="kle-options"
      hidden={shown.length === 0}
    >
      {shown.map((number, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which keeps the focus
        <div
          key={number.number}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // Else the field loses the focus before the click is one.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(number)}
        >
          <strong>{number.number}</strong> {number.title}
          {number.validTo && <span className="soft small"> {words.ends(number.validTo)}</span>}
        </div>
      ))}
    </div>
  );
}
