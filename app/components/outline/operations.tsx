import { Button } from "~/components/button";
import { proposal as words } from "~/words/proposal";
import type { Op } from "./orders";

const { ops } = words;

/** The op of each button, as its value says it in a form. */
export const MOVES: readonly [value: string, name: string, key: string, op: Op | null][] = [
  ["promote", ops.promote, "Alt ←", { op: "promote" }],
  ["demote", ops.demote, "Alt →", { op: "demote" }],
  ["move-up", ops.up, "Alt ↑", { op: "move", direction: "up" }],
  ["move-down", ops.down, "Alt ↓", { op: "move", direction: "down" }],
  ["split", ops.split, "Ctrl Enter", null],
  ["join", ops.join, "S", { op: "join" }],
  ["add", ops.add, "A", null],
];

/** "Gem" first, so that Enter in a field saves. */
export function Operations() {
  return (
    <>
      <div className="row">
        <Button name="op" value="save">
          {words.save}
        </Button>
      </div>
      <fieldset className="operations">
        <legend className="visually-hidden">{ops.group}</legend>
        {MOVES.map(([value, name, key]) => (
          <Button key={value} kind="quiet" size="small" name="op" value={value} title={key}>
            {name}
          </Button>
        ))}
      </fieldset>
    </>
  );
}
