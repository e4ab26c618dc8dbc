import { useState } from "react";
import type { CommentRow } from "../../../server/comments/shapes";
import { comments as words } from "../../words/comments";
import { dateAndTime } from "../../words/time";
import { CommentBox } from "./box";
import { decoded, partsOf } from "./text-parts";
import type { Comments } from "./use-comments";

type Props = {
  said: CommentRow;
  threadId: string;
  comments: Comments;
  nameOf: (id: string) => string;
  mayChange: boolean;
};

/** One comment of a thread; one's own is changed and taken back here. */
export function Said({ said, threadId, comments, nameOf, mayChange }: Props) {
  const [isEditing, setEditing] = useState(false);
  const { store, page } = comments;
  const center = page?.people.find(({ id }) => id === said.by)?.center;
  if (said.isTakenBack)
    return (
      <li className="comment-said">
        <p className="soft small">{`${nameOf(said.by)}: ${words.takenBack}`}</p>
      </li>
    );
  const edit = async (comment: string) => {
    const refused = await store.send("edit", { threadId, commentId: said.id, comment });
    if (!refused) setEditing(false);
    return refused;
  };
  return (
    <li className="comment-said">
      <p className="comment-by">
        <strong>{nameOf(said.by)}</strong>
        {center && <span className="soft">{center}</span>}
        <span className="soft">
          {dateAndTime(said.at)}
          {said.editedAt && `, ${words.edited}`}
        </span>
      </p>
      {isEditing ? (
        <CommentBox
          store={store}
          label={words.write}
          draftKey={`edit:${said.id}`}
          begun={decoded(said.text, nameOf)}
          send={words.save}
          onSend={edit}
          onClose={() => setEditing(false)}
        />
      ) : (
        <CommentText text={said.text} nameOf={nameOf} />
      )}
      {mayChange && said.by === comments.me && !isEditing && (
        <div className="comment-row">
          <button type="button" className="button" data-size="small" data-kind="bare" onClick={() => setEditing(true)}>
            {words.edit}
          </button>
          <button
            type="button"
            className="button"
            data-size="small"
            data-kind="bare"
            onClick={() => void store.send("take-back", { threadId, commentId: said.id })}
          >
            {words.takeBack}
          </button>
        </div>
      )}
    </li>
  );
}

/** Plain text: whatever looks like markup is its characters. */
function CommentText({ text, nameOf }: { text: string; nameOf: (id: string) => string }) {
  return (
    <p className="comment-text">
      {partsOf(text).map((part, index) => {
        const key = `${index}`;
        if (part.is === "words") return part.text;
        if (part.is === "person")
          return (
            <span key={key} className="comment-person">
              @{nameOf(part.id)}
            </span>
          );
        return (
          <a key={key} href={part.href} target="_blank" rel="noreferrer noopener">
            {part.href}
          </a>
        );
      })}
    </p>
  );
}
