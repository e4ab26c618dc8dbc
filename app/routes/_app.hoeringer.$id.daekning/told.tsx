import type { ReactNode } from "react";
import { Button } from "~/components/button";
import { Notice } from "~/components/page";
import { coverage as words } from "~/words/coverage";

type Props = { said: string; refused: ReactNode; onUndo: (() => void) | null };

/** What was last done, and the way back from it; or why it was not. Stands over the page: the table does not move. */
export function Told({ said, refused, onUndo }: Props) {
  return (
    <div className="coverage-told">
      <p role="status">{refused ? "" : said}</p>
      {refused && (
        <Notice tone="bad">
          <p role="alert">{refused}</p>
        </Notice>
      )}
      {said && !refused && onUndo && (
        <Button type="button" kind="bare" size="small" aria-keyshortcuts="Control+Z" onClick={onUndo}>
          {words.undo} <kbd>Ctrl+Z</kbd>
        </Button>
      )}
    </div>
  );
}
