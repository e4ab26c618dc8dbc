import { useId } from "react";
import { carryOver as words } from "~/words/carry-over";
import { clauseMark, shortened } from "~/words/clause-names";
import { nodeKinds } from "~/words/names";
import type { ClauseId } from "../../../db/ids";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { DeskRow, Suggestion } from "../../../server/carry-over/shapes";
import { take } from "./acts";
import { chosenFor, type Desk, nameOf } from "./desk";

type Props = { desk: Desk; row: DeskRow };
type Option = { to: ClauseId; clause: ClauseRow; suggestion: Suggestion | null };

/** Up to three suggestions, the best first, and what was chosen beside them. A tick takes one along, its words choose it alone. */
export function Suggestions({ desk, row }: Props) {
  const options = optionsOf(desk, row);
  const { decide } = desk.page.can;
  return (
    <fieldset className="carry-suggestions" disabled={!decide}>
      <legend>{words.suggestions}</legend>
      {options.length === 0 && <p className="soft">{words.noSuggestions}</p>}
      {decide && options.length > 1 && <p className="soft small">{words.suggestionsHint}</p>}
      <ol>
        {options.map((option, index) => (
          <SuggestionLine key={option.to} desk={desk} row={row} option={option} index={index} />
        ))}
      </ol>
      {decide && <WithoutScript desk={desk} />}
    </fieldset>
  );
}

function optionsOf({ after, choices }: Desk, row: DeskRow): Option[] {
  const { suggestions, to } = row.proposed;
  const others = [...to, ...(choices.get(row.from.id) ?? [])].filter((id) => !suggestions.some((one) => one.to === id));
  const all = [
    ...suggestions.map((suggestion) => ({ to: suggestion.to, suggestion })),
    ...[...new Set(others)].map((id) => ({ to: id, suggestion: null })),
  ];
  return all.flatMap(({ to: id, suggestion }) => {
    const clause = after.get(id);
    return clause ? [{ to: id, clause, suggestion }] : [];
  });
}

function SuggestionLine({ desk, row, option, index }: Props & { option: Option; index: number }) {
  const { to, clause, suggestion } = option;
  const id = useId();
  const isChosen = chosenFor(desk, row).includes(to);
  const choose = (event: { preventDefault(): void }) => {
    event.preventDefault();
    if (desk.page.can.decide) take(desk, row, to, "choose");
  };
  return (
    <li className="carry-suggestion" data-chosen={isChosen ? "" : undefined}>
      <input
        type="checkbox"
        id={id}
        name="toClauseId"
        value={to}
        checked={isChosen}
        onChange={() => take(desk, row, to, "mark")}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-score`}
      />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's own, and 1 to 3 */}
      <label htmlFor={id} onClick={choose}>
        <span id={`${id}-name`} className="carry-suggestion-name">
          {nameOf(clause)}
          {clause.kind !== row.from.kind && (
            <span className="kind" data-kind={clause.kind}>
              {nodeKinds[clause.kind]}
            </span>
          )}
        </span>
        {clause.heading && clause.text && <span className="carry-suggestion-text">{shortened(clause.text, 160)}</span>}
        <span id={`${id}-score`} className="soft small">
          {suggestion && `${words.score(suggestion.score)}: ${words.because(suggestion.because)}`}
          <Taken desk={desk} row={row} to={to} />
        </span>
      </label>
      {suggestion && index < 3 && <kbd>{index + 1}</kbd>}
    </li>
  );
}

function Taken({ desk, row, to }: Props & { to: ClauseId }) {
  const leaders = desk.deciding.rows.filter(
    ({ from, decision }) => from.id !== row.from.id && decision?.to.includes(to),
  );
  if (leaders.length === 0) return null;
  return <span className="carry-taken">{words.taken(leaders.map(({ from }) => clauseMark(from)))}</span>;
}

/** Where there is no script, the whole new version stands in one field. */
function WithoutScript({ desk: { page } }: { desk: Desk }) {
  return (
    <noscript>
      <label className="field">
        <span className="field-label">{words.search.withoutScript}</span>
        <select className="input" name="toClauseId" defaultValue="">
          <option value="">{words.search.nothing}</option>
          {page.after.map((clause) => (
            <option key={clause.id} value={clause.id}>
              {nameOf(clause)}
            </option>
          ))}
        </select>
      </label>
    </noscript>
  );
}
