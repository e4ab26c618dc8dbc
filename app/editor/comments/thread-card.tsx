import type { Editor } from "@tiptap/core";
import { memo, useEffect, useRef, useState } from "react";
import type { ThreadRow } from "../../../server/comments/shapes";
import { wholeQuote } from "../../document-model/comment-anchors";
import { comments as words } from "../../words/comments";
import { dateAndTime } from "../../words/time";
import { CommentBox } from "./box";
import { Said } from "./said";
import { ThreadActions } from "./thread-actions";
import type { Comments } from "./use-comments";

type Props = {
  editor: Editor;
  thread: ThreadRow;
  comments: Comments;
  /** Its words are in the text no more. */
  isLoose: boolean;
  isCurrent: boolean;
  /** Of a clause: what that is called. */
  clause: string | null;
  onShow: () => void;
};

/** A conversation: what it is about, what has been said, and what can be done. */
export const ThreadCard = memo(function ThreadCard(props: Props) {
  const { thread, comments, isLoose, isCurrent, clause, onShow } = props;
  const card = useRef<HTMLElement>(null);
  const [isAnswering, setAnswering] = useState(false);
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const nameOf = useNames(comments);
  const back = () => {
    setAnswering(false);
    card.current?.focus();
  };
  const reply = async (comment: string, commentId: string) => {
    const refused = await comments.store.send("reply", { threadId: thread.id, commentId, comment });
    if (refused) return refused;
    back();
    comments.announce(words.sent);
    return null;
  };
  return (
    <article
      className="thread"
      ref={card}
      tabIndex={-1}
      data-thread={thread.id}
      data-current={isCurrent || undefined}
      aria-label={nameOf(thread.startedBy)}
    >
      <About {...{ thread, clause, isLoose, onShow }} />
      <Marks thread={thread} nameOf={nameOf} />
      <ul className="thread-said">
        {thread.comments.map((said) => (
          <Said
            key={said.id}
            {...{ said, comments, nameOf }}
            threadId={thread.id}
            mayChange={comments.mayComment && !thread.resolved}
          />
        ))}
      </ul>
      {isAnswering && (
        <CommentBox
          store={comments.store}
          label={words.writeReply}
          draftKey={`reply:${thread.id}`}
          send={words.reply}
          onSend={reply}
          onClose={back}
        />
      )}
      {comments.mayComment && !isAnswering && <ThreadActions {...props} onReply={() => setAnswering(true)} />}
    </article>
  );
});

function Marks({ thread, nameOf }: { thread: ThreadRow; nameOf: (id: string) => string }) {
  const { mustBeSolved, assignedTo, resolved } = thread;
  return (
    <p className="thread-marks">
      {mustBeSolved && (
        <span className="thread-mark" data-tone="warn" title={words.mustBeSolvedHelp}>
          {words.mustBeSolved}
        </span>
      )}
      {assignedTo && <span className="thread-mark">{words.assigned(nameOf(assignedTo))}</span>}
      {resolved && (
        <span className="thread-mark" data-tone="good">
          {words.resolvedBy(nameOf(resolved.by), dateAndTime(resolved.at))}
        </span>
      )}
    </p>
  );
}

function About({
  thread,
  clause,
  isLoose,
  onShow,
}: Pick<Props, "clause" | "isLoose" | "onShow"> & { thread: ThreadRow }) {
  const quote = clause ?? (wholeQuote(thread) || words.paragraph);
  if (isLoose)
    return (
      <div className="thread-about">
        <span className="thread-mark" data-tone="warn">
          {words.loose}
        </span>
        <blockquote>{quote}</blockquote>
        <p className="soft small">{words.looseHelp}</p>
      </div>
    );
  return (
    <button
      type="button"
      className="thread-about"
      onClick={onShow}
      title={clause ? words.showClause(clause) : words.show(quote)}
    >
      <span className="visually-hidden">{words.about}: </span>
      {quote}
    </button>
  );
}

/** Whoever is not known any more is somebody all the same. */
function useNames({ page }: Comments): (id: string) => string {
  return (id) => page?.people.find((one) => one.id === id)?.name ?? words.unknown;
}
