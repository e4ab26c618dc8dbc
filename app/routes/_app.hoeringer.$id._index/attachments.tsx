import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField } from "~/components/field";
import { Unfold } from "~/components/unfold";
import { attachments as words } from "~/words/attachments";
import type { AttachmentRow, AttachmentsPage } from "../../../server/attachments/shapes";

type Props = { page: AttachmentsPage; answer: unknown };

/** What councils have answered in documents of their own, and room for more. */
export function Attachments({ page: { rows, councils }, answer }: Props) {
  if (rows.length === 0 && councils.length === 0) return null;
  return (
    <section className="section stack" aria-labelledby="attachments">
      <div>
        <h2 id="attachments">{words.title}</h2>
        <p className="soft">{rows.length > 0 ? words.lead : words.none}</p>
      </div>
      {rows.length > 0 && (
        <ul className="plain-list">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
      {councils.length > 0 && (
        <Answered answer={answer} command="attach">
          <Unfold key={rows.length} summary={words.open}>
            <Attach councils={councils} />
          </Unfold>
        </Answered>
      )}
    </section>
  );
}

function Row({ row }: { row: AttachmentRow }) {
  const { id, fileName, center, bytes, addedBy, addedAt, cprCount, sha256, mayRemove } = row;
  return (
    <li className="attachment">
      <a href={`/bilag/${id}`} download>
        {fileName}
      </a>
      <div className="soft small">
        {words.from(center.name, bytes)}. {words.added(addedBy, addedAt)}
      </div>
      {cprCount === null && <div className="soft small">{words.notRead}</div>}
      {cprCount !== null && cprCount > 0 && <div className="small bad">{words.cpr(cprCount)}</div>}
      <div className="soft small attachment-hash">
        {words.fingerprint} {sha256}
      </div>
      {mayRemove && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="attachmentId" value={id} />
          <Button name="command" value="detach" kind="bare" size="small" aria-label={words.removeOf(fileName)}>
            {words.remove}
          </Button>
        </Form>
      )}
    </li>
  );
}

function Attach({ councils }: Pick<AttachmentsPage, "councils">) {
  const [only] = councils.length === 1 ? councils : [];
  return (
    <Form method="post" encType="multipart/form-data" className="form" noValidate preventScrollReset>
      <ErrorSummary />
      <SelectField name="councilId" label={words.council} width="medium" defaultValue={only?.id ?? ""}>
        {!only && <option value="">{words.choose}</option>}
        {councils.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Field name="file" label={words.file} hint={words.fileHint} type="file" accept=".pdf,.docx" />
      <div>
        <Button name="command" value="attach" kind="quiet">
          {words.submit}
        </Button>
      </div>
    </Form>
  );
}
