import { lazy, Suspense, useState } from "react";
import type { EarlierClause } from "../../../server/responses/shapes";
import { earlierClause as words } from "../../words/new-version";
import { labelOfClause } from "./label";

const Compared = lazy(async () => ({ default: (await import("../../components/compared")).Compared }));

type Props = { before: EarlierClause; after: Texts };
type Texts = Pick<EarlierClause, "heading" | "text">;

/** What differs from the clause's earlier wording, word by word, once it is asked for. */
export function Difference({ before, after }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="difference" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.compare(labelOfClause(before))}</summary>
      {isOpen && (
        <Suspense fallback={null}>
          <Compared before={wordsOf(before)} after={wordsOf(after)} layout="inline" />
        </Suspense>
      )}
    </details>
  );
}

function wordsOf({ heading, text }: Texts): string {
  return [heading, text].filter(Boolean).join("\n");
}
