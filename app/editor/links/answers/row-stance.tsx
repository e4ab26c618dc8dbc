import { useId, useRef, useState } from "react";
import { StanceSign } from "../../../components/stance";
import { StateMark } from "../../../components/state-mark";
import { STANCES, type Stance } from "../../../document-model/document";
import { sourceLinking as words } from "../../../words/linking";
import { coverageStates, stances } from "../../../words/names";
import { useRovingFocus } from "../../use-roving-focus";
import { useAnswers } from "./answers";

export type Saying = {
  /** On whose behalf; null for who speaks for nobody. */
  center: string | null;
  announce: (message: string) => void;
  /** Of the paragraphs of the selection. */
  stanceOn: (targetId: string) => Stance | null;
  declare: (targetId: string, stance: Stance | null) => void;
  /** How many paragraphs the center has linked to it. */
  written: (targetId: string) => number;
};

type Props = { clauseId: string; label: string; saying: Saying };

const KEYS = { back: "ArrowLeft", forth: "ArrowRight" };

/**
 * What a center can say of a clause, all five words in one place: four of them as the selected paragraphs' stance, the
 * fifth, that it has no remarks, as its answer to the whole clause. [L8] [L12]
 */
export function RowStance({ clauseId, label, saying }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it wherever in it the focus is
    <div
      className="row-stance"
      data-open={isOpen || undefined}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <button
        type="button"
        className="row-stance-opener"
        ref={opener}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={words.more(label)}
        title={words.more(label)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen((now) => !now)}
      >
        ⋯
      </button>
      {isOpen && <Choice id={id} clauseId={clauseId} label={label} saying={saying} onDone={() => setOpen(false)} />}
    </div>
  );
}

function Choice({ id, clauseId, saying, label, onDone }: Props & { id: string; onDone: () => void }) {
  const group = useRef<HTMLFieldSetElement>(null);
  const onKeyDown = useRovingFocus(group, KEYS);
  const chosen = saying.stanceOn(clauseId);
  const declare = (stance: Stance) => {
    saying.declare(clauseId, chosen === stance ? null : stance);
    onDone();
  };
  return (
    <fieldset className="stance-choice" id={id} ref={group} onKeyDown={onKeyDown}>
      <legend className="visually-hidden">{words.more(label)}</legend>
      {STANCES.map((stance) => (
        <button
          key={stance}
          type="button"
          data-stop
          aria-pressed={chosen === stance}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => declare(stance)}
        >
          <StanceSign stance={stance} /> {stances[stance]}
        </button>
      ))}
      <NoRemarks clauseId={clauseId} label={label} saying={saying} />
    </fieldset>
  );
}

function NoRemarks({ clauseId, label, saying: { center, written, announce } }: Props) {
  const { of, say } = useAnswers();
  const [isOnWay, setOnWay] = useState(false);
  if (!say || !center) return null;
  const count = written(clauseId);
  if (count > 0) return <p className="stance-help">{words.speaks(count)}</p>;
  const isSaid = of(clauseId, center) === "no-remarks";
  const answer = async () => {
    setOnWay(true);
    const isDone = await say(clauseId, center, isSaid ? null : "no-remarks");
    setOnWay(false);
    announce(isDone ? words.answered(label, isSaid ? null : coverageStates["no-remarks"]) : words.notAnswered);
  };
  return (
    <button
      type="button"
      data-stop
      aria-pressed={isSaid}
      aria-disabled={isOnWay || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !isOnWay && void answer()}
    >
      <StateMark state="no-remarks" /> {coverageStates["no-remarks"]}
    </button>
  );
}

/** What the viewer's center has answered without writing. */
export function RowAnswer({ clauseId, center }: { clauseId: string; center: string | null }) {
  const answer = useAnswers().of(clauseId, center ?? "");
  if (!answer) return null;
  return (
    <span className="row-answer">
      <StateMark state={answer} />
      {coverageStates[answer]}
    </span>
  );
}
