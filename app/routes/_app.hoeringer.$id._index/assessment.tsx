import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "~/components/button";
import { startingAssessment as words } from "~/words/new-assessment";

/** Under which the centers answer, and what is better done first. */
export function AssessmentChoices({ unassigned }: { unassigned: number }) {
  return (
    <>
      {unassigned > 0 && (
        <p>
          {words.unassigned(unassigned)} <Link to="fordeling">{words.assign}</Link>
        </p>
      )}
      <fieldset className="row">
        <legend className="field-label">{words.answeredPer}</legend>
        {(["area", "goal"] as const).map((per) => (
          <label key={per} className="choice">
            <input type="radio" name="answeredPer" value={per} defaultChecked={per === "area"} />
            {words.per[per]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** Whether the files say the status of each goal; who may not change it reads nothing here. */
export function AssessmentFiles({ form }: { form: { showsStatus: boolean; mayChange: boolean } }) {
  const isSaving = useNavigation().formData?.get("command") === "form";
  if (!form.mayChange) return null;
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">{words.files}</h2>
      <Form method="post" className="row" preventScrollReset>
        <label className="choice">
          <input type="checkbox" name="showsStatus" value="yes" defaultChecked={form.showsStatus} />
          {words.showsStatus}
        </label>
        <Button kind="quiet" size="small" name="command" value="form" disabled={isSaving}>
          {words.save}
        </Button>
      </Form>
      <p className="soft small">{words.showsStatusHint}</p>
    </section>
  );
}
