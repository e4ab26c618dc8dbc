import { suggesting as suggestingWords, mode as words } from "../../words/suggestions";
import { keepCaret } from "../tool";
import "./mode.css";

type Props = { isSuggesting: boolean; mayWrite: boolean; onChange: (isSuggesting: boolean) => void };

/** Write or suggest; whoever may not write reads or suggests. */
export function ModeSwitch({ isSuggesting, mayWrite, onChange }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend and a frame of its own
    <div className="mode" role="group" aria-label={words.label}>
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
