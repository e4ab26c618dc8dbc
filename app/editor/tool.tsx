import type { MouseEvent } from "react";
import { spokenKey, withKey } from "./desk/chords";
import { ToolIcon } from "./desk/toolbar/icon";
import type { Tool as Item } from "./desk/toolbar/item";

/** A button of the toolbar, with its name, its key and whether it is on. */
export function Tool({ item: { id, label, shown, icon, isOn, isOff, key, onUse } }: { item: Item }) {
  return (
    <button
      type="button"
      data-stop
      data-tool={id}
      className="tool"
      aria-label={label}
      aria-keyshortcuts={spokenKey(key)}
      title={withKey(label, key)}
      aria-pressed={isOn}
      // Not `disabled`: whoever has just used up the last undo by keyboard still stands here.
      aria-disabled={isOff || undefined}
      onMouseDown={keepCaret}
      onClick={isOff ? undefined : onUse}
    >
      {icon ? <ToolIcon icon={icon} /> : (shown ?? label)}
    </button>
  );
}

/** A press of the mouse does not take the caret out of the text. */
export function keepCaret(event: MouseEvent): void {
  event.preventDefault();
}
