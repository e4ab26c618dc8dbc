import { useAnsweredField, useKeptTicks } from "~/components/answered";
import { Button } from "~/components/button";
import { isAboutGoals } from "~/document-model/goals";
import { assigning as words } from "~/words/assigning";
import { centers as centerWords } from "~/words/centers";
import { clauseMark, clauseName } from "~/words/clause-names";
import { goals } from "~/words/goals";
import { shortDay } from "~/words/time";
import type { ClauseRow } from "../../../server/agreements/shapes";
import type { AssignmentRow, CenterRow, ConsultationPage } from "../../../server/consultations/shapes";
import type { Selection } from "./use-selection";

export const UNASSIGN_FORM = "tag-tilbage";

type Props = { page: ConsultationPage; selection: Selection };

/** The source's clauses with a tick each, and who has them. */
export function ClauseTree({ page, selection }: Props) {
  const { clauses, assignments, centers, can } = page;
  const { id, error } = useAnsweredField("clauseId");
  const shown = clauses.filter(({ kind }) => kind !== "text");
  const parents = new Set(clauses.map(({ parentId }) => parentId));
  const given = new Set(assignments.map(({ clauseId }) => clauseId));
  const missing = shown.filter((clause) => !parents.has(clause.id) && !given.has(clause.id));
  return (
    <fieldset className="clause-tree" id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        <h2>{words.clauses}</h2>
      </legend>
      <p className="soft">
        {words.summary(missing.length)} {can.assign && words.sectionHint}
      </p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {can.assign && <Selecting selection={selection} missing={new Set<string>(missing.map((clause) => clause.id))} />}
      <ul className="clause-rows">
        {shown.map((clause) => (
          <ClauseLine
            key={clause.id}
            clause={clause}
            isParent={parents.has(clause.id)}
            mayAssign={can.assign}
            hasGoalOwner={isAboutGoals(page.kind) && clause.kind === "goal"}
            owners={assignments.filter(({ clauseId }) => clauseId === clause.id)}
            centers={centers}
          />
        ))}
      </ul>
    </fieldset>
  );
}

function Selecting({ selection, missing }: { selection: Selection; missing: ReadonlySet<string> }) {
  return (
    <div className="row">
      <Button type="button" kind="bare" size="small" onClick={() => selection.select(() => true)}>
        {words.selectAll}
      </Button>
      <Button type="button" kind="bare" size="small" onClick={() => selection.select((id) => missing.has(id))}>
        {words.selectUnassigned}
      </Button>
      <Button type="button" kind="bare" size="small" onClick={() => selection.select(() => false)}>
        {words.selectNone}
      </Button>
    </div>
  );
}

type LineProps = {
  clause: ClauseRow;
  isParent: boolean;
  mayAssign: boolean;
  /** One of its centers answers for it as a whole; of one alone it need not be said. */
  hasGoalOwner: boolean;
  owners: readonly AssignmentRow[];
  centers: readonly CenterRow[];
};

function ClauseLine({ clause, isParent, mayAssign, hasGoalOwner, owners, centers }: LineProps) {
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
              key={owner.centerId}
              owner={owner}
              clause={clause}
              centers={centers}
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

function ClauseWords({ clause }: { clause: ClauseRow }) {
  return (
    <div className="clause-line-words">
      <span className="clause-line-name">{clauseName(clause)}</span>
      {clause.heading && clause.text && <span className="clause-line-text soft small">{clause.text}</span>}
    </div>
  );
}

type OwnerProps = {
  owner: AssignmentRow;
  clause: ClauseRow;
  centers: readonly CenterRow[];
  mayAssign: boolean;
  hasOwner: boolean;
};

function Owner({ owner, clause, centers, mayAssign, hasOwner }: OwnerProps) {
  const { shortName = "", closed } = centers.find(({ id }) => id === owner.centerId) ?? {};
  const name = closed ? centerWords.isClosed(shortName) : shortName;
  const place = `${clause.id}|${owner.centerId}`;
  return (
    <li
      className="owner"
      title={closed && centerWords.closed(closed.on, closed.successor)}
      data-owns={hasOwner && owner.isOwner ? "" : undefined}
    >
      {name} <span className="soft numeric">{shortDay(owner.deadline.day)}</span>
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
