import type { KeyboardEvent, ReactNode, RefObject } from "react";
import { find as words } from "../../../words/writing-desk";
import { isKey, withKey } from "../chords";
import type { KeyId } from "../keys";
import type { Query } from "./matches";
import type { useFind } from "./use-find";

export type Found = ReturnType<typeof useFind>;
type Asked = { query: Query; onQuery: (query: Query) => void; found: Found };

/** What is looked for. */
export function Sought({ field, query, onQuery, found }: Asked & { field: RefObject<HTMLInputElement> }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isKey("find-step", event)) return;
    event.preventDefault();
    found.go(event.shiftKey ? -1 : 1);
  };
  return (
    <input
      ref={field}
      type="text"
      className="find-field"
      aria-label={words.query}
      placeholder={words.query}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="search"
      data-nothing={(isAsked(query) && found.count === 0) || undefined}
      value={query.text}
      onChange={(event) => onQuery({ ...query, text: event.target.value })}
      onKeyDown={onKeyDown}
    />
  );
}

function isAsked({ text }: Query): boolean {
  return text.trim() !== "";
}

type ToolsProps = Asked & {
  close: () => void;
  withReplace: boolean;
  /** Null for readers. */
  onReplace: ((isShown: boolean) => void) | null;
};

/** Where one is, how to go on, and how exactly it is meant. */
export function SearchTools({ query, onQuery, found, close, withReplace, onReplace }: ToolsProps) {
  const { matchCase, wholeWords } = query;
  return (
    <div className="find-tools">
      <span className="find-count" role="status">
        {isAsked(query) && words.found(found.index, found.count)}
      </span>
      <Small label={words.previous} keyId="find-previous" act={() => found.go(-1)}>
        ↑
      </Small>
      <Small label={words.next} keyId="find-next" act={() => found.go(1)}>
        ↓
      </Small>
      <Small label={words.matchCase} isOn={matchCase} act={() => onQuery({ ...query, matchCase: !matchCase })}>
        Aa
      </Small>
      <Small label={words.wholeWords} isOn={wholeWords} act={() => onQuery({ ...query, wholeWords: !wholeWords })}>
        |ord|
      </Small>
      {onReplace && (
        <Small label={words.showReplace} isOn={withReplace} act={() => onReplace(!withReplace)}>
          {words.showReplace}
        </Small>
      )}
      <Small label={words.close} keyId="find-close" act={close}>
        ×
      </Small>
    </div>
  );
}

type SmallProps = { label: string; keyId?: KeyId; isOn?: boolean; act: () => void; children: ReactNode };

function Small({ label, keyId, isOn, act, children }: SmallProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={withKey(label, keyId)}
      aria-pressed={isOn}
      onClick={act}
    >
      {children}
    </button>
  );
}
