import { approval } from "~/words/approval";
import { day } from "~/words/time";
import type { PlanRow, ReviewPage } from "../../../server/reviews/shapes";

const { plan: words } = approval;

/** Who approves, in which order, as it is kept; what cannot be used any more says so where it stands. [A8] */
export function Planned({ plan }: Pick<ReviewPage, "plan">) {
  return (
    <div className="field">
      <h3>{words.title}</h3>
      <ol className="steps">
        {plan.map((row) => (
          <li key={row.approverId} className="step">
            <strong>{row.approver}</strong>
            {row.dueDay && <p>{row.isTacit ? approval.tacitDue(day(row.dueDay)) : approval.due(day(row.dueDay))}</p>}
            {row.substitute && <p>{approval.substitute(row.substitute)}</p>}
            <Problems row={row} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Problems({ row }: { row: PlanRow }) {
  return row.problems.map((code) => (
    <p key={code} className="field-error">
      {approval.problems[code] ?? approval.unusable}
    </p>
  ));
}
