import { KeyList } from "~/components/key-list";
import { StateMark } from "~/components/state-mark";
import { coverageLegend as words } from "~/words/coverage";
import { coverageStates } from "~/words/names";
import { counted } from "~/words/numbers";
import type { CoverageState } from "../../../server/links/shapes";

const ORDER: readonly CoverageState[] = [
  "answered",
  "no-remarks",
  "not-relevant",
  "in-work",
  "look-again",
  "not-looked-at",
];

/** What the signs mean, and how many of each there are. A printed page has letters in their place. */
export function Legend({ counts }: { counts: Record<CoverageState, number> }) {
  return (
    <ul className="legend" aria-label={words.title}>
      {ORDER.map((state) => (
        <li key={state}>
          <StateMark state={state} />
          <b className="only-printed">{words.letters[state]}</b>
          {coverageStates[state]} <span className="soft numeric">{counted(counts[state])}</span>
        </li>
      ))}
      <li className="only-printed">
        <b>!</b> {words.late}
      </li>
      <li className="only-printed">
        <b>*</b> {words.cameLate}
      </li>
    </ul>
  );
}

/** The same at length, and what the keys do. */
export function Explained() {
  return (
    <details className="unfold coverage-explained">
      <summary>{words.more}</summary>
      <div>
        <dl>
          {ORDER.map((state) => (
            <div key={state}>
              <dt>
                <StateMark state={state} />
                {coverageStates[state]}
              </dt>
              <dd>{words.means[state]}</dd>
            </div>
          ))}
        </dl>
        <KeyList keys={words.keys} label={words.keysTitle} />
      </div>
    </details>
  );
}
