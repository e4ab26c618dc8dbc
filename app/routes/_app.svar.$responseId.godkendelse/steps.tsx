import { StatusPill, type Tone } from "~/components/status";
import { approval as words } from "~/words/approval";
import { dateAndTime, day } from "~/words/time";
import type { ReviewStep, StepState } from "../../../server/reviews/shapes";

const TONES: Record<StepState, Tone> = {
  turn: "warn",
  later: "plain",
  approved: "good",
  returned: "bad",
  tacit: "good",
  dropped: "plain",
};

/** Who approves, in their order, and what each has said. */
export function Steps({ steps }: { steps: readonly ReviewStep[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.position} className="step" aria-current={step.state === "turn" ? "step" : undefined}>
          <div className="row">
            <strong>{step.approver}</strong>
            <StatusPill tone={TONES[step.state]}>{words.step[step.state]}</StatusPill>
          </div>
          <Said step={step} />
        </li>
      ))}
    </ol>
  );
}

function Said({ step }: { step: ReviewStep }) {
  const { state, dueDay, isTacit, substitute, delegates } = step;
  if (state === "tacit" && dueDay) return <p>{words.tacitOn(day(dueDay))}</p>;
  if (step.decidedBy && step.decidedAt) return <p>{signature(step)}</p>;
  return (
    <>
      {dueDay && <p>{isTacit ? words.tacitDue(day(dueDay)) : words.due(day(dueDay))}</p>}
      {substitute && <p>{words.substitute(substitute)}</p>}
      {delegates.length > 0 && <p>{words.away(delegates.join(", "))}</p>}
    </>
  );
}

/** "Lone Leder i stedet for Lars Leder, 2. marts 2026 kl. 10.00": a signature always says whose it is. [A10] */
export function signature({ decidedBy, decidedAt, isStandIn, approver }: ReviewStep): string {
  if (!decidedBy || !decidedAt) return "";
  const when = dateAndTime(decidedAt);
  return isStandIn ? words.inPlaceOf(decidedBy, approver, when) : words.by(decidedBy, when);
}
