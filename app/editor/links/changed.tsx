import { type MouseEvent, useState } from "react";
import type { CenterRow } from "../../../server/consultations/shapes";
import { StateMark } from "../../components/state-mark";
import { earlierClause as words } from "../../words/new-version";
import { Difference } from "./difference";
import { isReworded, type Mention } from "./earlier";
import { labelOf } from "./label";
import { mayLook, waitsForLook } from "./second-look";
import type { Source } from "./use-source";

type Props = { mention: Mention; source: Source };

/** That a clause reads otherwise than when it was linked, what differs, and that one has looked again. [C17] */
export function Changed({ mention, source }: Props) {
  const [said, setSaid] = useState("");
  const now = source.clauses.get(mention.target.id);
  const isWaiting = waitsForLook(mention, source);
  const before = mention.was.filter(isReworded);
  return (
    <div className="chip-changed">
      <p className="chip-again">
        {isWaiting && <StateMark state="look-again" />}
        {isWaiting ? words.changed : words.wasChanged}
      </p>
      {now && before.map((clause) => <Difference key={clause.id} before={clause} after={now} />)}
      {isWaiting && <Looking mention={mention} source={source} onSaid={setSaid} />}
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
}

/** One button for each of the viewer's centers that has yet to look. */
function Looking({ mention, source, onSaid }: Props & { onSaid: (words: string) => void }) {
  const [hasFailed, setFailed] = useState(false);
  const centers = mayLook(mention, source);
  const { done } = source.secondLook;
  const look = async ({ currentTarget }: MouseEvent<HTMLElement>, center: CenterRow) => {
    // The button goes when it is done; the focus stays at the chip, and with it the card.
    const chip = currentTarget.closest(".chip-place")?.querySelector<HTMLElement>(".chip");
    const isDone = (await done?.(mention.target.id, center.id)) ?? false;
    setFailed(!isDone);
    if (!isDone) return;
    chip?.focus();
    onSaid(words.said(labelOf(mention.target, source)));
  };
  return (
    <div className="chip-looking">
      {centers.map((center) => (
        <button key={center.id} type="button" className="chip-look" onClick={(event) => void look(event, center)}>
          {words.looked(centers.length > 1 ? center.shortName : null)}
        </button>
      ))}
      {hasFailed && <span role="alert">{words.notSaid}</span>}
    </div>
  );
}
