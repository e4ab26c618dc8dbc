import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { TextField } from "~/components/field";
import { Hash } from "~/components/hash";
import { Notice } from "~/components/page";
import { Unfold } from "~/components/unfold";
import { approval } from "~/words/approval";
import { review } from "~/words/review";
import { dateAndTime, day } from "~/words/time";
import type { ReviewPage, ReviewRound, ReviewStep } from "../../../server/reviews/shapes";
import { answerTo } from "./answer-to";
import { Steps } from "./steps";

const { decide: words } = review;

type Props = Pick<ReviewPage, "can" | "stoodIn"> & { round: ReviewRound; viewer: string; answer: unknown };

/** The remarks beside the text belong to this form, wherever it stands on the page. */
export const DECISION = "beslutning";

/** How the newest round stands; to whoever may decide it, the decision itself. */
export function Decide(props: Props) {
  const { round, can, stoodIn } = props;
  const last = round.steps.filter(({ decidedAt }) => decidedAt).at(-1);
  if (round.state === "approved" && last?.decidedAt) return <Approved step={last} at={dateAndTime(last.decidedAt)} />;
  if (round.state === "returned" && last?.decidedBy && last.decidedAt)
    return (
      <Notice tone="warn" title={review.returnedBy(last.decidedBy, dateAndTime(last.decidedAt))}>
        <p>{last.reason}</p>
      </Notice>
    );
  if (round.state !== "waiting") return null;
  if (can.approve) return <Decision {...props} />;
  const turn = round.steps.find(({ state }) => state === "turn");
  return (
    <Notice>
      {stoodIn && <p>{approval.stoodIn(stoodIn.approver, day(stoodIn.until))}</p>}
      <p>{review.waiting([turn?.approver ?? "", ...(turn?.delegates ?? [])].join(" / "))}</p>
    </Notice>
  );
}

/** An approval nobody signed is never called a signature. [A11] */
function Approved({ step, at }: { step: ReviewStep; at: string }) {
  const said = step.decidedBy ? review.approvedBy(step.decidedBy, at) : approval.wholeTacitly(at);
  return (
    <Notice tone="good">
      <p>{said}</p>
    </Notice>
  );
}

/** One form, so that what was typed beside the text is never left behind by the other button. The hash goes with it. [A1] */
function Decision({ round, viewer, answer }: Props) {
  const turn = round.steps.find(({ state }) => state === "turn");
  return (
    <section className="panel stack" aria-labelledby="decide">
      <h2 id="decide">{words.title}</h2>
      <p>{words.sentBy(round.sentBy, dateAndTime(round.sentAt))}</p>
      {turn && <InWhosePlace turn={turn} viewer={viewer} />}
      {round.note && <blockquote className="approval-note">{round.note}</blockquote>}
      {round.steps.length > 1 && <Steps steps={round.steps} />}
      <Form method="post" className="stack" id={DECISION} noValidate>
        <Answered answer={answerTo(answer, "approve")}>
          <ErrorSummary />
        </Answered>
        <input type="hidden" name="reviewId" value={round.id} />
        <input type="hidden" name="sha256" value={round.sha256} />
        <p className="soft small">
          {words.exactly} <Hash sha256={round.sha256} />
        </p>
        <Button name="command" value="approve">
          {words.approve}
        </Button>
        <Answered answer={answerTo(answer, "give-back")}>
          <Unfold summary={words.giveBackTitle}>
            <div className="form">
              <ErrorSummary />
              <TextField name="reason" label={words.reason} hint={words.reasonHint} maxLength={2000} />
              <Button kind="quiet" name="command" value="give-back">
                {words.giveBack}
              </Button>
            </div>
          </Unfold>
        </Answered>
      </Form>
    </section>
  );
}

/** Who decides in another's place is told so; whoever is away, that another may, too. [A12] */
function InWhosePlace({ turn: { approver, delegates }, viewer }: { turn: ReviewStep; viewer: string }) {
  if (approver !== viewer) return <p>{approval.forSomebody(approver)}</p>;
  return delegates.length > 0 ? <p>{approval.othersToo(delegates.join(", "))}</p> : null;
}
