import { ChangeMark } from "~/components/change-mark";
import { changeNames } from "~/words/change-names";
import type { ChangeKind } from "../../../server/carry-over/shapes";

/** The sign beside its word. */
export function Changed({ change }: { change: ChangeKind }) {
  return (
    <span className="goal-change small">
      <ChangeMark change={change} /> {changeNames[change]}
    </span>
  );
}
