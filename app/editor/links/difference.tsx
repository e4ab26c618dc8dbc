import { useState } from "react";
import type { EarlierClause } from "../../../server/responses/shapes";
import { later } from "../../components/later";
import { earlierClause as words } from "../../words/new-version";
import { partMissing } from "../../words/writing-desk";
import { labelOfClause } from "./label";

const Compared = later(
  () => import("../../components/compared").then((part) => part.Compared),
  null,
  () => <p role="status">{partMissing.why}</p>,
);

type Props = { before: EarlierClause; after: Texts };
type Texts = Pick<EarlierClause, "heading" | "text">;

/** What differs from the clause's earlier wording, word by word, once it is asked for. */
export function Difference({ before, after }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="difference" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.compare(labelOfClause(before))}</summary>
      {isOpen && <Compared before={wordsOf(before)} after={wordsOf(after)} layout="inline" />}
    </details>
  );
}

function wordsOf({ heading, text }: Texts): string {
  return [heading, text].filter(Boolean).join("\n");
}
