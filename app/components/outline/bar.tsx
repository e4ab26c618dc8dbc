import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { RefusalSentence, useRefusalSentences } from "~/components/refusal-sentence";
import { outline as words } from "~/words/outline";
import type { Outline } from "./use-outline";

/** Above the rows: what is to be looked at, what was done, and the keys. */
export function Bar({ outline }: { outline: Outline }) {
  const { toCheck, goToCheck, setHelping, page } = outline;
  useRefusalSentences();
  return (
    <div className="outline-bar">
      <span>{words.toCheck(toCheck)}</span>
      {toCheck > 0 && (
        <Button type="button" kind="quiet" size="small" onClick={() => goToCheck(1)}>
          {words.next} <kbd>N</kbd>
        </Button>
      )}
      <Saving outline={outline} />
      {page.can.correct && <Undo outline={outline} />}
      <Button type="button" kind="bare" size="small" className="outline-help" onClick={() => setHelping(true)}>
        {words.help} <kbd>?</kbd>
      </Button>
    </div>
  );
}

/** What is kept, said in words; when nobody is reached, what to do. */
function Saving({ outline: { isBusy, refused, retry, chosen } }: { outline: Outline }) {
  const isCut = refused?.code === "not-reached";
  const isNowhere = refused !== null && refused.nodeId === null;
  return (
    <span className="outline-saving" data-tone={isCut || isNowhere ? "bad" : undefined}>
      <span role="status">
        {isCut || isNowhere ? <RefusalSentence code={refused.code} /> : isBusy ? words.saving : ""}
        {chosen.length > 1 && ` ${words.chosen(chosen.length)}`}
      </span>
      {isCut && (
        <Button type="button" kind="quiet" size="small" onClick={retry}>
          {words.again}
        </Button>
      )}
    </span>
  );
}

function Undo({ outline: { canUndo, undo, page } }: { outline: Outline }) {
  return (
    <Form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        undo(false);
      }}
    >
      <input type="hidden" name="revision" value={page.revision} />
      <Button kind="quiet" size="small" name="op" value="undo" disabled={!canUndo}>
        {words.undo} <kbd>Z</kbd>
      </Button>
    </Form>
  );
}
