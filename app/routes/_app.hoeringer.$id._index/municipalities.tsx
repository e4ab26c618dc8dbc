import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { SelectField } from "~/components/field";
import { StatusPill, type Tone } from "~/components/status";
import { Unfold } from "~/components/unfold";
import { joint as words } from "~/words/joint";
import type { GuestsPage, InvitationState, InvitedRow } from "../../../server/consultations/guests/shapes";

type Props = { page: GuestsPage; answer: unknown };
const TONES: Record<InvitationState, Tone> = {
  waiting: "plain",
  accepted: "good",
  declined: "bad",
  withdrawn: "plain",
};

/** The municipalities that answer together; whoever leads the hearing invites more of them. */
export function Municipalities({ page: { rows, choices, can }, answer }: Props) {
  if (rows.length === 0 && !can.invite) return null;
  return (
    <section className="section stack" aria-labelledby="municipalities">
      <div>
        <h2 id="municipalities">{words.title}</h2>
        <p className="soft">{rows.length === 0 ? words.alone : can.invite ? words.lead : words.leadOfOthers}</p>
      </div>
      {rows.length > 0 && (
        <ul className="plain-list">
          {rows.map((row) => (
            <Row key={row.municipality.id} row={row} answer={answer} />
          ))}
        </ul>
      )}
      {can.invite && choices.length > 0 && (
        <Answered answer={answer} command="invite">
          <Unfold key={choices.length} summary={words.invite}>
            <Invite choices={choices} />
          </Unfold>
        </Answered>
      )}
    </section>
  );
}

function Row({ row, answer }: { row: InvitedRow; answer: unknown }) {
  const { municipality, state, centers, answered, reason, mayWithdraw } = row;
  const said = state === "accepted" || state === "declined" ? words.answered[state] : null;
  return (
    <li className="municipality">
      <div>
        <strong>{municipality.name}</strong> <StatusPill tone={TONES[state]}>{words.states[state]}</StatusPill>
      </div>
      {state === "accepted" && <div>{words.centers(centers)}</div>}
      {answered && said && <div className="soft small">{said(answered.by, answered.at)}</div>}
      {state === "declined" && reason && <div className="small">{words.reason(reason)}</div>}
      {mayWithdraw && (
        <Answered answer={answer} command="withdraw">
          <Withdraw municipality={municipality} />
        </Answered>
      )}
    </li>
  );
}

/** Folded away: it ends somebody's access. */
function Withdraw({ municipality: { id, name } }: Pick<InvitedRow, "municipality">) {
  return (
    <details className="unfold small">
      <summary>
        {words.withdraw}
        <span className="visually-hidden">: {name}</span>
      </summary>
      <Form method="post" className="form" preventScrollReset>
        <ErrorSummary />
        <p className="prose">{words.withdrawText(name)}</p>
        <input type="hidden" name="municipalityId" value={id} />
        <div>
          <Button name="command" value="withdraw" kind="quiet" size="small" aria-label={words.withdrawOf(name)}>
            {words.withdraw}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function Invite({ choices }: Pick<GuestsPage, "choices">) {
  return (
    <Form method="post" className="form" noValidate preventScrollReset>
      <ErrorSummary />
      <SelectField
        name="municipalityId"
        label={words.municipality}
        hint={words.municipalityHint}
        width="medium"
        defaultValue=""
      >
        <option value="">{words.choose}</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <div>
        <Button name="command" value="invite" kind="quiet">
          {words.send}
        </Button>
      </div>
    </Form>
  );
}
