type Pressed = { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean };
type Wish = { step: 1 | -1 } | { selector: string };

const SELECTORS: Readonly<Record<string, string>> = {
  "1": 'input[name="outcome"][value="accepted"]',
  "2": 'input[name="outcome"][value="partly"]',
  "3": 'input[name="outcome"][value="not-accepted"]',
  Enter: "[data-note]",
  z: "[data-undo]",
};

/** What a key asks of the page; null where it is the browser's own: in what is written, and for what the focus is on. [Q11] */
export function wishOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed, target: Element | null): Wish | null {
  if (
    altKey ||
    ctrlKey ||
    metaKey ||
    shiftKey ||
    target?.matches("textarea, select, input:not([type=radio], [type=checkbox])")
  )
    return null;
  if (key === "ArrowDown" || key === "ArrowUp") {
    // Among radio buttons the arrows choose.
    return target?.matches("input") ? null : { step: key === "ArrowDown" ? 1 : -1 };
  }
  if (key === "Enter" && target?.matches("a, button, summary")) return null;
  const selector = SELECTORS[key.length === 1 ? key.toLowerCase() : key];
  return selector ? { selector } : null;
}
