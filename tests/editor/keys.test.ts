import { type Extensions, flattenExtensions, getExtensionField } from "@tiptap/core";
import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { isChord } from "../../app/editor/desk/chord";
import { isKey, partsShown } from "../../app/editor/desk/chords";
import { EARLY } from "../../app/editor/desk/early-keys";
import { KEYS } from "../../app/editor/desk/keys";
import { type Writing, writingExtensions } from "../../app/editor/extensions";
import { OFFER_KEYS } from "../../app/editor/links/offer/offer-keys";

/** What every editor does, and nobody looks up. */
const PLAIN = ["Enter", "Backspace", "Delete", "Mod-Backspace", "Mod-Delete", "Mod-Enter", "Mod-B", "Mod-I"];

type Shortcuts = Record<string, unknown>;

/** Extension → the chords it binds. */
function boundChords(extensions: Extensions): Map<string, string[]> {
  const bound = flattenExtensions(extensions).map(({ name, config, options, storage }): [string, string[]] => {
    const context = { name, options, storage, editor: {}, type: null };
    const bind = getExtensionField<(() => Shortcuts) | undefined>(
      { config, name } as never,
      "addKeyboardShortcuts",
      context,
    );
    return [name, Object.keys(bind?.() ?? {})];
  });
  return new Map(bound);
}

function writing(): Extensions {
  const doc = new Y.Doc();
  const connection = { awareness: new Awareness(doc) };
  const given = { doc, connection, person: { name: "Ann" }, isKnownTarget: () => true, center: () => null };
  return writingExtensions({ ...given, onTrigger: () => {}, onBroken: () => {} } as unknown as Writing);
}

/** "Shift-Mod-z" and "Mod-Shift-z" are one chord. */
function sorted(chord: string): string {
  const parts = chord.split("-");
  return [...parts.slice(0, -1).sort(), parts.at(-1)].join("-");
}

const listed = KEYS.flatMap((key) =>
  key.where === "text" ? [...key.keys, ...("mac" in key ? key.mac : [])].map(sorted) : [],
);

test("[E15] every key of the text on the help sheet is bound by the editor", () => {
  const bound = new Set([...boundChords(writing()).values()].flat().map(sorted));
  expect(listed.filter((chord) => !bound.has(chord))).toEqual([]);
});

test("[E15] every key that the editor binds stands on the help sheet, but for those of any editor", () => {
  const all = [...boundChords(writing()).values()].flat();
  const elsewhere = KEYS.flatMap((key) => key.keys.map(sorted));
  const told = new Set([...listed, ...elsewhere, ...PLAIN.map(sorted)]);
  expect([...new Set(all.map(sorted))].filter((chord) => !told.has(chord))).toEqual([]);
});

test("[E15] keys pressed before the desk is here are those of the desk", () => {
  const chordsOf = (where: string) =>
    KEYS.flatMap((key) => (key.where === where ? [...key.keys, ...("mac" in key ? key.mac : [])] : []));
  // In a text these two are its own.
  const late = new Set(["Escape", "?"]);
  const ofDesk = [...chordsOf("desk"), ...chordsOf("changes")].filter((chord) => !late.has(chord));
  expect([...EARLY].sort()).toEqual([...new Set(ofDesk)].sort());
  expect(Object.values(OFFER_KEYS)).toEqual(chordsOf("offer"));
});

test("[E15] no two keys that are heard at the same place are the same", () => {
  const heard = KEYS.flatMap((key) => key.keys.map((chord) => `${key.where === "desk" ? "text" : key.where} ${chord}`));
  const twice = heard.filter((chord, index) => heard.indexOf(chord) !== index);
  expect(twice).toEqual([]);
});

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", true>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test("[E15] a chord is its key with exactly its modifiers; a sign stands wherever the keyboard has it", () => {
  expect(isChord("Mod-f", press("f", { ctrlKey: true }), false)).toBe(true);
  expect(isChord("Mod-f", press("F", { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(isChord("Mod-f", press("f", { metaKey: true }), true)).toBe(true);
  expect(isChord("Mod-f", press("f", { ctrlKey: true }), true)).toBe(false);
  expect(isChord("?", press("?", { shiftKey: true }), false)).toBe(true);
  expect(isChord("F3", press("F3", { shiftKey: true }), false)).toBe(false);
  expect(isKey("replace", press("H", { metaKey: true, shiftKey: true }), true)).toBe(true);
});

test("[E15] keys are named as they stand on a Danish keyboard", () => {
  expect(partsShown("Mod-Shift-f", false)).toEqual(["Ctrl", "Skift", "F"]);
  expect(partsShown("Alt-ArrowUp", true)).toEqual(["⌥", "↑"]);
  expect(partsShown("-", false)).toEqual(["-"]);
});
