import type { Editor } from "@tiptap/core";
import { useCallback, useMemo, useRef, useState } from "react";
import { comments as commentWords } from "../../words/comments";
import { partsAtDesk as partWords } from "../../words/parts-at-desk";
import { wordCopy as wordWords } from "../../words/word-copy";
import { help as helpWords, tools as words } from "../../words/writing-desk";
import type { Comments } from "../comments/use-comments";
import type { FindHandle } from "./find/find-bar";
import type { Query } from "./find/matches";
import { useFocusMode } from "./focus-mode";
import { useOnScreenKeyboard } from "./on-screen-keyboard";
import { useGiving } from "./parts/use-giving";
import { settledOf } from "./settled";
import type { Tool } from "./toolbar/item";
import { focusToolbar } from "./toolbar/use-toolbar-keys";
import { type Answers, type Place, useDeskKeys } from "./use-desk-keys";
import type { Layout } from "./use-layout";
import { useWho } from "./who/use-who";

const NOTHING: Query = { text: "", matchCase: false, wholeWords: false };

export type DeskTools = ReturnType<typeof useDesk>;

/** What belongs to the desk and not to the text: its bars and panes, and the keys that bring them. */
export function useDesk(editor: Editor, canWrite: boolean, layout: Layout, comments: Comments, onWord: () => void) {
  const { root, liking, like, outline } = layout;
  const help = useRef<HTMLDialogElement>(null);
  const find = useFindBar(canWrite);
  const who = useWho(editor);
  const giving = useGiving(editor);
  const [isFocused, setFocused] = useState(false);
  useFocusMode(root, isFocused);
  useOnScreenKeyboard(root, editor);
  const showHelp = useCallback(() => help.current?.showModal(), []);
  const toggleFocus = useCallback(() => {
    setFocused((now) => !now);
    // What stood above the text is gone or back; the caret stays in sight.
    requestAnimationFrame(() => editor.isEditable && editor.commands.focus());
  }, [editor]);
  useDeskKeys(
    root,
    editor,
    answersOf({ editor, root, canWrite, outline, find, isFocused, toggleFocus, showHelp, comments, who, giving }),
  );
  const comment = comments.mayComment ? comments.start : null;
  const tools = useMemo(
    () =>
      toolsOf({
        ...{ comment, find: find.open, outline: outline.toggle, hasOutline: outline.isOpen },
        ...{ toggleFocus, showHelp, ask: who.ask, onWord, give: giving.give },
      }),
    [comment, find.open, outline.toggle, outline.isOpen, toggleFocus, showHelp, who.ask, onWord, giving.give],
  );
  return { help, liking, like, outline, find, isFocused, toggleFocus, tools, showHelp, who, giving };
}

function useFindBar(canWrite: boolean) {
  const [isOpen, setOpen] = useState(false);
  const [withReplace, setWithReplace] = useState(false);
  const handle = useRef<FindHandle>(null);
  const last = useRef(NOTHING);
  const open = useCallback(() => {
    setOpen(true);
    handle.current?.focus();
  }, []);
  const close = useCallback(() => setOpen(false), []);
  return { isOpen, withReplace: withReplace && canWrite, setWithReplace, handle, last, open, close };
}

type Given = Pick<DeskTools, "outline" | "find" | "isFocused" | "toggleFocus" | "showHelp" | "who" | "giving"> & {
  editor: Editor;
  root: Layout["root"];
  canWrite: boolean;
  comments: Comments;
};

function answersOf(given: Given): Answers {
  const { editor, root, canWrite, outline, find, isFocused, toggleFocus, showHelp, comments, who, giving } = given;
  const sought = (act: () => void) => (place: Place) =>
    (place.isInText || (find.isOpen && place.isInDesk)) && done(act);
  const step = (by: 1 | -1) => sought(() => (find.isOpen ? find.handle.current?.step(by) : find.open()));
  return {
    // In the bar itself the same key is the browser's own.
    find: ({ isInText }) => isInText && done(find.open),
    replace: ({ isInText }) =>
      isInText &&
      canWrite &&
      done(() => {
        find.setWithReplace(true);
        find.open();
      }),
    "find-next": step(1),
    "find-previous": step(-1),
    comment: () => (comments.mayComment || comments.page === null) && done(comments.start),
    "comment-next": () => done(() => comments.step(1)),
    "comment-previous": () => done(() => comments.step(-1)),
    "who-wrote": ({ isInDesk }) => isInDesk && done(who.ask),
    "section-center": ({ isInDesk }) => isInDesk && giving.give !== null && done(giving.give),
    outline: () => done(() => goToOutline(root.current, outline, editor)),
    help: () => done(showHelp),
    "help-outside": ({ isTyping }) => !isTyping && done(showHelp),
    toolbar: () => canWrite && !isFocused && done(() => focusToolbar(root.current)),
    "focus-mode": () => done(toggleFocus),
    "focus-mode-leave": () => isFocused && done(toggleFocus),
  };
}

function done(act: () => unknown): true {
  act();
  return true;
}

/** Opens it, or goes there; from there, back to the text. */
function goToOutline(root: HTMLElement | null, outline: DeskTools["outline"], editor: Editor): void {
  const isThere = root?.querySelector(".outline-pane")?.matches(":focus-within");
  if (isThere) {
    if (outline.isOver) outline.toggle();
    if (editor.isEditable) editor.commands.focus(null, { scrollIntoView: false });
    return;
  }
  // The heading that was typed a moment ago is there, too.
  settledOf(editor).settle();
  if (!outline.isOpen) outline.toggle();
  requestAnimationFrame(() => {
    const pane = root?.querySelector(".outline-pane");
    const item =
      pane?.querySelector<HTMLElement>("[aria-current]") ?? pane?.querySelector<HTMLElement>("[data-stop], button");
    item?.focus();
  });
}

type Offered = {
  comment: (() => void) | null;
  find: () => void;
  outline: () => void;
  hasOutline: boolean;
  toggleFocus: () => void;
  showHelp: () => void;
  ask: () => void;
  onWord: () => void;
  /** For who shares out the text. */
  give: (() => void) | null;
};

/** For the toolbar, and for readers without one. */
function toolsOf(offered: Offered): readonly Tool[] {
  const { comment, find, outline, hasOutline, toggleFocus, showHelp, ask, onWord, give } = offered;
  const commenting: Tool[] = comment
    ? [{ id: "comment", label: commentWords.start, icon: "comment", key: "comment", onUse: comment }]
    : [];
  const giving: Tool[] = give
    ? [{ id: "section-center", label: partWords.giveMenu, key: "section-center", onUse: give }]
    : [];
  return [
    ...commenting,
    { id: "find", label: words.find, icon: "find", key: "find", onUse: find },
    { id: "outline", label: words.outline, icon: "outline", key: "outline", isOn: hasOutline, onUse: outline },
    { id: "who-wrote", label: words.whoWrote, icon: "who", key: "who-wrote", onUse: ask },
    ...giving,
    { id: "focus", label: words.focusMode, icon: "focus", key: "focus-mode", onUse: toggleFocus },
    { id: "help", label: helpWords.open, icon: "help", key: "help", onUse: showHelp },
    { id: "as-word", label: wordWords.open, icon: "download", onUse: onWord },
  ];
}
