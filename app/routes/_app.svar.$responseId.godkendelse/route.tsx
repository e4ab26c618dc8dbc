import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acts, field, loads, param } from "~/answering";
import { EmptyState } from "~/components/page";
import { ReadingView } from "~/components/reading-view";
import { refreshAfterConflict } from "~/refreshing";
import { review as words } from "~/words/review";
import { shell } from "~/words/shell";
import { dateAndTime } from "~/words/time";
import { Decide } from "./decide";
import { Reopen } from "./reopen";
import { Rounds } from "./rounds";
import { Send } from "./send";
import "./approval.css";

export const meta: MetaFunction = () => [{ title: shell.title(words.title) }];

export const shouldRevalidate = refreshAfterConflict;

export const loader = loads(({ services, viewer, params }) =>
  services.reviews.page(viewer, param(params, "responseId")),
);

/** Four commands, told apart by the button pressed; each has its own form. */
export const action = acts(async ({ services: { reviews }, viewer, params, form }) => {
  const responseId = param(params, "responseId");
  const command = field(form, "command");
  if (command === "send") await reviews.send(viewer, responseId, form);
  else if (command === "approve") await reviews.approve(viewer, field(form, "reviewId"), form);
  else if (command === "give-back") await reviews.giveBack(viewer, field(form, "reviewId"), form);
  else if (command === "reopen") await reviews.reopen(viewer, responseId, form);
  else throw data({ code: "not-found" }, { status: 404 });
  return { done: true };
});

export default function Approval() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const newest = page.rounds[0];
  return (
    <div className="approval">
      <section aria-label={words.text}>
        {page.frozen && newest ? (
          <>
            <h2>{words.text}</h2>
            <p className="soft approval-version">{words.textOf(newest.versionNumber, dateAndTime(newest.sentAt))}</p>
            <ReadingView document={page.frozen} clauses={page.clauses} />
          </>
        ) : (
          !page.can.send && <EmptyState title={words.unsent.title} text={words.unsent.text} />
        )}
      </section>
      <aside className="approval-side">
        {page.can.send && <Send page={page} answer={answer} />}
        {newest && <Decide round={newest} can={page.can} answer={answer} />}
        {page.can.reopen && <Reopen isWaiting={newest?.state === "waiting"} answer={answer} />}
        {page.rounds.length > 0 && <Rounds rounds={page.rounds} />}
      </aside>
    </div>
  );
}
