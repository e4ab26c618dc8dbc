import { Button } from "~/components/button";
import { ClientOnly } from "~/components/client-only";
import { coverage as words } from "~/words/coverage";
import type { Board } from "./board";
import { searchOf, type View } from "./filter";
import { Explained, Legend } from "./legend";

/** How the whole stands, in a sentence and in numbers, and the ways to take it along. */
export function CoverageHead({ board, view, csv }: { board: Board; view: View; csv: string }) {
  const { answered, "no-remarks": noRemarks, "not-relevant": notRelevant } = board.counts;
  return (
    <div className="coverage-head">
      <p>
        <strong className="numeric">{words.settled(answered + noRemarks + notRelevant, board.total)}</strong>
        {" · "}
        {words.lead(board.holes, board.counts["look-again"])}
      </p>
      <div className="row coverage-take">
        <ClientOnly fallback={null}>
          {() => (
            <Button type="button" kind="quiet" size="small" onClick={() => window.print()}>
              {words.print}
            </Button>
          )}
        </ClientOnly>
        <a className="button" data-kind="quiet" data-size="small" href={`${csv}${searchOf(view)}`} download>
          {words.csv}
        </a>
      </div>
      <Legend counts={board.counts} />
      <Explained />
    </div>
  );
}
