import type { Editor } from "@tiptap/core";
import { useState } from "react";
import type { Refused } from "~/taken";
import { type Put, wholeQuote } from "../../document-model/comment-anchors";
import { comments as words } from "../../words/comments";
import { labelOf } from "../links/label";
import type { Source } from "../links/use-source";
import { CommentBox } from "./box";
import type { Comments, Subject } from "./use-comments";

type Props = { editor: Editor; comments: Comments; source: Source; subject: Subject };

/** The first comment of a thread: what it is about, what is said, and whether it must be solved. */
export function NewThread({ editor, comments, source, subject }: Props) {
  const [mustBeSolved, setMustBeSolved] = useState(false);
  // Sent again after a line that was away, it is the same thread. [K3]
  const [ids] = useState(() => ({ threadId: crypto.randomUUID(), commentId: crypto.randomUUID() }));
  const { store, leave, choose, announce } = comments;
  const close = () => {
    leave();
    if (editor.isEditable) editor.commands.focus();
    else editor.view.dom.focus();
  };
  const send = async (comment: string): Promise<Refused | null> => {
    const solved: Record<string, string> = mustBeSolved ? { mustBeSolved: "yes" } : {};
    const refused = await store.send("start", { ...ids, ...solved, ...fieldsOf(subject), comment });
    if (refused) return refused;
    close();
    choose(ids.threadId);
    announce(words.sent);
    return null;
  };
  const about =
    subject.is === "clause" ? labelOf({ kind: "clause", id: subject.clauseId }, source) : wholeQuote(subject.put);
  return (
    <div className="thread" data-new>
      <p className="thread-about">
        <span className="visually-hidden">{words.about}: </span>
        {about || words.paragraph}
      </p>
      <CommentBox
        store={store}
        label={words.write}
        draftKey={`new:${comments.responseId}:${subject.is === "clause" ? subject.clauseId : "text"}`}
        send={words.send}
        onSend={send}
        onClose={close}
      >
        <label className="comment-check">
          <input type="checkbox" checked={mustBeSolved} onChange={(event) => setMustBeSolved(event.target.checked)} />
          {words.mustBeSolvedHelp}
        </label>
      </CommentBox>
    </div>
  );
}

/** Where it is to lie, as a form says it. */
export function placeFields({ blockId, quote, place, more }: Put): Record<string, string> {
  return { blockId, quote, place: String(place), ...(more ? { more: JSON.stringify(more) } : {}) };
}

function fieldsOf(subject: Subject): Record<string, string> {
  if (subject.is === "clause") return { clauseId: subject.clauseId };
  return placeFields(subject.put);
}
