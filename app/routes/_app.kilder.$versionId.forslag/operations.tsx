import { Button } from "~/components/button";
import { proposal as words } from "~/words/sources";

const { ops } = words;
const MOVES = [
  ["promote", ops.promote],
  ["demote", ops.demote],
  ["move-up", ops.up],
  ["move-down", ops.down],
  ["split", ops.split],
  ["join", ops.join],
] as const;

/** "Gem" first, so that Enter in a field saves. */
export function Operations({ canUndo, isBusy }: { canUndo: boolean; isBusy: boolean }) {
  return (
    <>
      <div className="row">
        <Button name="op" value="save" aria-disabled={isBusy || undefined}>
          {words.save}
        </Button>
        <Button kind="quiet" name="op" value="undo" disabled={!canUndo}>
          {words.undo}
        </Button>
      </div>
      <fieldset className="operations">
        <legend className="visually-hidden">{ops.group}</legend>
        {MOVES.map(([op, name]) => (
          <Button key={op} kind="quiet" size="small" name="op" value={op}>
            {name}
          </Button>
        ))}
      </fieldset>
    </>
  );
}
