import { Hash } from "~/components/hash";
import { StatusPill, type Tone } from "~/components/status";
import { reviewStates } from "~/words/names";
import { review as words } from "~/words/review";
import { dateAndTime } from "~/words/time";
import type { ReviewRound, ReviewState } from "../../../server/reviews/shapes";

const TONES: Record<ReviewState, Tone> = { waiting: "warn", approved: "good", returned: "bad", reopened: "plain" };

/** Every round there has been, the newest first. */
export function Rounds({ rounds }: { rounds: readonly ReviewRound[] }) {
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
  return (
    <li className="round">
      <div className="row">
        <strong>{words.round(round.round)}</strong>
        <StatusPill tone={TONES[round.state]}>{reviewStates[round.state]}</StatusPill>
      </div>
      <p>{words.sent(round.sentBy, round.approver, dateAndTime(round.sentAt))}</p>
      {round.decidedBy && round.decidedAt && <p>{words.decided(round.decidedBy, dateAndTime(round.decidedAt))}</p>}
      {round.reason && <p className="approval-note">{round.reason}</p>}
      {round.reopenedBy && round.reopenedAt && <p>{words.reopened(round.reopenedBy, dateAndTime(round.reopenedAt))}</p>}
      {round.reopenReason && <p className="approval-note">{round.reopenReason}</p>}
      <p className="soft small">
        {words.version(round.versionNumber)} · <Hash sha256={round.sha256} />
      </p>
    </li>
  );
}
