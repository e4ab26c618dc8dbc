import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Refused } from "~/taken";
import type { PersonRow } from "../../../server/comments/shapes";
import { comments as words } from "../../words/comments";
import { type Draft, draftOf, keepDraft } from "./drafts";
import { PeopleList, usePeople, usePeopleKeys } from "./people-list";
import type { CommentStore } from "./store";
import { calledAt, encoded } from "./text-parts";

type Props = {
  store: CommentStore;
  label: string;
  /** Where what is typed is kept until it is sent. */
  draftKey: string;
  /** What stands in it when nothing has been kept. */
  begun?: Draft;
  send: string;
  /** `id` stays the same until it is sent: what a lost line has taken along all the same is there once. [K3] */
  onSend: (text: string, id: string) => Promise<Refused | null>;
  onClose: () => void;
  children?: ReactNode;
};

/** Where a comment is typed: @ finds people, Ctrl+Enter sends, Escape closes and keeps what was typed. [K8] */
export function CommentBox({ store, label, draftKey, begun, send, onSend, onClose, children }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, type } = useDraft(draftKey, begun);
  const { isSending, refused, submit } = useSending(draft, onSend, () =>
    keepDraft(draftKey, { text: "", mentions: {} }),
  );
  const naming = useNaming(store, field, draft, type);
  useLayoutEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (naming.onKey(event.key)) event.preventDefault();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
  };
  const wrong = refused && saidOf(refused);
  return (
    <div className="comment-box">
      <textarea
        ref={field}
        aria-label={label}
        aria-describedby={`${id}-help${wrong ? ` ${id}-wrong` : ""}`}
        aria-invalid={wrong ? true : undefined}
        aria-autocomplete="list"
        aria-controls={naming.people ? `${id}-people` : undefined}
        aria-activedescendant={naming.people?.length ? `${id}-people-${naming.active}` : undefined}
        placeholder={label}
        rows={3}
        value={draft.text}
        onChange={(event) => {
          type({ ...draft, text: event.target.value });
          naming.look(event.target.value, event.target.selectionStart);
        }}
        onSelect={(event) => naming.look(event.currentTarget.value, event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {naming.people && (
        <PeopleList id={`${id}-people`} people={naming.people} active={naming.active} onChoose={naming.choose} />
      )}
      {wrong && (
        <p className="comment-wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
      <p className="visually-hidden" id={`${id}-help`}>
        {words.writeHelp}
      </p>
      {children}
      <Buttons {...{ send, isSending, submit, onClose }} />
    </div>
  );
}

type ButtonProps = Pick<Props, "send" | "onClose"> & { isSending: boolean; submit: () => void };

function Buttons({ send, isSending, submit, onClose }: ButtonProps) {
  return (
    <div className="comment-row">
      <button
        type="button"
        className="button"
        data-size="small"
        data-kind="strong"
        disabled={isSending}
        onClick={submit}
      >
        {isSending ? words.sending : send}
      </button>
      <button type="button" className="button" data-size="small" data-kind="quiet" onClick={onClose}>
        {words.cancel}
      </button>
    </div>
  );
}

/** A refusal of a name says so; what else was wrong with what was typed; and what was wrong at all. */
function saidOf({ code, all, fields }: Refused): string {
  if (code === "not-reached") return words.notSent;
  const { comment, ...others } = fields;
  return comment ?? Object.values(others)[0] ?? all;
}

function useDraft(key: string, begun: Draft | undefined) {
  const [draft, setDraft] = useState(() => {
    const kept = draftOf(key);
    return kept.text === "" && begun ? begun : kept;
  });
  const type = (next: Draft) => {
    setDraft(next);
    keepDraft(key, next);
  };
  return { draft, type };
}

function useSending(draft: Draft, onSend: Props["onSend"], sent: () => void) {
  const [id] = useState(() => crypto.randomUUID());
  const [isSending, setSending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const submit = async () => {
    if (isSending) return;
    setSending(true);
    const answer = await onSend(encoded(draft), id);
    if (!answer) sent();
    if (!isHere.current) return;
    setSending(false);
    setRefused(answer);
  };
  return { isSending, refused, submit: () => void submit() };
}

/** People whose name is being typed behind an @. */
function useNaming(
  store: CommentStore,
  field: { current: HTMLTextAreaElement | null },
  draft: Draft,
  type: (draft: Draft) => void,
) {
  const [called, setCalled] = useState<{ from: number; query: string } | null>(null);
  const found = usePeople(store, called?.query ?? null);
  // Nobody is called so: the @ was none.
  const people = found && (found.length > 0 || called?.query === "") ? found : null;
  const choose = ({ id, name }: PersonRow) => {
    const element = field.current;
    if (!element || !called) return;
    const before = `${draft.text.slice(0, called.from)}@${name} `;
    // Drawn at once: who types on does not wait for the caret to be put behind the name.
    flushSync(() => {
      type({
        text: before + draft.text.slice(element.selectionStart).replace(/^ /, ""),
        mentions: { ...draft.mentions, [name]: id },
      });
      setCalled(null);
    });
    element.setSelectionRange(before.length, before.length);
  };
  const keys = usePeopleKeys(people, choose);
  const onKey = (key: string): boolean => {
    if (!people) return false;
    if (key !== "Escape") return keys.onKey(key);
    setCalled(null);
    return true;
  };
  const look = (text: string, caret: number) => setCalled(calledAt(text, caret));
  return { people, active: keys.active, choose, onKey, look };
}
