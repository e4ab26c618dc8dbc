import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { acts, field, loads } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button, ButtonLink } from "~/components/button";
import { Field, TextField } from "~/components/field";
import { Page, PageHeader } from "~/components/page";
import { hearings } from "~/words/hearings";
import { letters as words } from "~/words/letters";
import { shell } from "~/words/shell";
import "./letters.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(async ({ services, viewer }) => ({ waiting: await services.letters.waiting(viewer) }));

export const action = acts(async ({ services, viewer, form }) => {
  if (field(form, "command") !== "discard") {
    return redirect(`/hoeringer/ny?brev=${await services.letters.receive(viewer, form)}`);
  }
  await services.letters.discard(viewer, form);
  return redirect("/hoeringer/brev");
});

/** A new hearing begins with what came in the mail: the letter is read, and a person confirms what it says. [H30] */
export default function Letter() {
  const answer = useActionData<typeof action>();
  const isReading = useNavigation().formData?.get("command") === "receive";
  return (
    <Page>
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ to: "/hoeringer", text: hearings.title }]} />
      <Answered answer={answer}>
        <Form
          method="post"
          encType="multipart/form-data"
          className="form"
          noValidate
          onSubmit={(event) => isReading && event.preventDefault()}
        >
          <ErrorSummary />
          <Field name="file" label={words.file} hint={words.fileHint} type="file" accept=".pdf,.docx,.txt,.md" />
          <TextField name="text" label={words.or} rows={8} />
          <p className="row">
            <Button name="command" value="receive" aria-disabled={isReading || undefined}>
              {isReading ? words.reading : words.read}
            </Button>
            <ButtonLink to="/hoeringer/ny" kind="quiet">
              {words.own}
            </ButtonLink>
          </p>
          <p role="status" className="VH">
            {isReading ? words.reading : ""}
          </p>
        </Form>
      </Answered>
      <Waiting />
    </Page>
  );
}

function Waiting() {
  const { waiting } = useLoaderData<typeof loader>();
  if (waiting.length === 0) return null;
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting">{words.waiting}</h2>
      <ul className="letters">
        {waiting.map(({ id, fileName, receivedBy, receivedAt }) => (
          <li key={id}>
            <span>
              <Link to={`/hoeringer/ny?brev=${id}`}>{fileName}</Link>
              <span className="soft small">{words.received(receivedBy, receivedAt)}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="letterId" value={id} />
              <Button
                name="command"
                value="discard"
                kind="quiet"
                size="small"
                aria-label={`${words.discard} ${fileName}`}
              >
                {words.discard}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
