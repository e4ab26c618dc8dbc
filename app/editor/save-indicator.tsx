import { savingWords } from "../words/editor";
import type { ConnectionState } from "./connection";

/** Whether it is saved: in words, with a colour, and said aloud when it changes for the worse or the better. */
export function SaveIndicator({ state }: { state: ConnectionState }) {
  return (
    <p className="save-indicator" role="status" data-phase={state.phase} data-unsaved={state.hasUnsaved || undefined}>
      {savingWords(state)}
    </p>
  );
}
