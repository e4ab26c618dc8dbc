import type { ReactNode } from "react";
import { closedBecause, offlineButSaved, saving, editor as words } from "../words/editor";
import type { ConnectionState } from "./connection";

type Props = { state: ConnectionState };

/** Whether it is saved: in words, with a colour, and said aloud when it changes for the worse or the better. */
export function SaveIndicator({ state }: Props) {
  const isOnlyOffline = state.phase === "offline" && !state.hasUnsaved;
  return (
    <p className="save-indicator" role="status" data-phase={state.phase}>
      {isOnlyOffline ? offlineButSaved : saving[state.phase]}
    </p>
  );
}

/** The server's verdict, and what the person can do: the text is still here. */
export function Refused({ state, onCopy, onRetry }: Props & { onCopy: () => void; onRetry: () => void }) {
  return (
    <Unsaved text={closedBecause[String(state.code)] ?? closedBecause.other} onCopy={onCopy}>
      <button type="button" className="button" data-kind="bare" data-size="small" onClick={onRetry}>
        {words.retry}
      </button>
    </Unsaved>
  );
}

/** The text was locked under the writer's hands: what came too late is shown and can be taken along. [A1] */
export function LeftOut({ onCopy }: { onCopy: () => void }) {
  return <Unsaved text={words.leftOut} onCopy={onCopy} />;
}

function Unsaved({ text, onCopy, children }: { text: string; onCopy: () => void; children?: ReactNode }) {
  return (
    <div className="notice" data-tone="bad" role="alert">
      <p>{text}</p>
      <div className="row">
        <button type="button" className="button" data-kind="quiet" data-size="small" onClick={onCopy}>
          {words.copyText}
        </button>
        {children}
      </div>
    </div>
  );
}
