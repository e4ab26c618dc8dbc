import { useMemo } from "react";
import { useAnsweredField, useKeptTicks } from "~/components/answered";
import { Button } from "~/components/button";
import { ShowAll, useWhole } from "~/components/in-parts";
import { isAboutGoals } from "~/document-model/goals";
import { assigning as words } from "~/words/assigning";
import { centers as centerWords } from "~/words/centers";
import { clauseMark, clauseName } from "~/words/clause-names";
import { goals } from "~/words/goals";
import { shortDay } from "~/words/time";
import { beginningOf, type Clause, type Owner as Given, missingIn, ownersOf, type Page, unpacked } from "./given";
import type { Selection } from "./use-selection";

export const UNASSIGN_FORM = "tag-tilbage";

type Props = { page: Page; selection: Selection };

/** The source's clauses with a tick each, and who has them. */
export function ClauseTree({ page, selection }: Props) {
  const { clauses, given, centers, can, count } = page;
  const isHere = clauses.length === count;
  const isWhole = useWhole(isHere) && isHere;
  const { id, error } = useAnsweredField("clauseId");
  const owners = useMemo(() => unpacked(given), [given]);
  const parents = new Set(clauses.map(({ parentId }) => parentId));
  const missing = missingIn(clauses, owners);
  const drawn = (isWhole ? clauses : beginningOf(clauses, owners)).filter(({ kind }) => kind !== "text");
  return (
    <fieldset className="clause-tree" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        <h2>{words.clauses}</h2>
      </legend>
      <p className="soft">
        {words.summary(page.missing)} {can.assign && words.sectionHint}
      </p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {can.assign && (
        <Selecting
          selection={selection}
          missing={new Set<string>(missing.map((clause) => clause.id))}
          isPartial={!isWhole}
        />
      )}
      <ul className="clause-rows">
        {drawn.map((clause) => (
          <ClauseLine
            key={clause.id}
            clause={clause}
            isParent={parents.has(clause.id)}
            mayAssign={can.assign}
            hasGoalOwner={isAboutGoals(page.kind) && clause.kind === "goal"}
            owners={ownersOf(clause.id, { days: given.days, owners }, centers)}
          />
        ))}
      </ul>
      {!isWhole && beginningOf(clauses, owners).length < count && <ShowAll count={count} />}
    </fieldset>
  );
}

type SelectingProps = { selection: Selection; missing: ReadonlySet<string>; isPartial: boolean };

/** Only when all rows are drawn: "all" is not to mean those in sight. */
function Selecting({ selection, missing, isPartial }: SelectingProps) {
  return (
    <fieldset className="row" disabled={isPartial}>
      <Button type="button" kind="bare" size="small" onClick={() => selection.select(() => true)}>
        {words.selectAll}
      </Button>
      <Button type="button" kind="bare" size="small" onClick={() => selection.select((id) => missing.has(id))}>
        {words.selectUnassigned}
      </Button>
      <Button type="button" kind="bare" size="small" onClick={() => selection.select(() => false)}>
        {words.selectNone}
      </Button>
    </fieldset>
  );
}

type LineProps = {
  clause: Clause;
  isParent: boolean;
  mayAssign: boolean;
  /** One of its centers answers for it as a whole; of one alone it need not be said. */
  hasGoalOwner: boolean;
  owners: readonly Given[];
};

function ClauseLine({ clause, isParent, mayAssign, hasGoalOwner, owners }: LineProps) {
  const style = { "--depth": clause.depth } as React.CSSProperties;
  const wasTicked = useKeptTicks("clauseId");
  return (
    <li className="clause-line" data-kind={clause.kind} style={style}>
      {mayAssign ? (
        <label className="choice">
          <input type="checkbox" name="clauseId" value={clause.id} defaultChecked={wasTicked(clause.id)} />
          <ClauseWords clause={clause} />
        </label>
      ) : (
        <ClauseWords clause={clause} />
      )}
      {owners.length > 0 ? (
        <ul className="owners">
          {owners.map((owner) => (
            <Owner
              key={owner.center.id}
              owner={owner}
              clause={clause}
              mayAssign={mayAssign}
              hasOwner={hasGoalOwner && owners.length > 1}
            />
          ))}
        </ul>
      ) : (
        !isParent && <span className="soft small">{words.nobody}</span>
      )}
    </li>
  );
}

function ClauseWords({ clause }: { clause: Clause }) {
  return (
    <div className="clause-line-words">
      <span className="clause-line-name">{clauseName(clause)}</span>
      {clause.heading && clause.text && <span className="clause-line-text soft small">{clause.text}</span>}
    </div>
  );
}

type OwnerProps = {
  owner: Given;
  clause: Clause;
  mayAssign: boolean;
  hasOwner: boolean;
};

function Owner({ owner, clause, mayAssign, hasOwner }: OwnerProps) {
  const { shortName, closed } = owner.center;
  const name = closed ? centerWords.isClosed(shortName) : shortName;
  const place = `${clause.id}|${owner.center.id}`;
  return (
    <li
      className="owner"
      title={closed && centerWords.closed(closed.on, closed.successor)}
      data-owns={hasOwner && owner.isOwner ? "" : undefined}
    >
      {name} <span className="soft numeric">{shortDay(owner.day)}</span>
      {hasOwner && owner.isOwner && <strong className="small">{goals.owner}</strong>}
      {hasOwner && !owner.isOwner && mayAssign && !closed && (
        <button
          type="submit"
          form={UNASSIGN_FORM}
          name="own"
          value={place}
          className="owner-choose"
          aria-label={goals.makeOwner(name, clauseMark(clause))}
          title={goals.makeOwner(name, clauseMark(clause))}
        >
          {goals.makeOwnerShort}
        </button>
      )}
      {mayAssign && (
        <button
          type="submit"
          form={UNASSIGN_FORM}
          name="takeBack"
          value={place}
          aria-label={words.unassign(clauseMark(clause), name)}
        >
          ×
        </button>
      )}
    </li>
  );
}
