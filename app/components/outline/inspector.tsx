import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Field, SelectField, TextField } from "~/components/field";
import { type FlatNode, NODE_KINDS } from "~/document-model/proposal";
import { nodeKinds } from "~/words/names";
import { proposal as words } from "~/words/proposal";
import { Operations } from "./operations";
import { useNodeForm } from "./use-node-form";
import type { Outline } from "./use-outline";

/** The chosen node's form. Leaving it keeps what was typed; every button does, too. */
export function Inspector({ outline, node }: { outline: Outline; node: FlatNode }) {
  const { refused, page } = outline;
  const { form, fieldsKey, on } = useNodeForm(node, outline);
  const answer = refused?.nodeId === node.id ? refused.answer : null;
  return (
    <section className="inspector" aria-labelledby="edit" data-inspector>
      <h2 id="edit">{words.edit}</h2>
      {/* A refusal stays with the node it was about: what was typed there belongs in no other. */}
      <Answered answer={answer ?? undefined}>
        <Form method="post" ref={form} {...on}>
          {answer?.refusal.code === "form" && <ErrorSummary />}
          <input type="hidden" name="nodeId" value={node.id} />
          <input type="hidden" name="revision" value={page.revision} />
          <Fields key={`${fieldsKey}${answer ? "refused" : ""}`} node={node} />
          <Operations />
        </Form>
      </Answered>
    </section>
  );
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
        <Field name="number" label={words.number} defaultValue={node.number} maxLength={40} autoComplete="off" />
        <Field name="heading" label={words.heading} defaultValue={node.heading} maxLength={500} autoComplete="off" />
      </div>
      <TextField name="text" label={words.text} defaultValue={node.text} rows={8} />
      <input type="hidden" name="at" defaultValue="0" />
    </div>
  );
}
