import { ErrorSummary, useKeptTicks } from "~/components/answered";
import { Button } from "~/components/button";
import { Choices, Field } from "~/components/field";
import { assigning as words } from "~/words/assigning";
import { deadlineDay } from "~/words/time";
import type { Page } from "./given";

type Props = { page: Page; selected: number; isDone: boolean };

/** To whom, and until when. Stays in sight beside the tree. */
export function AssignPanel({ page, selected, isDone }: Props) {
  const { centers, deadline, meant } = page;
  const open = centers.filter(({ closed }) => closed === undefined);
  const wasTicked = useKeptTicks("centerId");
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
        defaultValue={meant ?? undefined}
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
