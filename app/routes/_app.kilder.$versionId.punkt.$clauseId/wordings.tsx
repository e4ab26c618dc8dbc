import { Link } from "@remix-run/react";
import { changeNames } from "~/words/change-names";
import { clausePage } from "~/words/clause-page";
import { goalPage as words } from "~/words/goal-pages";
import type { GoalHistory } from "../../../server/goals/shapes";
import type { Wording } from "../../../server/search/shapes";

type Props = { earlier: readonly Wording[]; became: GoalHistory["became"] };

/** What the goal said in each edition before, the nearest first, and what was decided of it. */
export function Wordings({ earlier, became }: Props) {
  if (earlier.length === 0) return null;
  return (
    <details className="unfold goal-wordings">
      <summary>{words.wordings}</summary>
      {earlier.map((wording) => {
        const change = became[wording.id];
        return (
          <div key={wording.id}>
            <p className="soft small">
              <Link to={`/kilder/${wording.versionId}/punkt/${wording.id}`}>
                {clausePage.edition(wording.edition, wording.label)}
              </Link>
              {change && ` · ${changeNames[change].toLowerCase()}`}
            </p>
            <blockquote className="clause-words">{wording.text || wording.heading}</blockquote>
          </div>
        );
      })}
    </details>
  );
}
