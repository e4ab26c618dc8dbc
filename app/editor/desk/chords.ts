import { keyNames } from "../../words/writing-desk";
import { isChord, isMac, type Press, partsOf } from "./chord";
import { chordsOf, type KeyId } from "./keys";

/** Whether that key is pressed. */
export function isKey(id: KeyId, event: Press, onMac = isMac): boolean {
  return chordsOf(id, onMac).some((chord) => isChord(chord, event, onMac));
}

/** As it stands on the keys, one a part: Ctrl, Skift, F. */
export function partsShown(chord: string, onMac = isMac): string[] {
  const { key, held } = partsOf(chord);
  const before = ["Mod", "Alt", "Shift"].filter((modifier) => held.has(modifier));
  return [...before, key.length === 1 ? key.toUpperCase() : key].map((part) => keyNames(part, onMac));
}

/** For a tooltip: "Fed (Ctrl+B)". */
export function withKey(label: string, id: KeyId | undefined): string {
  const chord = id && chordsOf(id, isMac)[0];
  return chord ? `${label} (${partsShown(chord).join("+")})` : label;
}

/** As `aria-keyshortcuts` wants it: "Control+B". */
export function spokenKey(id: KeyId | undefined): string | undefined {
  const chord = id && chordsOf(id, isMac)[0];
  if (!chord) return undefined;
  const { key, held } = partsOf(chord);
  const named = [
    held.has("Mod") && (isMac ? "Meta" : "Control"),
    held.has("Alt") && "Alt",
    held.has("Shift") && "Shift",
  ];
  return [...named.filter(Boolean), key.length === 1 ? key.toUpperCase() : key].join("+");
}
