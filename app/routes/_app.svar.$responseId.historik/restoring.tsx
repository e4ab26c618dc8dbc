import { Form, Link, useNavigation } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { history } from "~/words/history";
import { dateAndTime } from "~/words/time";
import type { HistoryPage, HistoryView } from "../../../server/history/shapes";
import { isSame, Passages } from "./compared";

type Page = Extract<HistoryPage, { isReady: true }>;
type View = Extract<HistoryView, { kind: "restoring" }>;

const { restore: words } = history;

/** Before anything is restored: what it will do to the text as it is now. */
export function Restoring({ page, view, answer }: { page: Page; view: View; answer: unknown }) {
  const { moment, item, counts, passages } = view;
  const when = dateAndTime(moment.at);
  const isBusy = useNavigation().state === "submitting";
  const back = `/svar/${page.responseId}/historik?t=${moment.seq}`;
  const isNothing = isSame(passages);
  return (
    <section aria-labelledby="restoring">
      <h2 id="restoring">{item === null ? words.title(when) : words.titleItem(when)}</h2>
      <Answered answer={answer} command="restore">
        <Form method="post" className="form history-restoring" noValidate>
          <ErrorSummary />
          <p>{isNothing ? words.nothing : words.will(history.counts(counts))}</p>
          {!isNothing && <p className="soft">{words.keeps}</p>}
          <input type="hidden" name="moment" value={moment.seq} />
          {item !== null && <input type="hidden" name="item" value={item} />}
          <div className="row">
            {!isNothing && (
              <Button kind="main" name="command" value="restore" aria-disabled={isBusy || undefined}>
                {words.submit}
              </Button>
            )}
            <Link className="button" data-kind="quiet" to={back}>
              {words.cancel}
            </Link>
          </div>
        </Form>
      </Answered>
      <Passages passages={passages} />
    </section>
  );
}
