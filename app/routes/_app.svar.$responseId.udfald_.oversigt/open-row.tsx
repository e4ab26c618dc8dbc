import { Form, Link } from "@remix-run/react";
import type { RefObject } from "react";
import { ErrorSummary, useKeptTicks } from "~/components/answered";
import { Button } from "~/components/button";
import { Choices, TextField } from "~/components/field";
import { OutcomePill } from "~/components/outcome";
import { outcome as said } from "~/words/answers";
import { outcomes } from "~/words/names";
import { overview as words } from "~/words/outcomes";
import { date } from "~/words/time";
import { RemarkChoices } from "./remark-choices";
import { AboutLine, type Open, type Page, TakeBack } from "./row-parts";

type Props = { page: Page; open: Open; at: number; heading: RefObject<HTMLHeadingElement> };

/** One row as the sender wrote it, and what it is: asked, or said. */
export function OpenRow({ page, open, at, heading }: Props) {
  const { row } = open;
  return (
    <>
      <div className="overview-open-head">
        <h3 ref={heading} tabIndex={-1}>
          {words.row(at + 1, page.rows.length)}
          {row.subject && <span>: {row.subject}</span>}
        </h3>
        <Steps rows={page.rows} at={at} />
      </div>
      <SenderSays row={row} />
      {row.state.kind === "waiting" ? (
        page.can.record && <Settling page={page} open={open} />
      ) : (
        <Settled page={page} open={open} />
      )}
    </>
  );
}

function Steps({ rows, at }: { rows: Page["rows"]; at: number }) {
  const [previous, next] = [rows[at - 1], rows[at + 1]];
  return (
    <div className="row">
      {previous && (
        <Link to={`?raekke=${previous.id}`} preventScrollReset replace>
          {words.previous}
        </Link>
      )}
      {next && (
        <Link to={`?raekke=${next.id}`} preventScrollReset replace>
          {words.next}
        </Link>
      )}
    </div>
  );
}

function SenderSays({ row }: Pick<Open, "row">) {
  const meta = [
    [words.said.sender, [row.sender, row.speaksAs].filter(Boolean).join(", ")],
    [words.said.dated, row.dated],
    [words.said.reference, row.reference],
  ].filter(([, text]) => text);
  const body = [
    [words.said.summary, row.summary],
    [words.said.verdict, row.verdict],
    [words.said.assessment, row.assessment],
  ].filter(([, text]) => text);
  return (
    <div className="overview-said">
      {meta.length > 0 && <p className="soft small">{meta.map(([name, text]) => `${name}: ${text}`).join(" · ")}</p>}
      <dl>
        {body.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Asked with what the row itself seems to say; only sending it says so. [Q11] */
function Settling({ page, open }: Pick<Props, "page" | "open">) {
  const isKept = useKeptTicks("outcome");
  return (
    <Form method="post" className="overview-settling" noValidate preventScrollReset>
      <ErrorSummary />
      <input type="hidden" name="command" value={open.row.id} />
      <input type="hidden" name="rowId" value={open.row.id} />
      <RemarkChoices remarks={page.remarks} open={open} />
      <Choices name="outcome" legend={said.question}>
        <div className="overview-outcomes">
          {Object.entries(outcomes).map(([value, name], at) => (
            <label key={value} className="choice">
              <input
                type="radio"
                name="outcome"
                value={value}
                defaultChecked={isKept(value) || open.outcome === value}
              />
              <span>
                <span className="overview-key numeric soft" aria-hidden="true">
                  {at + 1}
                </span>{" "}
                {name}
              </span>
            </label>
          ))}
        </div>
      </Choices>
      <TextField
        name="reason"
        label={said.reason}
        hint={said.reasonHint}
        defaultValue={open.row.assessment}
        rows={3}
        maxLength={10_000}
      />
      <div className="row">
        <Button name="op" value="record" data-note>
          {words.note}
        </Button>
        <Button kind="quiet" name="op" value="set-aside">
          {words.aside}
        </Button>
      </div>
      <p className="soft small overview-keys">{words.keys}</p>
    </Form>
  );
}

function Settled({ page: { remarks, can }, open: { row } }: Pick<Props, "page" | "open">) {
  const { state } = row;
  if (state.kind === "waiting") return null;
  const answered =
    state.kind === "recorded" ? state.blockIds.flatMap((id) => remarks.filter((one) => one.blockId === id)) : [];
  return (
    <div className="overview-settled">
      <ErrorSummary />
      {state.kind === "recorded" && <OutcomePill outcome={state.outcome} />}
      {state.kind === "recorded" && state.reason && <p className="outcome-reason">{state.reason}</p>}
      {answered.map((remark) => (
        <blockquote key={remark.blockId}>
          <AboutLine remark={remark} />
          <p>{remark.text}</p>
        </blockquote>
      ))}
      <p className="soft small">{words.settled[state.kind](state.by, date(state.at))}</p>
      {can.record && <TakeBack id={row.id} />}
    </div>
  );
}
