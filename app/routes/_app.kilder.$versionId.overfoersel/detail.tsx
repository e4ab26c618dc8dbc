import { Form } from "@remix-run/react";
import type { FormEvent } from "react";
import { Button } from "~/components/button";
import { RefusalSentence } from "~/components/refusal-sentence";
import { StatusPill } from "~/components/status";
import { carryOver as words } from "~/words/carry-over";
import { changeNames } from "~/words/change-names";
import { shortened } from "~/words/clause-names";
import { nodeKinds } from "~/words/names";
import { dateAndTime } from "~/words/time";
import type { DeskRow } from "../../../server/carry-over/shapes";
import type { Remark } from "../../../server/search/shapes";
import { fulfil } from "./acts";
import { ChooseAnother } from "./choose-another";
import { chosenFor, type Desk } from "./desk";
import { Remarks } from "./remarks";
import { Suggestions } from "./suggestions";
import { Texts } from "./texts";
import { addressOf } from "./use-place";
import { changeOf, nextWaiting } from "./view";

type Props = { desk: Desk; row: DeskRow; remarks: readonly Remark[] };

/** The chosen row: both texts, what is proposed, what can be done, and what hangs on it. */
export function Detail({ desk, row, remarks }: Props) {
  const { place } = desk;
  const beside = desk.groups.find(({ rows }) => rows.includes(row))?.rows ?? [row];
  const refused = desk.deciding.refused.get(row.from.id);
  return (
    <article className="carry-detail" aria-labelledby="carry-heading">
      <p className="carry-position small soft">
        <a href={addressOf({ ...place, isOpen: false })} className="carry-back" onClick={backOf(desk)}>
          {words.toList}
        </a>
        <span className="numeric">{words.position(beside.indexOf(row) + 1, beside.length)}</span>
        {row.from.parentId && <span>{row.from.path}</span>}
      </p>
      <h2 id="carry-heading" tabIndex={-1} data-heading>
        {titleOf(row.from)}
      </h2>
      {refused && (
        <p className="notice" data-tone="bad">
          <RefusalSentence code={refused} />
        </p>
      )}
      <Texts desk={desk} row={row} />
      <State row={row} isSending={desk.deciding.sending.has(row.from.id)} />
      <div className="carry-beside">
        {desk.page.can.decide && !row.decision && desk.isSearching ? (
          <ChooseAnother desk={desk} row={row} />
        ) : (
          <DecisionForm desk={desk} row={row} />
        )}
        <Remarks remarks={remarks} row={row} />
      </div>
    </article>
  );
}

/** Its words stand below: where it has no heading, it is called by what it is. */
function titleOf({ kind, number, heading, text }: DeskRow["from"]): string {
  if (heading) return `${number} ${heading}`.trim();
  return number ? `${nodeKinds[kind]} ${number}` : shortened(text, 80);
}

function backOf({ place }: Desk) {
  return (event: { preventDefault(): void }) => {
    event.preventDefault();
    place.close();
  };
}

function State({ row: { decision, proposed }, isSending }: { row: DeskRow; isSending: boolean }) {
  if (!decision) {
    return proposed.doubt ? <p className="carry-state soft">{words.doubt(proposed.doubt)}</p> : null;
  }
  return (
    <p className="carry-state">
      <StatusPill tone="good">{changeNames[decision.change]}</StatusPill>
      <span className="soft">
        {isSending && words.sending}
        {decision.isCertain && words.byItself}
        {!isSending && decision.by && words.by(decision.by, dateAndTime(decision.at))}
      </span>
    </p>
  );
}

/** Without a script it is sent as it stands; with one, every button is a key. */
function DecisionForm({ desk, row }: { desk: Desk; row: DeskRow }) {
  if (!desk.page.can.decide) return row.decision ? null : <Suggestions desk={desk} row={row} />;
  return (
    <Form method="post" onSubmit={onSubmit(desk)} preventScrollReset>
      <input type="hidden" name="fromClauseId" value={row.from.id} />
      {row.decision ? <Decided desk={desk} row={row} /> : <Waiting desk={desk} row={row} />}
    </Form>
  );
}

function onSubmit(desk: Desk) {
  return (event: FormEvent) => {
    const { nativeEvent } = event;
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
    event.preventDefault();
    const op = button instanceof HTMLButtonElement ? button.value : "decide";
    fulfil(desk, { kind: op === "undo" || op === "drop" || op === "met" ? op : "accept" });
  };
}

function Decided({ desk, row }: { desk: Desk; row: DeskRow }) {
  const next = nextWaiting(desk.shown, row.from.id);
  return (
    <div className="row carry-buttons">
      <Button kind="quiet" name="op" value="undo" aria-keyshortcuts="z">
        {words.undo} <kbd>Z</kbd>
      </Button>
      {next && (
        <a
          className="button"
          data-kind="quiet"
          href={addressOf({ ...desk.place, rowId: next.from.id, isOpen: true })}
          data-row={next.from.id}
        >
          {words.next} <kbd>N</kbd>
        </a>
      )}
    </div>
  );
}

function Waiting({ desk, row }: { desk: Desk; row: DeskRow }) {
  const change = changeOf(row, chosenFor(desk, row), desk.deciding.rows);
  return (
    <>
      <Suggestions desk={desk} row={row} />
      <div className="row carry-buttons">
        <Button name="op" value="decide">
          {words.accept(change)} <kbd>Enter</kbd>
        </Button>
        <Button type="button" kind="quiet" className="needs-script" onClick={() => desk.search(true)}>
          {words.another} <kbd>V</kbd>
        </Button>
        {change !== "dropped" && (
          <Button kind="quiet" name="op" value="drop">
            {words.drop} <kbd>U</kbd>
          </Button>
        )}
        {row.from.kind === "goal" && (
          <Button kind="quiet" name="op" value="met">
            {words.met} <kbd>I</kbd>
          </Button>
        )}
      </div>
    </>
  );
}
