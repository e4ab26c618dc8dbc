import { suggesting as suggestingWords, mode as words } from "../../words/suggestions";
import { keepCaret } from "../tool";
import "./mode.css";

type Props = {
  /** Whether one may suggest is known; until then only its room is taken. */
  isKnown: boolean;
  isSuggesting: boolean;
  mayWrite: boolean;
  onChange: (isSuggesting: boolean) => void;
};

/** Write or suggest; whoever may not write reads or suggests. */
export function ModeSwitch({ isKnown, isSuggesting, mayWrite, onChange }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend and a frame of its own
    <div className="mode" data-waits={!isKnown || undefined} role="group" aria-label={words.label}>
      <button type="button" aria-pressed={!isSuggesting} onMouseDown={keepCaret} onClick={() => onChange(false)}>
        {mayWrite ? words.write : words.read}
      </button>
      <button
        type="button"
        title={suggestingWords.help}
        aria-pressed={isSuggesting}
        onMouseDown={keepCaret}
        onClick={() => onChange(true)}
      >
        {words.suggest}
      </button>
    </div>
  );
}
