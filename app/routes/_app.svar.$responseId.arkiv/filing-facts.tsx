import { filing } from "~/words/filing";
import { disposals, filingForm } from "~/words/filing-form";
import { sensitivities } from "~/words/filing-names";
import { day } from "~/words/time";
import type { FilingMetadata } from "../../../server/exports/shapes";

const { fields: more } = filingForm;
const { fields } = filing;

/** What went with the document, as it was filed: the numbers keep the names they had then. */
export function FilingFacts({ metadata }: { metadata: FilingMetadata }) {
  return (
    <details className="unfold">
      <summary>{filingForm.facts}</summary>
      <dl className="facts">
        {factsOf(metadata).map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function factsOf(metadata: FilingMetadata): [string, string][] {
  const { kle, kleTitle, facet, facetTitle, recipient, recipientId, version } = metadata;
  const dayOf = (text: string) => (text === "" ? "" : day(text));
  const all: [string, string][] = [
    [fields.title, metadata.title],
    [fields.caseNumber, metadata.caseNumber],
    [more.kle, `${kle} ${kleTitle}`.trim()],
    [fields.facet, `${facet} ${facetTitle}`.trim()],
    [more.version, version === 0 ? "" : String(version)],
    [more.receivedDate, dayOf(metadata.receivedDate)],
    [fields.letterDate, dayOf(metadata.letterDate)],
    [more.sentDate, dayOf(metadata.sentDate)],
    [more.deadline, dayOf(metadata.deadline)],
    [more.lateReason, metadata.lateReason],
    [fields.recipient, [recipient, recipientId].filter(Boolean).join(", ")],
    [more.answerTo, metadata.answerTo],
    [fields.responsible, metadata.responsible],
    [fields.sensitivity, sensitivities[metadata.sensitivity]],
    [more.exemptionLaw, metadata.exemptionLaw],
    [more.exemptionTitle, metadata.exemptionTitle],
    [more.disposal, metadata.disposal === "" ? "" : disposals[metadata.disposal]],
    [fields.signatory, metadata.signatory],
  ];
  return all.filter(([, value]) => value !== "");
}
