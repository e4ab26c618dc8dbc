import { ComparedWhenSeen } from "~/components/compared-when-seen";
import { clauseName } from "~/words/clause-names";
import { clausePage as words } from "~/words/clause-page";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { Wording } from "../../../server/search/shapes";

/** Whose words the remarks below were given on, and folded what differs from those that stand. */
export function GivenOn({ wording, clause }: { wording: Wording; clause: ClauseRow }) {
  const edition = words.edition(wording.edition, wording.label);
  const [before, after] = [whole(wording), whole(clause)];
  return (
    <details className="unfold said-wording">
      <summary>{words.givenOn(edition, clauseName(wording))}</summary>
      {before === after ? (
        <p className="soft">{words.sameWords}</p>
      ) : (
        <>
          <p className="soft small">{words.difference}</p>
          <ComparedWhenSeen before={before} after={after} layout="inline" isFirst={false} />
        </>
      )}
    </details>
  );
}

function whole({ heading, text }: Pick<Wording, "heading" | "text">): string {
  return [heading, text].filter(Boolean).join("\n");
}
