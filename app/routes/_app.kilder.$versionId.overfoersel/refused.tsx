import { Button } from "~/components/button";
import { RefusalSentence, useRefusalSentences } from "~/components/refusal-sentence";
import { carryOver as words } from "~/words/carry-over";
import { type Desk, nameOf } from "./desk";
import { addressOf } from "./use-place";

/** What was not taken, in sight wherever the person has gone since, with the way back to it. */
export function Refused({ desk: { deciding, place } }: { desk: Desk }) {
  useRefusalSentences();
  const rows = deciding.rows.filter(({ from }) => deciding.refused.has(from.id));
  if (rows.length === 0) return null;
  return (
    <div className="notice" data-tone="bad" role="alert">
      {rows.map(({ from }) => (
        <p key={from.id}>
          <a href={addressOf({ ...place, rowId: from.id, isOpen: true })} data-row={from.id}>
            {words.notSavedOf(nameOf(from))}
          </a>{" "}
          <RefusalSentence code={deciding.refused.get(from.id) ?? ""} />
        </p>
      ))}
      <Button type="button" kind="quiet" size="small" onClick={deciding.forget}>
        {words.close}
      </Button>
    </div>
  );
}
