import type { Editor } from "@tiptap/core";
import { useState } from "react";
import type { ThreadRow } from "../../../server/comments/shapes";
import { comments as words } from "../../words/comments";
import { AssignField } from "./assign-field";
import { placeFields } from "./new-thread";
import { putAtSelection } from "./selected";
import type { Comments } from "./use-comments";

type Props = { editor: Editor; thread: ThreadRow; comments: Comments; isLoose: boolean; onReply: () => void };

/** What can be done to a thread by whoever may comment. A press leaves what is selected in the text as it is. */
export function ThreadActions({ editor, thread, comments, isLoose, onReply }: Props) {
  const [isAssigning, setAssigning] = useState(false);
  const act = useActing(comments, thread.id);
  const attach = () => {
    const put = putAtSelection(editor.state);
    if (put) void act.run("attach", placeFields(put), words.attachedSaid);
    else comments.announce(words.nowhere);
  };
  if (thread.resolved)
    return (
      <div className="comment-row">
        <Action label={words.reopen} onUse={() => void act.run("reopen", {}, words.reopenedSaid)} />
        <Wrong said={act.wrong} />
      </div>
    );
  return (
    <>
      <div className="comment-row">
        <Action label={words.reply} onUse={onReply} />
        <Action label={words.resolve} onUse={() => void act.run("resolve", {}, words.resolvedSaid)} />
        {isLoose && <Action label={words.attach} title={words.attachHelp} onUse={attach} />}
        <details className="thread-more">
          <summary>{words.more}</summary>
          <div className="comment-row">
            <Action
              label={thread.mustBeSolved ? words.mayStand : words.mustBeSolved}
              title={words.mustBeSolvedHelp}
              onUse={() => void act.run("must-be-solved", { isSo: thread.mustBeSolved ? "no" : "yes" })}
            />
            <Action label={words.assign} onUse={() => setAssigning(true)} />
          </div>
        </details>
      </div>
      {isAssigning && (
        <AssignField
          comments={comments}
          isGiven={thread.assignedTo !== null}
          onGive={(assignedTo) => {
            setAssigning(false);
            void act.run("assign", { assignedTo });
          }}
          onClose={() => setAssigning(false)}
        />
      )}
      <Wrong said={act.wrong} />
    </>
  );
}

/** One at a time: a second press while the first is on its way is none. */
function useActing({ store, announce }: Comments, threadId: string) {
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const run = async (command: string, fields: Readonly<Record<string, string>>, said?: string) => {
    if (isBusy) return;
    setBusy(true);
    const refused = await store.send(command, { threadId, ...fields });
    setBusy(false);
    setWrong(
      refused && (refused.code === "not-reached" ? words.notDone : (Object.values(refused.fields)[0] ?? refused.all)),
    );
    if (!refused && said) announce(said);
  };
  return { run, wrong };
}

function Wrong({ said }: { said: string | null }) {
  return said ? (
    <p className="comment-wrong" role="alert">
      {said}
    </p>
  ) : null;
}

function Action({ label, title, onUse }: { label: string; title?: string; onUse: () => void }) {
  return (
    <button
      type="button"
      className="button"
      data-size="small"
      data-kind="quiet"
      title={title}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {label}
    </button>
  );
}
