import { useAnsweredField, useKeptTicks, useRefusal } from "~/components/answered";
import { Field, TextField } from "~/components/field";
import { filing } from "~/words/filing";
import { filingForm } from "~/words/filing-form";
import type { FilingMetadata } from "../../../server/exports/shapes";

const { fields, hints } = filingForm;

/** When it was received, written and sent; and, where the hearing's deadline has passed, why. [F22] [F23] */
export function Dates({ suggested, isLate }: { suggested: FilingMetadata; isLate: boolean }) {
  const { letterDate, receivedDate, sentDate, lateReason, deadline } = suggested;
  const { fields: refused } = useRefusal();
  const asksWhy = isLate || "lateReason" in refused;
  return (
    <>
      {deadline !== "" && <p className="soft">{filingForm.deadline(deadline)}</p>}
      <div className="form-columns">
        <Field
          name="receivedDate"
          label={fields.receivedDate}
          type="date"
          defaultValue={receivedDate}
          width="short"
          isOptional
        />
        <Field name="letterDate" label={filing.fields.letterDate} type="date" defaultValue={letterDate} width="short" />
        <Field
          name="sentDate"
          label={fields.sentDate}
          hint={hints.sentDate}
          type="date"
          defaultValue={sentDate}
          width="short"
          isOptional
        />
      </div>
      <Ahead />
      {asksWhy && (
        <TextField
          name="lateReason"
          label={fields.lateReason}
          hint={hints.lateReason(deadline)}
          defaultValue={lateReason}
          maxLength={500}
          rows={2}
        />
      )}
    </>
  );
}

/** Asked only of whoever has dated a letter ahead. */
function Ahead() {
  const { fields: refused } = useRefusal();
  const { id } = useAnsweredField("datedAhead");
  const wasTicked = useKeptTicks("datedAhead")("yes");
  if (refused["letterDate"] !== "letter-ahead" && !wasTicked) return null;
  return (
    <label className="choice">
      <input type="checkbox" name="datedAhead" value="yes" id={id} defaultChecked={wasTicked} />
      {filingForm.datedAhead}
    </label>
  );
}
