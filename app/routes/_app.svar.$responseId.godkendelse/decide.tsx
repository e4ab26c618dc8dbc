import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { TextField } from "~/components/field";
import { Hash } from "~/components/hash";
import { Notice } from "~/components/page";
import { Unfold } from "~/components/unfold";
import { review } from "~/words/review";
import { dateAndTime } from "~/words/time";
import type { ReviewPage, ReviewRound } from "../../../server/reviews/shapes";

const { decide: words } = review;

type Props = { round: ReviewRound; can: ReviewPage["can"]; answer: unknown };

/** How the newest round stands; to its approver, the decision itself. */
export function Decide({ round, can, answer }: Props) {
  if (round.state === "approved" && round.decidedBy && round.decidedAt)
    return (
      <Notice tone="good">
        <p>{review.approvedBy(round.decidedBy, dateAndTime(round.decidedAt))}</p>
      </Notice>
    );
  if (round.state === "returned" && round.decidedBy && round.decidedAt)
    return (
      <Notice tone="warn" title={review.returnedBy(round.decidedBy, dateAndTime(round.decidedAt))}>
        <p>{round.reason}</p>
      </Notice>
    );
  if (round.state !== "waiting") return null;
  if (can.approve || can.giveBack) return <Decision round={round} can={can} answer={answer} />;
  return (
    <Notice>
      <p>{review.waiting(round.approver)}</p>
    </Notice>
  );
}

function Decision({ round, can, answer }: Props) {
  return (
    <section className="panel stack" aria-labelledby="decide">
      <h2 id="decide">{words.title}</h2>
      <p>{words.sentBy(round.sentBy, dateAndTime(round.sentAt))}</p>
      {round.note && <blockquote className="approval-note">{round.note}</blockquote>}
      {can.approve && (
        <Answered answer={answer} command="approve">
          <Approve round={round} />
        </Answered>
      )}
      {can.giveBack && (
        <Answered answer={answer} command="give-back">
          <GiveBack reviewId={round.id} />
        </Answered>
      )}
    </section>
  );
}

/** The hash travels with the form: what is approved is what stood on this page. [A1] */
function Approve({ round }: { round: ReviewRound }) {
  return (
    <Form method="post" className="stack">
      <ErrorSummary />
      <input type="hidden" name="reviewId" value={round.id} />
      <input type="hidden" name="sha256" value={round.sha256} />
      <p className="soft small">
        {words.exactly} <Hash sha256={round.sha256} />
      </p>
      <Button name="command" value="approve">
        {words.approve}
      </Button>
    </Form>
  );
}

function GiveBack({ reviewId }: { reviewId: string }) {
  return (
    <Unfold summary={words.giveBackTitle}>
      <Form method="post" className="form" noValidate>
        <ErrorSummary />
        <input type="hidden" name="reviewId" value={reviewId} />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} maxLength={2000} />
        <Button kind="quiet" name="command" value="give-back">
          {words.giveBack}
        </Button>
      </Form>
    </Unfold>
  );
}
