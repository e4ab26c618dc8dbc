import { Form } from "@remix-run/react";
import { Answered, ErrorSummary, useKeptTicks } from "~/components/answered";
import { Button } from "~/components/button";
import { Choices, TextField } from "~/components/field";
import { Unfold } from "~/components/unfold";
import { invitation as words } from "~/words/invitation";
import type { InvitationPage } from "../../../server/consultations/guests/shapes";

type Props = { page: InvitationPage; answer: unknown };

/** Says yes, and which centers take part; said yes already, which of them do now. */
export function Accept({ page, answer }: Props) {
  const isIn = page.state === "accepted";
  return (
    <Answered answer={answer} command="accept">
      <div className="section">
        <Form method="post" className="form" noValidate preventScrollReset>
          <ErrorSummary />
          <Choices name="centerId" legend={words.centers} hint={words.centersHint(page.host)}>
            <Centers centers={page.centers} />
          </Choices>
          {!isIn && <input type="hidden" name="then" value="open" />}
          <div>
            <Button name="command" value="accept" kind={isIn ? "quiet" : undefined}>
              {isIn ? words.change : words.accept}
            </Button>
          </div>
        </Form>
      </div>
    </Answered>
  );
}

function Centers({ centers }: Pick<InvitationPage, "centers">) {
  const isKept = useKeptTicks("centerId");
  return centers.map(({ id, name, takesPart, hasTasks }) => (
    <label key={id} className="choice">
      <input type="checkbox" name="centerId" value={id} defaultChecked={takesPart || isKept(id)} />
      <span>
        {name}
        {hasTasks && <span className="soft"> ({words.hasTasks})</span>}
      </span>
    </label>
  ));
}

/** Says no, or leaves: with a reason, which the host reads. */
export function Decline({ page: { state, host }, answer }: Props) {
  const way = state === "accepted" ? "accepted" : "waiting";
  return (
    <Answered answer={answer} command="decline">
      <div className="section">
        <Unfold summary={words.decline[way]}>
          <Form method="post" className="form" noValidate preventScrollReset>
            <ErrorSummary />
            <p className="prose">{words.declineText[way](host)}</p>
            <TextField name="reason" label={words.reason} width="full" rows={3} />
            <div>
              <Button name="command" value="decline" kind="quiet">
                {words.declineSubmit[way]}
              </Button>
            </div>
          </Form>
        </Unfold>
      </div>
    </Answered>
  );
}
