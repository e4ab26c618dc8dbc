import { find as words } from "../../../words/writing-desk";
import type { Found } from "./searching";

type Props = { found: Found; by: string; say: (said: string) => void };

/** What comes in its place; Enter replaces the one that is shown, and shows the next. */
export function Replacement({ found, by, setBy, say }: Props & { setBy: (by: string) => void }) {
  return (
    <input
      type="text"
      className="find-field"
      aria-label={words.replacement}
      placeholder={words.replacement}
      autoComplete="off"
      value={by}
      onChange={(event) => setBy(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || found.count === 0) return;
        event.preventDefault();
        say(found.replace(by) ? words.replaced(1) : "");
      }}
    />
  );
}

/** One at a time; or all, in one step that undo takes back. */
export function ReplaceTools({ found, by, say }: Props) {
  return (
    <div className="find-tools">
      <Button isOff={found.count === 0} act={() => say(found.replace(by) ? words.replaced(1) : "")}>
        {words.replace}
      </Button>
      <Button isOff={found.count === 0} act={() => say(words.replaced(found.replaceAll(by)))}>
        {words.replaceAll}
      </Button>
    </div>
  );
}

/** Not `disabled`: whoever has just replaced the last one by keyboard still stands here. */
function Button({ isOff, act, children }: { isOff: boolean; act: () => void; children: string }) {
  return (
    <button
      type="button"
      className="button"
      data-kind="quiet"
      data-size="small"
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : act}
    >
      {children}
    </button>
  );
}
