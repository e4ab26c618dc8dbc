import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { SelectField } from "~/components/field";
import { Notice } from "~/components/page";
import { mailChoices as words } from "~/words/notices";
import { date } from "~/words/time";
import type { MailStanding, MailWish, NoticeKind } from "../../../server/notices/shapes";

const WISHES: readonly MailWish[] = ["none", "at-once", "daily"];

/** What one wants to hear of by mail, kind by kind. */
export function MailChoices({ mail, answer }: { mail: MailStanding; answer: unknown }) {
  return (
    <section className="notices-mail" id="valg" aria-labelledby="mail-choices">
      <h2 id="mail-choices">{words.title}</h2>
      <p className="soft small">{words.lead}</p>
      {mail.server === null && (
        <Notice>
          <p>{words.off}</p>
        </Notice>
      )}
      {mail.server !== null && mail.cameBack && (
        <Notice tone="warn">
          <p>{words.cameBack(date(mail.cameBack))}</p>
        </Notice>
      )}
      <Answered answer={answer} command="choose">
        <Form method="post" action="/beskeder?index" className="form" preventScrollReset>
          <ErrorSummary />
          {kindsOf(mail).map((kind) => (
            <SelectField key={kind} name={kind} label={words.kind(kind)} defaultValue={mail.wishes[kind]}>
              {WISHES.map((wish) => (
                <option key={wish} value={wish}>
                  {words.wish(wish)}
                </option>
              ))}
            </SelectField>
          ))}
          <div className="row">
            <Button name="command" value="choose">
              {words.save}
            </Button>
            <span role="status">{isSaved(answer) ? words.saved : ""}</span>
          </div>
        </Form>
      </Answered>
    </section>
  );
}

/** In the order in which the house lists them. */
function kindsOf({ wishes }: MailStanding): NoticeKind[] {
  return Object.keys(wishes) as NoticeKind[]; // The record's keys are kinds.
}

function isSaved(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "done" in answer && answer.done === "choose";
}
