import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { comments as words } from "../../words/comments";
import { PeopleList, usePeople, usePeopleKeys } from "./people-list";
import type { Comments } from "./use-comments";

type Props = { comments: Comments; isGiven: boolean; onGive: (userId: string) => void; onClose: () => void };

/** Who a thread is given to: oneself, nobody, or whoever is found by name or center. */
export function AssignField({ comments, isGiven, onGive, onClose }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [called, setCalled] = useState("");
  const people = usePeople(comments.store, called.trim() === "" ? null : called);
  const { active, onKey } = usePeopleKeys(people, (person) => onGive(person.id));
  useLayoutEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    } else if (event.key !== "Tab" && onKey(event.key)) event.preventDefault();
  };
  return (
    <div className="comment-box">
      <label className="assign-field">
        {words.assignTo}
        <input
          ref={field}
          role="combobox"
          aria-expanded={people !== null}
          aria-controls={`${id}-people`}
          aria-activedescendant={people?.length ? `${id}-people-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={words.assignHelp}
          value={called}
          onChange={(event) => setCalled(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      {people && (
        <PeopleList id={`${id}-people`} people={people} active={active} onChoose={(person) => onGive(person.id)} />
      )}
      <div className="comment-row">
        <button
          type="button"
          className="button"
          data-size="small"
          data-kind="quiet"
          onClick={() => onGive(comments.me)}
        >
          {words.assignMe}
        </button>
        {isGiven && (
          <button type="button" className="button" data-size="small" data-kind="quiet" onClick={() => onGive("")}>
            {words.unassign}
          </button>
        )}
        <button type="button" className="button" data-size="small" data-kind="bare" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </div>
  );
}
