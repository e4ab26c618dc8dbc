import { useEffect, useState } from "react";
import type { PersonRow } from "../../../server/comments/shapes";
import { comments as words } from "../../words/comments";
import type { CommentStore } from "./store";

/** Typing faster than this asks once. */
const REST = 120;

/** Those who are called so; null while nobody is looked for or nothing has been heard yet. */
export function usePeople(store: CommentStore, called: string | null): readonly PersonRow[] | null {
  const [found, setFound] = useState<{ called: string; people: readonly PersonRow[] } | null>(null);
  useEffect(() => {
    if (called === null) return;
    let isOver = false;
    const timer = setTimeout(() => {
      void store.people(called).then((people) => isOver || setFound({ called, people }));
    }, REST);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [store, called]);
  return called === null ? null : (found?.people ?? null);
}

type Props = { id: string; people: readonly PersonRow[]; active: number; onChoose: (person: PersonRow) => void };

/** The keys belong to the field above, which keeps the focus. */
export function PeopleList({ id, people, active, onChoose }: Props) {
  return (
    <div role="listbox" id={id} aria-label={words.people} className="people-list">
      {people.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
        // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and names the option it means
        <div
          key={person.id}
          role="option"
          id={`${id}-${index}`}
          aria-selected={index === active}
          className="people-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          {person.name}
          {person.center && <span className="soft"> {person.center}</span>}
        </div>
      ))}
      {people.length === 0 && <p className="people-none">{words.nobody}</p>}
    </div>
  );
}

/** Which of them the arrows have come to; Enter or Tab takes it. */
export function usePeopleKeys(people: readonly PersonRow[] | null, onChoose: (person: PersonRow) => void) {
  const [active, setActive] = useState(0);
  const count = people?.length ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other people, another beginning
  useEffect(() => setActive(0), [people]);
  const onKey = (key: string): boolean => {
    if (count === 0) return false;
    if (key === "ArrowDown" || key === "ArrowUp") {
      setActive((active + (key === "ArrowDown" ? 1 : count - 1)) % count);
      return true;
    }
    const person = people?.[active];
    if (!person || (key !== "Enter" && key !== "Tab")) return false;
    onChoose(person);
    return true;
  };
  return { active, onKey };
}
