import { memo, type ReactNode, type RefObject } from "react";
import { createPortal } from "react-dom";

/** Places of the desk, in its order, for what comes after the text. */
type SlotId = "bar" | "outline" | "before-text" | "text" | "beside-text" | "behind";

export type Slots = RefObject<Map<SlotId, HTMLElement>>;

/** A place in the page that takes no room itself. */
export const Slot = memo(function Slot({ id, slots }: { id: SlotId; slots: Slots }) {
  return (
    <div
      className="slot"
      ref={(element) => {
        if (element) slots.current?.set(id, element);
      }}
    />
  );
});

/** Draws something in its place. The text stands among the places and stays what it is. */
export function InSlot({ id, slots, children }: { id: SlotId; slots: Slots; children: ReactNode }) {
  const place = slots.current?.get(id);
  return place ? createPortal(children, place) : null;
}
