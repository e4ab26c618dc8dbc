import { Form } from "@remix-run/react";
import type { ClipboardEvent, ReactNode } from "react";
import { Answered, ErrorSummary, useRefusal } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, TextField } from "~/components/field";
import { overview as words } from "~/words/outcomes";
import { tableText } from "./pasted-table";

type Props = { isFirst: boolean; answer: unknown };

/** The ways in: a file, a copied table, or a row typed by hand. [Q10] */
export function BringIn({ isFirst, answer }: Props) {
  return (
    <div className="overview-in">
      {isFirst && <p className="soft prose">{words.lead}</p>}
      <Answered answer={answer} command="add">
        <Folded isOpen={isFirst} title={words.more}>
          <FromSender />
        </Folded>
      </Answered>
      <Answered answer={answer} command="type">
        <Folded isOpen={false} title={words.byHand}>
          <ByHand />
        </Folded>
      </Answered>
    </div>
  );
}

/** What was refused stays in sight. */
function Folded({ isOpen, title, children }: { isOpen: boolean; title: string; children: ReactNode }) {
  const isRefused = useRefusal().code !== null;
  if (isOpen) return <>{children}</>;
  return (
    <details className="unfold" open={isRefused || undefined}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function FromSender() {
  return (
    <Form method="post" encType="multipart/form-data" className="form overview-form" noValidate>
      <ErrorSummary />
      <input type="hidden" name="op" value="add" />
      <input type="hidden" name="command" value="add" />
      <Field name="overview" type="file" label={words.file} hint={words.fileHint} accept=".docx,.xlsx,.csv" />
      <TextField name="pasted" label={words.pasted} hint={words.pastedHint} rows={5} onPaste={pasteTable} />
      <label className="choice">
        <input type="checkbox" name="withOthers" />
        <span>
          {words.withOthers}
          <span className="field-hint overview-hint">{words.withOthersHint}</span>
        </span>
      </label>
      <Button>{words.read}</Button>
    </Form>
  );
}

/** A copied table comes as HTML; its cells' words stand in the field, where one sees what is sent. */
function pasteTable(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = tableText(event.clipboardData.getData("text/html"));
  if (text === null) return;
  event.preventDefault();
  const field = event.currentTarget;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
}

function ByHand() {
  return (
    <Form method="post" className="form overview-form" noValidate>
      <ErrorSummary />
      <input type="hidden" name="op" value="type" />
      <input type="hidden" name="command" value="type" />
      <Field name="subject" label={words.subject} maxLength={500} isOptional width="medium" />
      <TextField name="summary" label={words.summary} rows={3} maxLength={5000} />
      <TextField name="assessment" label={words.assessment} rows={3} maxLength={10_000} />
      <Button>{words.addRow}</Button>
    </Form>
  );
}
