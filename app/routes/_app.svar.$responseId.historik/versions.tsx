import { Form, Link } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { Unfold } from "~/components/unfold";
import { history } from "~/words/history";
import { dateAndTime } from "~/words/time";
import type { HistoryPage, HistoryVersion } from "../../../server/history/shapes";
import { useNameOf } from "./who";

type Page = Extract<HistoryPage, { isReady: true }>;

const { versions: words } = history;

/** What was named or frozen, and a name for the text as it is now. */
export function Versions({ page, answer }: { page: Page; answer: unknown }) {
  const nameOf = useNameOf();
  const { versions, responseId, can } = page;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{words.title}</h2>
      {versions.length === 0 && <p className="soft">{words.none}</p>}
      <ol className="history-versions">
        {versions.map((version) => (
          <li key={version.id}>
            <Link to={`/svar/${responseId}/historik?t=${version.seq}`}>{versionName(version)}</Link>
            <p className="soft small">{history.moment(dateAndTime(version.at), nameOf(version.by))}</p>
          </li>
        ))}
      </ol>
      {can.write && (
        <Answered answer={answer} command="name-version">
          <Unfold summary={words.opener} key={versions.length}>
            <Form method="post" className="form" noValidate>
              <ErrorSummary />
              <Field name="name" label={words.name} hint={words.nameHint} maxLength={100} autoComplete="off" />
              <Button name="command" value="name-version">
                {words.save}
              </Button>
            </Form>
          </Unfold>
        </Answered>
      )}
    </section>
  );
}

export function versionName(version: HistoryVersion): string {
  return version.kind === "named" ? version.name : words.frozen(version.round, words.states[version.state]);
}
