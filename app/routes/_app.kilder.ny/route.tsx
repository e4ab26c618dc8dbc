import { data, type MetaFunction, redirect } from "@remix-run/node";
import { type ClientActionFunctionArgs, Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { acts, holds, loads } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field, SelectField, TextField } from "~/components/field";
import { Page, PageHeader } from "~/components/page";
import { type Answer, valuesOf } from "~/refusals";
import { sourceKinds } from "~/words/names";
import { newSource as words } from "~/words/new-source";
import { shell } from "~/words/shell";
import { sources } from "~/words/sources";
import type { SourceSummary } from "../../../server/agreements/shapes";
import { LARGEST_PAPER } from "../../document-model/proposal";
import { SendingBar } from "./sending-bar";
import { useProgress } from "./use-progress";
import "./sending.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

/** With `?kilde=` the paper is the next version of that source, whose title, kind and publisher it keeps. */
export const loader = loads(async ({ services, viewer, url }) => {
  if (!holds(viewer, "coordinator")) throw data({ code: "coordinators-only" }, { status: 403 });
  const source = await services.agreements.source(viewer, url.searchParams.get("kilde") ?? "");
  const letter = await services.letters.find(viewer, url.searchParams.get("brev") ?? "");
  return { source, letter };
});

export const action = acts(async ({ services, viewer, form }) =>
  redirect(`/kilder/${await services.agreements.propose(viewer, form)}/forslag`),
);

/**
 * What would be refused for its size is not sent: much larger, the door would cut it off and the form be lost with it.
 * Nor is it lost when nobody is reached.
 */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  const file = form.get("file");
  if (file instanceof File && file.size > LARGEST_PAPER) return refused(form, "form", { file: "too-large" });
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    if (error instanceof TypeError) return refused(form, "not-reached");
    throw error;
  }
}

/** As the server would refuse it: with this status nothing is asked for anew, which would fail where nobody is reached. */
function refused(form: FormData, code: string, fields: Answer["refusal"]["fields"] = {}) {
  const answer: Answer = { refusal: { code, fields }, values: valuesOf(form) };
  // Remix keeps a client action's status of a Response alone.
  return Response.json(answer, { status: 422 });
}

export default function NewSource() {
  const { source } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSending = useNavigation().formMethod === "POST";
  const uploadId = useUploadId();
  const sending = useProgress(uploadId, isSending);
  const title = source ? words.nextTitle(source.title) : words.title;
  return (
    <Page>
      <PageHeader title={title} lead={words.lead} crumbs={[{ to: "/kilder", text: sources.title }]} />
      <Answered answer={answer}>
        <Form
          method="post"
          encType="multipart/form-data"
          className="form"
          noValidate
          // A second click would bring the paper twice.
          onSubmit={(event) => isSending && event.preventDefault()}
        >
          <ErrorSummary />
          <input type="hidden" name="uploadId" value={uploadId} />
          {source ? <Known source={source} /> : <About />}
          <Field name="label" label={words.label} hint={words.labelHint} width="medium" maxLength={120} />
          {source && <FromEdition source={source} isSending={isSending} />}
          <Field
            name="file"
            label={words.file}
            hint={words.fileHint}
            type="file"
            accept=".pdf,.docx,.txt,.md,.markdown"
          />
          <TextField name="text" label={`${words.or} ${words.text.toLowerCase()}`} rows={8} />
          <SendingBar sending={sending} />
          <Button aria-disabled={isSending || undefined}>{words.submit}</Button>
        </Form>
      </Answered>
    </Page>
  );
}

/** Made in the browser, so that the page knows it before the server has answered; without scripts nobody asks. */
function useUploadId(): string {
  const [uploadId, setUploadId] = useState("");
  useEffect(() => {
    // randomUUID is there on https alone.
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    setUploadId(Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));
  }, []);
  return uploadId;
}

function About() {
  const { title, sender } = useLoaderData<typeof loader>().letter?.proposal ?? {};
  return (
    <>
      <Field
        name="title"
        label={words.sourceTitle}
        maxLength={255}
        {...(title && { defaultValue: words.titleOf(title.value) })}
      />
      <div className="form-columns">
        <SelectField name="kind" label={words.kind} width="short">
          {Object.entries(sourceKinds).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field
          name="publisher"
          label={words.publisher}
          placeholder=""
          width="medium"
          maxLength={255}
          {...(sender && { defaultValue: sender.value })}
        />
      </div>
    </>
  );
}

/** Where the sender goes through the paper that is there, and sends no new one. */
function FromEdition({
  source: { versions },
  isSending,
}: {
  source: Pick<SourceSummary, "versions">;
  isSending: boolean;
}) {
  const last = versions.find(({ isAccepted }) => isAccepted);
  if (!last) return null;
  return (
    <div className="from-edition">
      <Button kind="quiet" name="fromVersionId" value={last.id} aria-disabled={isSending || undefined}>
        {words.from(last.label)}
      </Button>
      <p className="field-hint">{words.fromHint}</p>
    </div>
  );
}

function Known({ source }: { source: Pick<SourceSummary, "id" | "title" | "kind" | "publisher" | "versions"> }) {
  const given = { sourceId: source.id, title: source.title, kind: source.kind, publisher: source.publisher };
  return (
    <>
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="soft">{words.versionsSoFar(source.versions.map(({ label }) => label))}</p>
    </>
  );
}
