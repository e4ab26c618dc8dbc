import { useId } from "react";
import { offer as words } from "../../../words/linking";
import { isMac } from "../../desk/chord";
import { partsShown, spokenKey, withKey } from "../../desk/chords";
import { chordsOf } from "../../desk/keys";
import { labelOf } from "../label";
import type { Source } from "../use-source";
import type { Offered } from "./use-offer";
import "./offer.css";

/** As it stands on the keys. */
const TAKE = partsShown(chordsOf("offer-take", isMac)[0] ?? "").join("+");

type Props = { offered: Offered; source: Source };

/** Quietly in the margin: what one key would link. [L9] */
export function OfferChip({ offered: { offer, text, take, wave }, source }: Props) {
  const id = useId();
  if (!offer) return null;
  const [target] = offer.targets;
  const clause = offer.kind === "clause" && target ? source.clauses.get(target.id) : undefined;
  return (
    <li className="chip-group offer" data-for={offer.blockId} data-kind={offer.kind}>
      {/* The caret stays in the text: the press is about its paragraph. */}
      <button
        type="button"
        className="offer-take"
        aria-label={`${words.label}: ${text} ${words.take}`}
        aria-describedby={clause ? id : undefined}
        aria-keyshortcuts={spokenKey("offer-take")}
        onMouseDown={(event) => event.preventDefault()}
        onClick={take}
      >
        <span className="offer-text">{text}</span>
        {target && offer.kind !== "below" && <span className="offer-short">{labelOf(target, source)}?</span>}
        <kbd className="offer-key">{TAKE}</kbd>
      </button>
      <button
        type="button"
        className="offer-wave"
        aria-label={words.dismiss}
        title={withKey(words.dismiss, "offer-wave")}
        onMouseDown={(event) => event.preventDefault()}
        onClick={wave}
      >
        ×
      </button>
      {clause && (
        <div className="offer-clause" id={id}>
          <p className="chip-heading">{[clause.number, clause.heading].filter(Boolean).join(" ")}</p>
          {clause.text && <p className="chip-text">{clause.text}</p>}
        </div>
      )}
    </li>
  );
}
