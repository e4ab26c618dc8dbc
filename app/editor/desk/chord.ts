/** On a Mac, "Mod" is ⌘. */
export const isMac = typeof navigator !== "undefined" && /Mac|iP(hone|ad|od)/.test(navigator.platform);

export type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** A sign that is a chord ("?") stands wherever the keyboard has it; with Shift or without is the keyboard's business. */
export function isChord(chord: string, event: Press, onMac: boolean): boolean {
  const { key, held } = partsOf(chord);
  if (event.key.toLowerCase() !== key.toLowerCase()) return false;
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  return (
    event.altKey === held.has("Alt") &&
    event.ctrlKey === (held.has("Mod") && !onMac) &&
    event.metaKey === (held.has("Mod") && onMac) &&
    (isSign || event.shiftKey === held.has("Shift"))
  );
}

export function partsOf(chord: string): { key: string; held: ReadonlySet<string> } {
  // "-" itself is a key, too.
  const parts = chord.length === 1 ? [chord] : chord.split("-");
  return { key: parts.at(-1) ?? "", held: new Set(parts.slice(0, -1)) };
}
