import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { Unfold } from "~/components/unfold";
import { approval } from "~/words/approval";
import type { ReviewPage } from "../../../server/reviews/shapes";
import { answerTo } from "./answer-to";
import { PlanRows } from "./plan-rows";

const { plan: words } = approval;

/** The form for it, folded away: most texts have one approver. */
export function Plan({ page, answer }: { page: ReviewPage; answer: unknown }) {
  const isPlanned = page.plan.length > 0;
  return (
    <>
      <Answered answer={answer} command="plan">
        <Unfold summary={isPlanned ? words.change : words.opener}>
          <Form method="post" className="form plan" noValidate>
            <ErrorSummary />
            <p className="soft small">{words.lead}</p>
            <PlanRows page={page} kept={answerTo(answer, "plan")?.values} />
            <Button kind="quiet" name="command" value="plan">
              {words.save}
            </Button>
          </Form>
        </Unfold>
      </Answered>
      {isPlanned && (
        <Answered answer={answer} command="drop-plan">
          <Form method="post">
            <ErrorSummary />
            <Button kind="bare" size="small" name="command" value="drop-plan">
              {words.drop}
            </Button>
          </Form>
        </Answered>
      )}
    </>
  );
}
