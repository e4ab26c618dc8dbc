import { Fragment, memo, type RefObject, useId } from "react";
import { keyGroups, keyWords, help as words } from "../../words/writing-desk";
import { isMac } from "./chord";
import { partsShown } from "./chords";
import { chordsOf, KEYS, type KeyGroup } from "./keys";

const GROUPS: readonly KeyGroup[] = [
  "linking",
  "writing",
  "kinds",
  "together",
  "commenting",
  "finding",
  "outline",
  "desk",
];

/** All keys of the desk, drawn from the one list of them. [E15] */
export const Help = memo(function Help({ dialog }: { dialog: RefObject<HTMLDialogElement> }) {
  const id = useId();
  return (
    <dialog ref={dialog} className="dialog key-sheet" aria-labelledby={id}>
      <form method="dialog" className="key-sheet-head">
        <h2 id={id}>{words.title}</h2>
        <button type="submit" className="button" data-kind="quiet" data-size="small">
          {words.close}
        </button>
      </form>
      <div className="key-sheet-groups">
        {GROUPS.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </dialog>
  );
});

function Group({ group }: { group: KeyGroup }) {
  const keys = KEYS.filter((key) => key.group === group);
  if (keys.length === 0) return null;
  return (
    <section className="key-group">
      <h3>{keyGroups[group]}</h3>
      <dl>
        {keys.map(({ id }) => (
          <div key={id}>
            <dt>
              <Chords chords={chordsOf(id, isMac)} />
            </dt>
            <dd>{keyWords[id]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Chords({ chords }: { chords: readonly string[] }) {
  return chords.map((chord, index) => (
    <Fragment key={chord}>
      {index > 0 && <span className="visually-hidden"> {words.or} </span>}
      <span className="chord">
        {partsShown(chord).map((part) => (
          <kbd key={part}>{part}</kbd>
        ))}
      </span>
    </Fragment>
  ));
}
