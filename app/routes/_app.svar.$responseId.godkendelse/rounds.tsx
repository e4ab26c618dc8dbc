import { Link } from "@remix-run/react";
import { Hash } from "~/components/hash";
import { StatusPill, type Tone } from "~/components/status";
import { allBlocks, type ResponseDocument } from "~/document-model/document";
import { approval } from "~/words/approval";
import { reviewStates } from "~/words/names";
import { review as words } from "~/words/review";
import { dateAndTime } from "~/words/time";
import type { ReviewPage, ReviewRound, ReviewState } from "../../../server/reviews/shapes";
import { Steps } from "./steps";

const TONES: Record<ReviewState, Tone> = { waiting: "warn", approved: "good", returned: "bad", reopened: "plain" };

/** Every round there has been, the newest first. */
export function Rounds({ rounds }: Pick<ReviewPage, "rounds">) {
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{words.rounds}</h2>
      <ol className="rounds">
        {rounds.map((round) => (
          <Round key={round.id} round={round} />
        ))}
      </ol>
    </section>
  );
}

function Round({ round }: { round: ReviewRound }) {
  const reason = round.steps.find(({ state }) => state === "returned")?.reason;
  return (
    <li className="round">
      <div className="row">
        <strong>{words.round(round.round)}</strong>
        <StatusPill tone={TONES[round.state]}>{reviewStates[round.state]}</StatusPill>
      </div>
      <p>{words.sent(round.sentBy, dateAndTime(round.sentAt))}</p>
      <Steps steps={round.steps} />
      {reason && <p className="approval-note">{reason}</p>}
      {round.reopenedBy && round.reopenedAt && <p>{words.reopened(round.reopenedBy, dateAndTime(round.reopenedAt))}</p>}
      {round.reopenReason && <p className="approval-note">{round.reopenReason}</p>}
      <p className="soft small">
        {words.version(round.versionNumber)} · <Hash sha256={round.sha256} />
      </p>
    </li>
  );
}

type Remarked = { round: ReviewRound; responseId: string; text: ResponseDocument | null };

/** What was said of single paragraphs when the text was returned, in reading order, each with the way to it. [A14] */
export function Remarks({ round, responseId, text }: Remarked) {
  if (round.remarks.length === 0 || !text) return null;
  const said = new Map(round.remarks.map((one) => [one.blockId, one.text]));
  const inOrder = [...allBlocks(text)].filter(({ id }) => said.has(id));
  return (
    <section aria-labelledby="remarks">
      <h3 id="remarks">{approval.remark.title}</h3>
      <ol className="remarks">
        {inOrder.map(({ id }) => (
          <li key={id}>
            <p className="approval-note">{said.get(id)}</p>
            <Link to={`/svar/${responseId}#b-${id}`}>{approval.remark.way}</Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
