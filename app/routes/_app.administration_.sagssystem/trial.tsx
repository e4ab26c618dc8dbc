import { Notice } from "~/components/page";
import { caseSystem } from "~/words/case-system";
import type { CaseSystemTrial } from "../../../server/exports/shapes";

const words = caseSystem.trial;

/** What came of trying the way in, and what to do about it. */
export function Trial({ trial }: { trial: CaseSystemTrial }) {
  if (trial.ok)
    return (
      <Notice tone="good" title={words.good}>
        <p>{words.goodText}</p>
      </Notice>
    );
  return (
    <Notice tone="bad" title={words.bad}>
      <p>{trial.found === null ? (words.reasons[trial.code] ?? words.reasons["unknown"]) : words.found(trial.found)}</p>
    </Notice>
  );
}
