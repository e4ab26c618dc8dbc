import { useRef } from "react";
import { StanceSign } from "../../components/stance";
import { STANCES, type Stance } from "../../document-model/document";
import { stances } from "../../words/names";
import { stance as words } from "../../words/text-tools";
import { useRovingFocus } from "../use-roving-focus";

const KEYS = { back: "ArrowLeft", forth: "ArrowRight" };

type Props = {
  /** Named where the viewer speaks for several. */
  center: string | null;
  chosen: Stance | undefined;
  onSay: (stance: Stance | null) => void;
};

/** What the paragraph is to its clause: one of four, or by a press on the chosen one none. Arrows go between them. [L8] */
export function StanceChoice({ center, chosen, onSay }: Props) {
  const group = useRef<HTMLFieldSetElement>(null);
  const onKeyDown = useRovingFocus(group, KEYS);
  return (
    <fieldset className="stance-choice" ref={group} onKeyDown={onKeyDown}>
      <legend>{words.legend(center)}</legend>
      {STANCES.map((stance) => (
        <button
          key={stance}
          type="button"
          data-stop
          aria-pressed={chosen === stance}
          onClick={() => onSay(chosen === stance ? null : stance)}
        >
          <StanceSign stance={stance} /> {stances[stance]}
        </button>
      ))}
      <p className="stance-help">{words.help}</p>
    </fieldset>
  );
}
