/**
 * Every key of the writing desk, once. The help sheet and the tooltips are drawn from this list, and
 * tests/editor/keys.test.ts holds it against what is really bound, so that it cannot lie. [E15]
 *
 * To add one: a line here, and its sentence in `keyWords` of app/words/writing-desk.ts. `where` says who answers:
 * "text": an extension of the editor binds it (addKeyboardShortcuts); "sign": typed at the start of a paragraph or in
 * the text; "desk": a line of `answers` in desk/use-desk-keys.ts; the others: the part of the desk that has the focus.
 * `mac` stands where a Mac needs another key. Chords are written as in ProseMirror: "Mod-Shift-f".
 */
export const KEYS = [
  { id: "reference", group: "linking", where: "text", keys: ["Mod-k"] },
  { id: "reference-sign", group: "linking", where: "sign", keys: ["§"] },
  { id: "reference-many", group: "linking", where: "search", keys: ["Shift-Enter"] },
  { id: "reference-cite", group: "linking", where: "search", keys: ["Alt-Enter"] },
  { id: "offer-take", group: "linking", where: "offer", keys: ["Alt-Enter"] },
  { id: "offer-wave", group: "linking", where: "offer", keys: ["Escape"] },
  { id: "web-link", group: "linking", where: "text", keys: ["Mod-Alt-k"] },
  { id: "stance", group: "linking", where: "text", keys: ["Mod-."] },

  { id: "undo", group: "writing", where: "text", keys: ["Mod-z"] },
  { id: "redo", group: "writing", where: "text", keys: ["Mod-y", "Mod-Shift-z"] },
  { id: "bold", group: "writing", where: "text", keys: ["Mod-b"] },
  { id: "italic", group: "writing", where: "text", keys: ["Mod-i"] },
  { id: "note", group: "writing", where: "text", keys: ["Mod-Alt-f"] },
  { id: "table-bar", group: "writing", where: "text", keys: ["Mod-Alt-t"] },
  { id: "line-break", group: "writing", where: "text", keys: ["Shift-Enter"] },
  { id: "move-paragraph", group: "writing", where: "text", keys: ["Alt-ArrowUp", "Alt-ArrowDown"] },

  {
    id: "heading",
    group: "kinds",
    where: "text",
    keys: ["Alt-Shift-1", "Alt-Shift-2", "Alt-Shift-3"],
    mac: ["Mod-Alt-1", "Mod-Alt-2", "Mod-Alt-3"],
  },
  { id: "heading-sign", group: "kinds", where: "sign", keys: ["#", "##", "###"] },
  { id: "paragraph", group: "kinds", where: "text", keys: ["Alt-Shift-0"], mac: ["Mod-Alt-0"] },
  { id: "bullet", group: "kinds", where: "text", keys: ["Mod-Shift-8"] },
  { id: "bullet-sign", group: "kinds", where: "sign", keys: ["-"] },
  { id: "ordered", group: "kinds", where: "text", keys: ["Mod-Shift-7"] },
  { id: "ordered-sign", group: "kinds", where: "sign", keys: ["1."] },
  { id: "indent", group: "kinds", where: "text", keys: ["Tab", "Shift-Tab"] },
  { id: "quote", group: "kinds", where: "text", keys: ["Mod-Shift-b"] },
  { id: "quote-sign", group: "kinds", where: "sign", keys: [">"] },

  { id: "find", group: "finding", where: "desk", keys: ["Mod-f"] },
  { id: "replace", group: "finding", where: "desk", keys: ["Mod-h"], mac: ["Mod-Shift-h"] },
  { id: "find-next", group: "finding", where: "desk", keys: ["F3"] },
  { id: "find-previous", group: "finding", where: "desk", keys: ["Shift-F3"] },
  { id: "find-step", group: "finding", where: "find", keys: ["Enter", "Shift-Enter"] },
  { id: "find-close", group: "finding", where: "find", keys: ["Escape"] },

  { id: "next-change", group: "together", where: "changes", keys: ["F8", "Shift-F8"] },
  { id: "follow-stop", group: "together", where: "following", keys: ["Escape"] },

  { id: "comment", group: "commenting", where: "desk", keys: ["Mod-Alt-m"] },
  { id: "comment-next", group: "commenting", where: "desk", keys: ["Alt-PageDown"] },
  { id: "comment-previous", group: "commenting", where: "desk", keys: ["Alt-PageUp"] },
  { id: "comment-person", group: "commenting", where: "comments", keys: ["@"] },
  { id: "comment-send", group: "commenting", where: "comments", keys: ["Mod-Enter"] },
  { id: "comment-close", group: "commenting", where: "comments", keys: ["Escape"] },

  { id: "outline", group: "outline", where: "desk", keys: ["F2"] },
  { id: "outline-go", group: "outline", where: "outline", keys: ["Enter"] },
  { id: "outline-move", group: "outline", where: "outline", keys: ["Alt-ArrowUp", "Alt-ArrowDown"] },
  { id: "section-center", group: "outline", where: "desk", keys: ["F4"] },
  { id: "outline-leave", group: "outline", where: "outline", keys: ["Escape"] },

  { id: "who-wrote", group: "together", where: "desk", keys: ["F9"] },

  { id: "help", group: "desk", where: "desk", keys: ["F1"] },
  { id: "help-outside", group: "desk", where: "desk", keys: ["?"] },
  { id: "toolbar", group: "desk", where: "desk", keys: ["Alt-F10"] },
  { id: "toolbar-leave", group: "desk", where: "toolbar", keys: ["Escape"] },
  { id: "focus-mode", group: "desk", where: "desk", keys: ["Mod-Shift-f"] },
  { id: "focus-mode-leave", group: "desk", where: "desk", keys: ["Escape"] },
] as const satisfies readonly Key[];

type Key = {
  id: string;
  group: "linking" | "writing" | "kinds" | "together" | "commenting" | "finding" | "outline" | "desk";
  where:
    | "text"
    | "sign"
    | "desk"
    | "search"
    | "offer"
    | "find"
    | "comments"
    | "outline"
    | "toolbar"
    | "source"
    | "changes"
    | "following";
  keys: readonly string[];
  mac?: readonly string[];
};

export type KeyId = (typeof KEYS)[number]["id"];
export type KeyGroup = Key["group"];
export type DeskKeyId = Extract<(typeof KEYS)[number], { where: "desk" }>["id"];

/** A key's chords on this machine. */
export function chordsOf(id: KeyId, isMac: boolean): readonly string[] {
  const key: Key | undefined = KEYS.find((one) => one.id === id);
  return (isMac ? key?.mac : undefined) ?? key?.keys ?? [];
}
