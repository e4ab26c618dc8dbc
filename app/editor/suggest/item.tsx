import { useState } from "react";
import type { SuggestionView } from "../../../server/suggestions/shapes";
import { textOf } from "../../document-model/document";
import { hashOfAll } from "../../document-model/suggestions/hash";
import type { Blocks } from "../../document-model/suggestions/rows";
import { type RunStanding, standingOf } from "../../document-model/suggestions/standing";
import { suggestions as words } from "../../words/suggestions";
import { copied } from "../copy-text";
import { ThreeTexts } from "./three-texts";
import type { Deciding } from "./use-deciding";
import { WordsBetween } from "./words-between";

type Props = {
  suggestion: SuggestionView;
  text: Blocks;
  isCurrent: boolean;
  mayDecide: boolean;
  deciding: Deciding;
  onShow: () => void;
  announce: (message: string) => void;
};

export function SuggestionItem({ suggestion, text, isCurrent, mayDecide, deciding, onShow, announce }: Props) {
  const { id, by, changedAt, isOwn, base, proposed } = suggestion;
  const standing = standingOf(suggestion, text);
  return (
    <li
      className="suggestion"
      data-item={id}
      data-current={isCurrent || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its keys act on it as a whole, as its buttons do
      tabIndex={0}
      aria-label={words.by(by.name, changedAt)}
    >
      <p className="suggestion-head">
        <span className="suggestion-by">{isOwn ? words.yours : by.name}</span>
        <time dateTime={changedAt.toISOString()}>{words.at(changedAt)}</time>
      </p>
      {standing.state === "fits" ? (
        <WordsBetween base={base} proposed={proposed} />
      ) : (
        <ThreeTexts suggestion={suggestion} standing={standing} />
      )}
      <Acts {...{ suggestion, standing, mayDecide, deciding, onShow, announce }} />
    </li>
  );
}

type ActsProps = Omit<Props, "text" | "isCurrent"> & { standing: RunStanding };

function Acts({ suggestion, standing, mayDecide, deciding, onShow, announce }: ActsProps) {
  const [isRejecting, setRejecting] = useState(false);
  if (isRejecting) return <Rejecting suggestion={suggestion} deciding={deciding} onClose={() => setRejecting(false)} />;
  return (
    <div className="suggestion-acts">
      {mayDecide && standing.state === "fits" && (
        <Act act="accept" kind="primary" label={words.accept} onUse={() => void deciding.accept(suggestion)} />
      )}
      {mayDecide && standing.state === "changed" && (
        <Act
          act="accept"
          kind="quiet"
          label={words.anyway}
          onUse={() => void deciding.accept(suggestion, hashOfAll(standing.now))}
        />
      )}
      {mayDecide && <Act act="reject" kind="quiet" label={words.reject} onUse={() => setRejecting(true)} />}
      {suggestion.isOwn && (
        <Act act="withdraw" kind="quiet" label={words.withdraw} onUse={() => void deciding.withdraw(suggestion)} />
      )}
      {standing.state !== "gone" && <Act act="show" kind="quiet" label={words.show} onUse={onShow} />}
      {standing.state !== "fits" && (
        <Act act="copy" kind="quiet" label={words.copy} onUse={() => void copy(suggestion, announce)} />
      )}
    </div>
  );
}

type ActProps = { act: string; label: string; kind?: "primary" | "quiet"; onUse: () => void };

function Act({ act, label, kind, onUse }: ActProps) {
  return (
    <button type="button" className="button" data-size="small" data-kind={kind} data-act={act} onClick={onUse}>
      {label}
    </button>
  );
}

function Rejecting({
  suggestion,
  deciding,
  onClose,
}: {
  suggestion: SuggestionView;
  deciding: Deciding;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="suggestion-rejecting"
      onSubmit={(event) => {
        event.preventDefault();
        void deciding.reject(suggestion, reason);
      }}
    >
      <label>
        {words.reason}
        <textarea
          // biome-ignore lint/a11y/noAutofocus: it has just been asked for
          autoFocus
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          onKeyDown={({ key, ctrlKey, metaKey }) => {
            if (key === "Escape") onClose();
            if (key === "Enter" && (ctrlKey || metaKey)) void deciding.reject(suggestion, reason);
          }}
        />
      </label>
      <div className="suggestion-acts">
        <button type="submit" className="button" data-size="small" data-kind="primary">
          {words.rejectNow}
        </button>
        <button type="button" className="button" data-size="small" data-kind="quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

async function copy({ proposed }: SuggestionView, announce: (message: string) => void): Promise<void> {
  announce(await copied(proposed.map(textOf).join("\n\n")));
}
