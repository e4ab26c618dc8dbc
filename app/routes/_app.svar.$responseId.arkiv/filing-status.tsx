import { Form } from "@remix-run/react";
import { ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Hash } from "~/components/hash";
import { StatusPill, type Tone } from "~/components/status";
import { adapterNames } from "~/words/case-system";
import { filing as words } from "~/words/filing";
import { filingStates } from "~/words/filing-names";
import { bytes } from "~/words/numbers";
import { dateAndTime } from "~/words/time";
import type { FilingPage, FilingState, Receipt } from "../../../server/exports/shapes";
import { FilingFacts } from "./filing-facts";

type Filing = NonNullable<FilingPage["filing"]>;

const TONES: Record<FilingState, Tone> = {
  ready: "accent",
  sent: "accent",
  received: "accent",
  delivered: "accent",
  accepted: "accent",
  filed: "good",
  failed: "bad",
  rejected: "bad",
};

type Props = {
  filing: Filing;
  chosen: FilingPage["chosen"];
  can: Pick<FilingPage["can"], "retry" | "correct" | "move">;
};

/** Where the filing is, its receipt, and every attempt there was. */
export function FilingStatus({ filing, chosen, can }: Props) {
  const { state, receipt, filedAt, attempts } = filing;
  const isUnderWay = state !== "filed" && state !== "failed" && state !== "rejected";
  return (
    <section className="section stack" aria-labelledby="filing-status">
      <div className="row" role="status">
        <h2 id="filing-status">{words.status}</h2>
        <StatusPill tone={TONES[state]}>{filingStates[state]}</StatusPill>
      </div>
      <p>
        {words.requested(filing.requestedBy, dateAndTime(filing.requestedAt))}
        {filedAt && <>. {words.filed(dateAndTime(filedAt))}.</>}
      </p>
      <p className="soft">{words.system(adapterNames[filing.adapter])}</p>
      {isUnderWay && <p className="soft">{waitingWords(filing)}</p>}
      {state === "rejected" && <p>{words.rejected}</p>}
      {can.retry && <Retry filing={filing} moveTo={can.move ? chosen : null} mayCorrect={can.correct} />}
      {receipt && <ReceiptFacts receipt={receipt} />}
      <FilingFacts metadata={filing.metadata} />
      {attempts.length > 0 && <Attempts attempts={attempts} />}
    </section>
  );
}

/** What was sent waits for an answer; what was tried in vain waits for the next try. */
function waitingWords({ state, attempts }: Filing): string {
  if (state === "received" || state === "delivered" || state === "accepted") return words.waitingForReceipt;
  return attempts.at(-1)?.outcome === "failed" ? words.waitingForNext : words.waiting;
}

type RetryProps = { filing: Filing; moveTo: FilingPage["chosen"] | null; mayCorrect: boolean };

/** As it is to where it was to go; or, where the municipality has another system now, there instead. */
function Retry({ filing, moveTo, mayCorrect }: RetryProps) {
  return (
    <Form method="post" className="stack">
      {!mayCorrect && <ErrorSummary />}
      <input type="hidden" name="retry" value={filing.id} />
      {moveTo && <p>{words.move(adapterNames[filing.adapter])}</p>}
      <div className="row">
        {moveTo && (
          <Button name="moveTo" value={moveTo}>
            {words.moveTo(adapterNames[moveTo])}
          </Button>
        )}
        <Button {...(moveTo || mayCorrect ? { kind: "quiet" as const } : {})}>{words.retry}</Button>
      </div>
    </Form>
  );
}

function ReceiptFacts({ receipt }: { receipt: Receipt }) {
  const { receiptFields: names } = words;
  return (
    <section className="panel receipt" aria-labelledby="receipt">
      <h2 id="receipt">{words.receipt}</h2>
      <dl className="facts">
        <dt>{names.documentNumber}</dt>
        <dd>{receipt.documentNumber}</dd>
        <dt>{names.caseNumber}</dt>
        <dd>{receipt.caseNumber}</dd>
        <dt>{names.receivedAt}</dt>
        <dd>{dateAndTime(new Date(receipt.receivedAt))}</dd>
        <dt>{names.filingId}</dt>
        <dd>
          <code>{receipt.filingId}</code>
        </dd>
        <dt>{names.files}</dt>
        <dd>
          <p className="soft small">{receipt.isReadBack ? words.readBack : words.notReadBack}</p>
          <ul className="receipt-files">
            {receipt.files.map((file) => (
              <li key={file.name}>
                {words.file(file.name, bytes(file.bytes))} <Hash sha256={file.sha256} />
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}

function Attempts({ attempts }: Pick<Filing, "attempts">) {
  return (
    <details className="unfold" open={attempts.at(-1)?.outcome === "failed"}>
      <summary>
        {words.attempts} ({attempts.length})
      </summary>
      <ol className="receipt-files">
        {attempts.map(({ number, at, outcome, message, said }) => (
          <li key={number}>
            {words.attempt(number, dateAndTime(at), outcome)}
            {outcome === "failed" && <p className="soft">{words.failure(message)}</p>}
            {said && <blockquote className="small">{said}</blockquote>}
          </li>
        ))}
      </ol>
    </details>
  );
}
