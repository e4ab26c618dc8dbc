import { useId, useState } from "react";
import type { ThreadRow } from "../../../server/comments/shapes";
import { wordCopy as words } from "../../words/word-copy";
import "./word-copy.css";

export type WordCopyProps = {
  responseId: string;
  /** How many suggestions are open. */
  suggestions: number;
  threads: readonly ThreadRow[];
  onEnd: () => void;
};

/** One file, with what somebody chooses in it; what there is none of cannot be chosen. */
export function WordCopyForm({ responseId, suggestions, threads, onEnd }: WordCopyProps) {
  const title = useId();
  const open = threads.filter(({ resolved }) => !resolved).length;
  const resolved = threads.length - open;
  const [asked, setAsked] = useState({ suggestions: true, comments: true, resolved: false });
  const withComments = asked.comments && threads.length > 0;
  const query = new URLSearchParams({
    ...(asked.suggestions && suggestions > 0 ? { forslag: "ja" } : {}),
    ...(withComments ? { kommentarer: "ja" } : {}),
    ...(withComments && asked.resolved ? { loeste: "ja" } : {}),
  });
  const choice = (name: keyof typeof asked, label: string, count: string, isOff: boolean) => (
    <label className="choice word-copy-choice" data-off={isOff || undefined}>
      <input
        type="checkbox"
        checked={asked[name] && !isOff}
        disabled={isOff}
        onChange={({ target }) => setAsked({ ...asked, [name]: target.checked })}
      />
      <span>
        {label} <span className="soft small">({count})</span>
      </span>
    </label>
  );
  const { none, openSuggestions, openComments } = words;
  return (
    <section className="stack word-copy" aria-labelledby={title}>
      <h2 id={title}>{words.open}</h2>
      <p className="small soft">{words.help}</p>
      {choice(
        "suggestions",
        words.suggestions,
        suggestions > 0 ? openSuggestions(suggestions) : none,
        suggestions === 0,
      )}
      {choice("comments", words.comments, threads.length > 0 ? openComments(open) : none, threads.length === 0)}
      {resolved > 0 && (
        <div className="word-copy-more">{choice("resolved", words.resolved, String(resolved), !withComments)}</div>
      )}
      <div className="row">
        {/* A link that is saved asks nothing of a page with unsaved words in it; a form that is sent would. */}
        <a
          className="button"
          data-kind="primary"
          href={`/svar/${responseId}/som-word?${query}`}
          download
          onClick={onEnd}
        >
          {words.get}
        </a>
        <button type="button" className="button" data-kind="bare" onClick={onEnd}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
