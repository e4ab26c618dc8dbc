import { type RefObject, useEffect, useState } from "react";
import { clearOldTyped, forgetTyped, keepTyped, type Typed, typedAt, type Where } from "./typed";

/**
 * Keeps what is typed in the text fields around here on this machine, and puts it back into them when their reader comes
 * back; a field that holds words already keeps those. `isSent`: it need not be kept any more. Answers whether something
 * was put back. [A18]
 */
export function useTyped(around: RefObject<HTMLElement>, { person, place, of }: Where, isSent: boolean): boolean {
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    if (isSent) forgetTyped({ person, place });
  }, [isSent, person, place]);
  useEffect(() => {
    const element = around.current;
    if (!element) return;
    const where = { person, place, of };
    clearOldTyped();
    setBack(putBack(element, typedAt(where)));
    const keep = () => keepTyped(where, typedIn(element));
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
  }, [around, person, place, of]);
  return isBack && !isSent;
}

function fieldsIn(element: HTMLElement): HTMLTextAreaElement[] {
  return [...element.querySelectorAll<HTMLTextAreaElement>("textarea[name]")];
}

function typedIn(element: HTMLElement): Typed {
  return Object.fromEntries(fieldsIn(element).map(({ name, value }) => [name, value]));
}

function putBack(element: HTMLElement, typed: Typed): boolean {
  let isAny = false;
  for (const field of fieldsIn(element)) {
    const text = typed[field.name] ?? "";
    // The browser may have put it back itself, or it was typed before the script was there.
    if (field.value === "") field.value = text;
    if (field.value === "") continue;
    isAny ||= text !== "";
    const folded = field.closest("details");
    if (folded) folded.open = true;
    // Whoever counts what is typed hears of it.
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return isAny;
}
