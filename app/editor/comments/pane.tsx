import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useMemo, useState } from "react";
import type { ThreadRow } from "../../../server/comments/shapes";
import { comments as words } from "../../words/comments";
import { useSettled } from "../desk/settled";
import { labelOf } from "../links/label";
import type { Source } from "../links/use-source";
import { anchorsIn } from "./anchors";
import { FILTERS, type Filter, inOrder, isLoose, passes } from "./filters";
import { NewThread } from "./new-thread";
import { ThreadCard } from "./thread-card";
import type { Comments } from "./use-comments";
import "./comments.css";

type Props = { editor: Editor; comments: Comments; source: Source; onShowClause: (clauseId: string) => void };

/** Every conversation about the text, in its order. */
export function CommentsPane({ editor, comments, source, onShowClause }: Props) {
  const [filter, setFilter] = useState<Filter>("open");
  const { threads, me, subject, current } = comments;
  const anchors = useAnchors(editor, threads);
  const shown = inOrder(
    threads.filter((one) => one.id === current || passes(one, filter, anchors, me)),
    anchors,
  );
  const clauseOf = ({ clauseId }: ThreadRow) => (clauseId ? labelOf({ kind: "clause", id: clauseId }, source) : null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    backToText(editor, comments);
  };
  return (
    <section className="comments-pane" aria-label={words.pane} onKeyDown={onKeyDown}>
      <Filters
        {...{ filter, setFilter, count: (one) => threads.filter((thread) => passes(thread, one, anchors, me)).length }}
      />
      {subject && <NewThread key={keyOf(subject)} {...{ editor, comments, source, subject }} />}
      <div className="thread-list">
        {shown.map((thread) => (
          <ThreadCard
            key={thread.id}
            {...{ editor, thread, comments }}
            clause={clauseOf(thread)}
            isLoose={isLoose(thread, anchors)}
            isCurrent={thread.id === current}
            onShow={() => (thread.clauseId ? onShowClause(thread.clauseId) : comments.go(thread.id))}
          />
        ))}
        {comments.page === null && <p className="thread-none">{words.loading}</p>}
        {comments.page !== null && shown.length === 0 && !subject && (
          <div className="thread-none">
            <p>{words.empty[filter]}</p>
            {filter === "open" && comments.mayComment && <p className="soft small">{words.emptyHelp}</p>}
          </div>
        )}
      </div>
    </section>
  );
}

function keyOf(subject: NonNullable<Comments["subject"]>): string {
  return subject.is === "clause"
    ? subject.clauseId
    : `${subject.put.blockId} ${subject.put.place} ${subject.put.quote}`;
}

type FilterProps = { filter: Filter; setFilter: (filter: Filter) => void; count: (filter: Filter) => number };

function Filters({ filter, setFilter, count }: FilterProps) {
  return (
    <fieldset className="comment-filters">
      <legend className="visually-hidden">{words.filters.label}</legend>
      {FILTERS.map((one) => (
        <button key={one} type="button" aria-pressed={one === filter} onClick={() => setFilter(one)}>
          {words.filters[one]} <span className="comment-count">{count(one)}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** Read when nobody types, and told on only when a thread has come loose or stands elsewhere in the order. */
function useAnchors(editor: Editor, threads: readonly ThreadRow[]) {
  const look = useMemo(() => {
    let at: unknown = null;
    let found = "";
    return (doc: Editor["state"]["doc"]) => {
      if (at !== doc)
        found = [...anchorsIn(doc, threads)]
          .map(([id, { blockId, from }]) => `${from} ${id} ${blockId}`)
          .sort(byPlace)
          .map(withoutPlace)
          .join("\n");
      at = doc;
      return found;
    };
  }, [threads]);
  const order = useSettled(editor, ({ doc }) => look(doc));
  return useMemo(() => {
    const lines = order === "" ? [] : order.split("\n");
    return new Map(
      lines.map((line, from) => {
        const [id = "", blockId = ""] = line.split(" ");
        return [id, { blockId, from }] as const;
      }),
    );
  }, [order]);
}

function byPlace(one: string, other: string): number {
  return Number.parseInt(one, 10) - Number.parseInt(other, 10);
}

function withoutPlace(line: string): string {
  return line.slice(line.indexOf(" ") + 1);
}

/** Where its words are, if they are; else where the caret was. */
function backToText(editor: Editor, { threads, current }: Comments): void {
  const thread = threads.find(({ id }) => id === current);
  const found = thread && anchorsIn(editor.state.doc, [thread]).get(thread.id);
  if (editor.isEditable) editor.commands.focus(found ? found.to : null);
  else editor.view.dom.focus();
}
