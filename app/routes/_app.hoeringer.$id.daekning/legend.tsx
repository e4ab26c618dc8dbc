import { StateMark } from "~/components/state-mark";
import { coverage as words } from "~/words/hearings";
import { coverageStates } from "~/words/names";
import type { CoverageState } from "../../../server/links/shapes";

const ORDER: readonly CoverageState[] = ["answered", "no-remarks", "not-relevant", "in-work", "not-looked-at"];

/** What the marks mean, and how many of each there are. */
export function Legend({ counts }: { counts: Record<CoverageState, number> }) {
  return (
    <ul className="legend" aria-label={words.states}>
      {ORDER.map((state) => (
        <li key={state}>
          <StateMark state={state} />
          {coverageStates[state]} <span className="soft numeric">{counts[state]}</span>
        </li>
      ))}
    </ul>
  );
}
