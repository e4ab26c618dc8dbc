import { savingWords } from "../words/editor";
import type { ConnectionState } from "./connection";
import { useKept } from "./offline/use-vault";

/** Whether it is saved: in words, with a colour, and said aloud when it changes for the worse or the better. */
export function SaveIndicator({ state }: { state: ConnectionState }) {
  const kept = useKept();
  const isKept = kept === "kept" && ["offline", "busy"].includes(state.phase);
  return (
    <p
      className="save-indicator"
      role="status"
      data-phase={state.phase}
      data-unsaved={(state.hasUnsaved && !isKept) || undefined}
    >
      {savingWords(state, kept)}
    </p>
  );
}
