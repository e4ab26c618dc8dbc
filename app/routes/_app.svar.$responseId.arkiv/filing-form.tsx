import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField, TextField } from "~/components/field";
import { KleField } from "~/components/kle-field";
import { filing as words } from "~/words/filing";
import { disposals, filingForm } from "~/words/filing-form";
import { directions, documentTypes, sensitivities } from "~/words/filing-names";
import type { FilingMetadata, FilingPage } from "../../../server/exports/shapes";
import { Cpr } from "./cpr";
import { Dates } from "./dates";

const { fields } = words;
const { fields: more, hints, groups } = filingForm;

type Props = {
  page: FilingPage;
  suggested: FilingMetadata;
  /** The filing that the case system refused for what stands in the form. */
  retried?: string;
};

/** What goes with the document to the case system; starts with what is known. */
export function FilingForm({ page, suggested, retried }: Props) {
  const isLate = retried ? suggested.lateReason !== "" : page.isLate;
  return (
    <section className="section" aria-labelledby="file">
      <h2 id="file">{retried ? words.correct : words.form}</h2>
      <p className="soft filing-lead">{retried ? words.correctLead : words.formLead}</p>
      <Form method="post" className="form" noValidate>
        {retried && <input type="hidden" name="retry" value={retried} />}
        <ErrorSummary />
        {!retried && <Cpr places={page.cpr} attached={page.attached} responseId={page.responseId} />}
        <Group title={groups.document}>
          <Document suggested={suggested} />
        </Group>
        <Group title={groups.case}>
          <Case suggested={suggested} />
        </Group>
        <Group title={groups.dates}>
          <Dates suggested={suggested} isLate={isLate} />
        </Group>
        <Group title={groups.parties}>
          <Parties suggested={suggested} />
        </Group>
        <Group title={groups.access}>
          <Access suggested={suggested} />
        </Group>
        <Button>{retried ? words.correctSubmit : words.submit}</Button>
      </Form>
    </section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="filing-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

type Part = { suggested: FilingMetadata };

function Document({ suggested }: Part) {
  return (
    <>
      <Field name="title" label={fields.title} defaultValue={suggested.title} maxLength={255} />
      <TextField name="description" label={fields.description} defaultValue={suggested.description} rows={2} />
      <div className="form-columns">
        <SelectField
          name="documentType"
          label={fields.documentType}
          defaultValue={suggested.documentType}
          width="short"
        >
          <Options of={documentTypes} />
        </SelectField>
        <SelectField name="direction" label={fields.direction} defaultValue={suggested.direction} width="short">
          <Options of={directions} />
        </SelectField>
      </div>
    </>
  );
}

function Case({ suggested }: Part) {
  const { caseNumber, userKey, kle, facet, letterDate } = suggested;
  return (
    <>
      <div className="form-columns">
        <Field name="caseNumber" label={fields.caseNumber} defaultValue={caseNumber} width="medium" />
        <Field name="userKey" label={fields.userKey} defaultValue={userKey} width="short" />
      </div>
      <div className="form-columns">
        <KleField name="kle" kind="topics" label={fields.kle} defaultValue={kle} day={letterDate} />
        <KleField name="facet" kind="facets" label={fields.facet} defaultValue={facet} day={letterDate} />
      </div>
    </>
  );
}

function Parties({ suggested }: Part) {
  const { recipient, recipientId, answerTo, responsible, unit, signatory } = suggested;
  return (
    <>
      <Field name="recipient" label={fields.recipient} defaultValue={recipient} />
      <div className="form-columns">
        <Field
          name="recipientId"
          label={more.recipientId}
          defaultValue={recipientId}
          width="medium"
          maxLength={50}
          isOptional
        />
        <Field name="answerTo" label={more.answerTo} defaultValue={answerTo} width="medium" maxLength={50} isOptional />
      </div>
      <div className="form-columns">
        <Field name="responsible" label={fields.responsible} defaultValue={responsible} width="medium" />
        <Field name="unit" label={fields.unit} defaultValue={unit} width="medium" isOptional />
      </div>
      <Field name="signatory" label={fields.signatory} defaultValue={signatory} />
    </>
  );
}

function Access({ suggested }: Part) {
  const { sensitivity, disposal, exemptionLaw, exemptionTitle } = suggested;
  return (
    <>
      <div className="form-columns">
        <SelectField name="sensitivity" label={fields.sensitivity} defaultValue={sensitivity} width="medium">
          <Options of={sensitivities} />
        </SelectField>
        <SelectField name="disposal" label={more.disposal} defaultValue={disposal} width="short">
          <Options of={disposals} />
        </SelectField>
      </div>
      <Field
        name="exemptionLaw"
        label={more.exemptionLaw}
        hint={hints.exemptionLaw}
        defaultValue={exemptionLaw}
        maxLength={255}
        isOptional
      />
      <Field
        name="exemptionTitle"
        label={more.exemptionTitle}
        defaultValue={exemptionTitle}
        maxLength={255}
        isOptional
      />
    </>
  );
}

function Options({ of }: { of: Record<string, string> }) {
  return Object.entries(of).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ));
}
