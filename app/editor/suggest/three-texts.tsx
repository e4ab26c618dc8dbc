import type { SuggestionView } from "../../../server/suggestions/shapes";
import { type Block, textOf } from "../../document-model/document";
import type { RunStanding } from "../../document-model/suggestions/standing";
import { suggestions as words } from "../../words/suggestions";
import { WordsBetween } from "./words-between";

type Props = { suggestion: SuggestionView; standing: RunStanding };

/** A suggestion on words that read otherwise now: as they were, as they are, and as proposed. [G6] */
export function ThreeTexts({ suggestion: { base, proposed }, standing: { state, now } }: Props) {
  return (
    <div className="suggestion-three">
      <p className="suggestion-changed">
        <strong>{words.changed}.</strong> {state === "gone" ? words.gone : words.changedHelp}
      </p>
      <h4>{words.before}</h4>
      <Said blocks={base} />
      {state === "changed" && (
        <>
          <h4>{words.now}</h4>
          <Said blocks={now} />
        </>
      )}
      <h4>{words.proposed}</h4>
      {state === "changed" ? <WordsBetween base={now} proposed={proposed} /> : <Said blocks={proposed} />}
    </div>
  );
}

function Said({ blocks }: { blocks: readonly Pick<Block, "content">[] }) {
  const text = blocks.map(textOf).join("\n");
  return text === "" ? <p className="soft">{words.emptyBlock}</p> : <p className="suggestion-said">{text}</p>;
}
