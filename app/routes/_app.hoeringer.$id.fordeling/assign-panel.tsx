import { ErrorSummary, useKeptTicks } from "~/components/answered";
import { Button } from "~/components/button";
import { Choices, Field } from "~/components/field";
import { assigning as words } from "~/words/assigning";
import { deadlineDay } from "~/words/time";
import type { ConsultationPage } from "../../../server/consultations/shapes";

/** `planned`: the day the plan wants the answers by. */
type Props = { page: ConsultationPage; planned: string | null; selected: number; isDone: boolean };

/** To whom, and until when. Stays in sight beside the tree. */
export function AssignPanel({ page, planned, selected, isDone }: Props) {
  const { centers, deadline, assignments } = page;
  const open = centers.filter(({ closed }) => closed === undefined);
  const wasTicked = useKeptTicks("centerId");
  // The latest internal deadline so far is most often the one meant again; the first is the plan's.
  const latest = assignments
    .map((given) => given.deadline.day)
    .sort()
    .at(-1);
  return (
    <section className="assign-panel" aria-labelledby="give">
      <h2 id="give">{words.give}</h2>
      <ErrorSummary />
      <Choices name="centerId" legend={words.centers}>
        {open.map(({ id, name }) => (
          <label key={id} className="choice">
            <input type="checkbox" name="centerId" value={id} defaultChecked={wasTicked(id)} />
            {name}
          </label>
        ))}
      </Choices>
      <Field
        name="deadline"
        label={words.deadline}
        hint={words.deadlineHint(deadlineDay(deadline))}
        type="date"
        max={deadline.day}
        defaultValue={latest ?? planned ?? undefined}
      />
      <p className="soft" aria-live="polite">
        {words.selected(selected)}
      </p>
      <Button>{words.submitCount(selected)}</Button>
      <p role="status" className="good">
        {isDone && words.done}
      </p>
    </section>
  );
}
