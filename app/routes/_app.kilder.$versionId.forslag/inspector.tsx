import { type FocusEvent, type KeyboardEvent, useRef } from "react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Field, SelectField, TextField } from "~/components/field";
import { type FlatNode, NODE_KINDS } from "~/document-model/proposal";
import { nodeKinds } from "~/words/names";
import { proposal as words } from "~/words/sources";
import type { ProposalPage } from "../../../server/agreements/shapes";
import { Operations } from "./operations";
import { Shortcuts } from "./shortcuts";
import type { Correcting } from "./use-correcting";

type Props = { page: ProposalPage; node: FlatNode; correcting: Correcting };

/** The chosen node's form. Leaving it keeps what was typed; every button does, too. */
export function Inspector({ page, node, correcting: { fetcher, isBusy } }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const isDirty = useRef(false);
  function onBlur({ relatedTarget }: FocusEvent) {
    if (!isDirty.current || form.current?.contains(relatedTarget)) return;
    isDirty.current = false;
    fetcher.submit(form.current);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter") return;
    event.preventDefault();
    form.current?.querySelector<HTMLButtonElement>("button[value=split]")?.click();
  }
  return (
    <section className="inspector" aria-labelledby="edit" data-inspector>
      <div className="inspector-head">
        <h2 id="edit">{words.edit}</h2>
        <span className="soft small" role="status">
          {isBusy ? words.saving : fetcher.data && "done" in fetcher.data ? words.saved : ""}
        </span>
      </div>
      <Answered answer={fetcher.data}>
        <fetcher.Form
          method="post"
          ref={form}
          onInput={() => {
            isDirty.current = true;
          }}
          onSubmit={({ currentTarget }) => {
            isDirty.current = false;
            nameCaret(currentTarget);
          }}
          onBlur={onBlur}
          onKeyDown={onKeyDown}
        >
          <ErrorSummary />
          <input type="hidden" name="nodeId" value={node.id} />
          <input type="hidden" name="revision" value={page.revision} />
          <Fields key={contentOf(node)} node={node} />
          <Operations canUndo={page.canUndo} isBusy={isBusy} />
        </fetcher.Form>
      </Answered>
      <Shortcuts />
    </section>
  );
}

/** The fields begin anew when what they show has changed, by us or by another; not when the node has only moved. */
function contentOf({ id, kind, number, heading, text }: FlatNode): string {
  return JSON.stringify([id, kind, number, heading, text]);
}

/** Where the caret is goes with the form, for a split there. */
function nameCaret(form: HTMLFormElement): void {
  const [text, at] = [form.elements.namedItem("text"), form.elements.namedItem("at")];
  if (text instanceof HTMLTextAreaElement && at instanceof HTMLInputElement) at.value = String(text.selectionStart);
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
