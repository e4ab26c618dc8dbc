import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import { formOf } from "~/answering";
import { Answered, ErrorSummary } from "~/components/answered";
import { Wordmark } from "~/components/app-shell";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { Notice } from "~/components/page";
import { Progress } from "~/components/progress";
import { leaving } from "~/editor/offline/leaving";
import { asAnswer } from "~/refusals";
import { safePath } from "~/session";
import { shell, signIn } from "~/words/shell";
import { DemoPeople } from "./demo-people";
import "./sign-in.css";

export const meta: MetaFunction = () => [{ title: shell.title(signIn.title) }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (context.viewer) throw redirect(safePath(new URL(request.url).searchParams.get("til")));
  return { demo: await context.services.identity.demo() };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await formOf(request);
  try {
    const { cookie } = await context.services.identity.signIn(form, context.ip);
    const to = safePath(new URL(request.url).searchParams.get("til"));
    return redirect(to, { headers: { "Set-Cookie": cookie } });
  } catch (error) {
    return asAnswer(error, form);
  }
}

export default function SignIn() {
  const { demo } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const answer = useActionData<typeof action>();
  useEffect(() => {
    if (leaving()) void import("~/editor/offline/sign-out").then(({ forgetWhoLeft }) => forgetWhoLeft());
  }, []);
  return (
    <main className="sign-in">
      <div className="sign-in-form">
        <Wordmark />
        <h1>{signIn.title}</h1>
        <p className="soft">{signIn.lead}</p>
        {search.has("til") && !answer && <Notice>{signIn.expired}</Notice>}
        <Answered answer={answer}>
          <Form method="post" className="form" noValidate id="log-ind">
            <ErrorSummary />
            <Field name="email" label={signIn.email} type="email" autoComplete="username" autoCapitalize="none" />
            <Field name="password" label={signIn.password} type="password" autoComplete="current-password" />
            <Button>{signIn.submit}</Button>
          </Form>
        </Answered>
      </div>
      {demo && <DemoPeople {...demo} formId="log-ind" />}
      <Progress />
    </main>
  );
}
