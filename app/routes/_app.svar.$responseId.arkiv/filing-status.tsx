import { Form } from "@remix-run/react";
import { ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Hash } from "~/components/hash";
import { StatusPill, type Tone } from "~/components/status";
import { filingStates } from "~/words/names";
import { bytes } from "~/words/numbers";
import { filing as words } from "~/words/review";
import { dateAndTime } from "~/words/time";
import type { FilingPage, FilingState, Receipt } from "../../../server/exports/shapes";

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

/** Where the filing is, its receipt, and every attempt there was. */
export function FilingStatus({ filing, mayRetry }: { filing: Filing; mayRetry: boolean }) {
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
      {isUnderWay && <p className="soft">{words.waiting}</p>}
      {mayRetry && (
        <Form method="post">
          <ErrorSummary />
          <Button name="retry" value={filing.id}>
            {words.retry}
          </Button>
        </Form>
      )}
      {receipt && <ReceiptFacts receipt={receipt} />}
      {attempts.length > 0 && <Attempts attempts={attempts} />}
    </section>
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
    <details className="unfold">
      <summary>
        {words.attempts} ({attempts.length})
      </summary>
      <ol className="receipt-files">
        {attempts.map(({ number, at, outcome, message }) => (
          <li key={number}>
            {words.attempt(number, dateAndTime(at), outcome)}
            {outcome === "failed" && <p className="soft">{words.failure(message)}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
