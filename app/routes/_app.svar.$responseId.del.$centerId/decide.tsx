import { Form, useRevalidator } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { TextField } from "~/components/field";
import { Unfold } from "~/components/unfold";
import { part } from "~/words/parts";
import type { PartPage } from "../../../server/sign-offs/shapes";
import { useNews } from "./use-news";

const { decide: words } = part;

/** At the end of the text, and in sight on a telephone: the manager's word for exactly what stands above. */
export function Decide({ page, answer }: { page: PartPage; answer: unknown }) {
  const { can } = page;
  return (
    <>
      <Done answer={answer} />
      <Changed page={page} />
      {(can.sign || can.giveBack) && (
        <section className="part-decide" aria-labelledby="decide">
          <h3 id="decide">{words.title}</h3>
          {can.sign && (
            <Answered answer={answer} command="sign">
              <Sign page={page} />
            </Answered>
          )}
          {can.giveBack && (
            <Answered answer={answer} command="give-back">
              <GiveBack page={page} />
            </Answered>
          )}
        </section>
      )}
    </>
  );
}

/** Somebody has written, or decided, while this was read. */
function Changed({ page }: { page: PartPage }) {
  const isOld = useNews(page);
  const { revalidate } = useRevalidator();
  return (
    <div role="status">
      {isOld && (
        <p className="notice part-changed" data-tone="warn">
          {words.changed}{" "}
          <button type="button" className="button" data-kind="quiet" data-size="small" onClick={revalidate}>
            {words.showNew}
          </button>
        </p>
      )}
    </div>
  );
}

/** Said to who listens as well, when it is done. */
function Done({ answer }: { answer: unknown }) {
  const done = typeof answer === "object" && answer !== null && "done" in answer ? answer.done : null;
  return (
    <p className="part-done" role="status">
      {done === "sign" && words.signedNow}
      {done === "give-back" && words.returnedNow}
    </p>
  );
}

/** The hash travels with the form: what is signed is what stood on this page. [A25] */
function Sign({ page: { sha256, standing, text } }: { page: PartPage }) {
  const saysMore = text.goals !== undefined || text.initiatives !== undefined;
  return (
    <Form method="post" className="part-sign" preventScrollReset>
      <ErrorSummary />
      <Read standing={standing} />
      <input type="hidden" name="sha256" value={sha256} />
      <p className="soft small">{saysMore ? words.exactlyGoals : words.exactly}</p>
      <Button name="command" value="sign">
        {standing.decision ? words.signAgain : words.sign}
      </Button>
    </Form>
  );
}

function GiveBack({ page: { standing } }: { page: PartPage }) {
  const isSigned = standing.state === "signed";
  return (
    <Unfold summary={isSigned ? words.withdraw : words.giveBack}>
      <Form method="post" className="form" noValidate preventScrollReset>
        <ErrorSummary />
        <Read standing={standing} />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} maxLength={2000} rows={3} />
        <Button kind="quiet" name="command" value="give-back">
          {isSigned ? words.withdraw : words.submit}
        </Button>
      </Form>
    </Unfold>
  );
}

/** Which decision the page was made after. */
function Read({ standing }: Pick<PartPage, "standing">) {
  return <input type="hidden" name="after" value={standing.decision?.id ?? ""} />;
}
