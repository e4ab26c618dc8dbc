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
    <div className="notice" data-tone="bad" role="alert">
      <p>{closedBecause[String(state.code)] ?? closedBecause.other}</p>
      <div className="row">
        <button type="button" className="button" data-kind="quiet" data-size="small" onClick={onCopy}>
          {words.copyText}
        </button>
        <button type="button" className="button" data-kind="bare" data-size="small" onClick={onRetry}>
          {words.retry}
        </button>
      </div>
    </div>
  );
}
