import { Form } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { TextField } from "~/components/field";
import { Unfold } from "~/components/unfold";
import { review } from "~/words/review";

const { reopen: words } = review;

/** A new round begins here, never without a reason. */
export function Reopen({ isWaiting, answer }: { isWaiting: boolean; answer: unknown }) {
  return (
    <Answered answer={answer} command="reopen">
      <Unfold summary={words.opener}>
        <Form method="post" className="form" noValidate>
          <ErrorSummary />
          <p>{isWaiting ? words.textWaiting : words.text}</p>
          <TextField name="reason" label={words.reason} maxLength={2000} />
          <Button kind="bad" name="command" value="reopen">
            {words.submit}
          </Button>
        </Form>
      </Unfold>
    </Answered>
  );
}
