import { Answered, ErrorSummary } from "~/components/answered";
import { Field, SelectField, TextField } from "~/components/field";
import { type FlatNode, NODE_KINDS } from "~/document-model/proposal";
import { nodeKinds } from "~/words/names";
import { proposal as words } from "~/words/sources";
import type { ProposalPage } from "../../../server/agreements/shapes";
import { Operations } from "./operations";
import { Shortcuts } from "./shortcuts";
import type { Correcting } from "./use-correcting";
import { useNodeForm } from "./use-node-form";

type Props = { page: ProposalPage; node: FlatNode; correcting: Correcting };

/** The chosen node's form. Leaving it keeps what was typed; every button does, too. */
export function Inspector({ page, node, correcting }: Props) {
  const { fetcher, isBusy } = correcting;
  const { form, fieldsKey, on } = useNodeForm(node, correcting);
  return (
    <section className="inspector" aria-labelledby="edit" data-inspector>
      <div className="inspector-head">
        <h2 id="edit">{words.edit}</h2>
        <span className="soft small" role="status">
          {isBusy ? words.saving : fetcher.data && "done" in fetcher.data ? words.saved : ""}
        </span>
      </div>
      <Answered answer={isAbout(node, fetcher.data) ? fetcher.data : undefined}>
        <fetcher.Form method="post" ref={form} {...on}>
          <ErrorSummary />
          <input type="hidden" name="nodeId" value={node.id} />
          <input type="hidden" name="revision" value={page.revision} />
          <Fields key={fieldsKey} node={node} />
          <Operations canUndo={page.canUndo} isBusy={isBusy} />
        </fetcher.Form>
      </Answered>
      <Shortcuts />
    </section>
  );
}

/** A refusal stays with the node it was about: what was typed there belongs in no other. */
function isAbout(node: FlatNode, data: Correcting["fetcher"]["data"]): boolean {
  return data !== undefined && "refusal" in data && data.values["nodeId"] === node.id;
}

function Fields({ node }: { node: FlatNode }) {
  return (
    <div className="inspector-fields">
      {node.warnings.map((code) => (
        <p key={code} className="inspector-warning">
          {words.warningText(code)}
        </p>
      ))}
      <SelectField name="kind" label={words.kind} defaultValue={node.kind}>
        {NODE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {nodeKinds[kind]}
          </option>
        ))}
      </SelectField>
      <label className="choice">
        <input type="checkbox" name="withChildren" value="yes" />
        {words.withChildren}
      </label>
      <div className="inspector-title">
        <Field name="number" label={words.number} defaultValue={node.number} maxLength={40} />
        <Field name="heading" label={words.heading} defaultValue={node.heading} maxLength={500} />
      </div>
      <TextField name="text" label={words.text} defaultValue={node.text} rows={6} />
      <input type="hidden" name="at" defaultValue="0" />
    </div>
  );
}
