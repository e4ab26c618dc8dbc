import { Form } from "@remix-run/react";
import { ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { overview as words } from "~/words/outcomes";
import { date } from "~/words/time";
import type { OverviewPage } from "../../../server/outcomes/shapes";

type Props = { overviews: OverviewPage["overviews"]; mayRemove: boolean };

/** What has come in, by whom; a wrong file can be taken out as long as nothing of it is noted. [Q12] */
export function Come({ overviews, mayRemove }: Props) {
  if (overviews.length === 0) return null;
  return (
    <section className="overview-come" aria-labelledby="overview-come">
      <h3 id="overview-come">{words.come.title}</h3>
      <ErrorSummary />
      <ul className="plain-list">
        {overviews.map(({ id, kind, name, rows, others, isInUse, by, at }) => (
          <li key={id}>
            <span>{name || words.come.kinds[kind]}</span>
            <span className="soft small">
              {words.come.rows(rows)}
              {others > 0 && ` · ${words.come.others(others)}`} · {words.come.by(by, date(at))}
            </span>
            {mayRemove && !isInUse && (
              <Form method="post">
                <input type="hidden" name="command" value="remove" />
                <input type="hidden" name="overviewId" value={id} />
                <Button kind="bare" size="small" name="op" value="remove">
                  {words.come.remove}
                  <span className="visually-hidden">{words.come.removeOf(name || words.come.kinds[kind])}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
