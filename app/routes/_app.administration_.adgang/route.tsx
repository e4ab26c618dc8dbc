import { data, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads } from "~/answering";
import { Page, PageHeader } from "~/components/page";
import { access as words } from "~/words/access";
import { administration } from "~/words/oversight";
import { shell } from "~/words/shell";
import { Tokens } from "./tokens";
import { Webhooks } from "./webhooks";
import "./access.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const loader = loads(({ services, viewer }) => services.api.page(viewer));

export const action = acts(async ({ services: { api }, viewer, form }) => {
  const command = field(form, "command");
  switch (command) {
    case "make-token":
      return { done: command, once: (await api.makeToken(viewer, form)).token };
    case "revoke-token":
      await api.revokeToken(viewer, field(form, "tokenId"));
      return { done: command, once: null };
    case "add-webhook":
      return { done: command, once: (await api.addWebhook(viewer, form)).secret };
    case "remove-webhook":
      await api.removeWebhook(viewer, field(form, "webhookId"));
      return { done: command, once: null };
    case "send-again":
      await api.sendAgain(viewer, field(form, "deliveryId"));
      return { done: command, once: null };
    case "pause-webhook":
      await api.pauseWebhook(viewer, field(form, "webhookId"));
      return { done: command, once: null };
    case "resume-webhook":
      await api.resumeWebhook(viewer, field(form, "webhookId"));
      return { done: command, once: null };
    case "try-webhook":
      return { done: command, once: null, trial: await api.tryWebhook(viewer, field(form, "webhookId")) };
    default:
      throw data({ code: "not-found" }, { status: 404 });
  }
});

export default function Access() {
  const { tokens, webhooks, days } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader
        title={words.title}
        lead={words.lead}
        crumbs={[{ to: "/administration", text: administration.title }]}
        meta={<Link to="/udviklere">{words.guide}</Link>}
      />
      <Tokens tokens={tokens} days={days} answer={answer} />
      <Webhooks webhooks={webhooks} answer={answer} />
    </Page>
  );
}
