import { Form, useActionData } from "@remix-run/react";
import { Answered, ErrorSummary } from "~/components/answered";
import { Button } from "~/components/button";
import { proposal as words } from "~/words/proposal";

/** The end of correcting: names the revision that was read, so nobody accepts what they have not seen. */
export function Accept({ revision, isBusy }: { revision: number; isBusy: boolean }) {
  const answer = useActionData();
  return (
    <Form method="post" className="accept" onSubmit={(event) => isBusy && event.preventDefault()}>
      <Answered answer={answer}>
        <ErrorSummary />
      </Answered>
      <input type="hidden" name="revision" value={revision} />
      <Button name="op" value="accept" aria-disabled={isBusy || undefined}>
        {words.accept}
      </Button>
      <p className="soft small">{words.acceptNote}</p>
    </Form>
  );
}
