import type { Editor } from "@tiptap/core";
import { useRef, useSyncExternalStore } from "react";
import { notes as noteWords } from "../../../words/notes";
import { suggesting as words } from "../../../words/suggestions";
import { toolbar as toolWords } from "../../../words/text-tools";
import { tools as deskWords } from "../../../words/writing-desk";
import { ToolIcon } from "../../desk/toolbar/icon";
import type { Tool as Item } from "../../desk/toolbar/item";
import { ToolMenu } from "../../desk/toolbar/menu";
import { useFitting } from "../../desk/toolbar/use-fitting";
import { useEditorState } from "../../tiptap/use-editor-state";
import { Tool } from "../../tool";
import { useRovingFocus } from "../../use-roving-focus";
import type { KeptState } from "./keeping";
import type { Suggesting } from "./session";

type Props = { suggesting: Suggesting; desk: readonly Item[] };

/** What can be suggested has a tool: words, marks, kinds; and whether it is kept. */
export function SuggestBar({ suggesting: { editor, keeping }, desk }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = useRovingFocus(bar, { back: "ArrowLeft", forth: "ArrowRight" });
  const state = useSyncExternalStore(keeping.subscribe, keeping.get);
  const items = [...useTools(editor), ...desk];
  const over = useFitting(row, String(items.length));
  return (
    <>
      <div className="toolbar" role="toolbar" aria-label={words.tools} ref={bar} onKeyDown={onKeyDown}>
        <div className="toolbar-row" ref={row}>
          {items.map((item) => (
            <Tool key={item.id} item={item} />
          ))}
        </div>
        {over.size > 0 && (
          <ToolMenu id="more" label={deskWords.more} items={items.filter(({ id }) => over.has(id))}>
            <ToolIcon icon="more" />
          </ToolMenu>
        )}
      </div>
      <p className="save-indicator suggestion-kept" role="status" data-phase={PHASES[state.is]}>
        {keptWords(state)}
      </p>
    </>
  );
}

function useTools(editor: Editor): Item[] {
  const now = useEditorState({
    editor,
    selector: ({ editor: at }) => ({
      kind: String(at.state.selection.$from.parent.attrs["kind"] ?? ""),
      bold: at.isActive("bold"),
      italic: at.isActive("italic"),
      canUndo: at.can().undo(),
      canRedo: at.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();
  const kind = (id: "bullet" | "ordered" | "quote"): Item => {
    const onUse = () => run().toggleKind(id).run();
    return { id, label: toolWords[id], icon: id, key: id, isOn: now.kind === id, onUse };
  };
  const heading = { label: toolWords.kinds.heading1, shown: "H", isOn: now.kind === "heading" };
  const { bold, italic, undo, redo } = toolWords;
  return [
    { id: "heading", ...heading, key: "heading", onUse: () => run().toggleKind("heading", 1).run() },
    { id: "bold", label: bold, icon: "bold", key: "bold", isOn: now.bold, onUse: () => run().toggleBold().run() },
    {
      id: "italic",
      label: italic,
      icon: "italic",
      key: "italic",
      isOn: now.italic,
      onUse: () => run().toggleItalic().run(),
    },
    ...(["bullet", "ordered", "quote"] as const).map(kind),
    { id: "note", label: noteWords.put, icon: "note", key: "note", onUse: () => run().toggleNote().run() },
    { id: "undo", label: undo, icon: "undo", key: "undo", isOff: !now.canUndo, onUse: () => run().undo().run() },
    { id: "redo", label: redo, icon: "redo", key: "redo", isOff: !now.canRedo, onUse: () => run().redo().run() },
  ];
}

/** As the live text says it, by colour too. */
const PHASES = {
  nothing: undefined,
  saving: "saving",
  saved: "saved",
  offline: "offline",
  refused: "refused",
} as const;

function keptWords(state: KeptState): string {
  switch (state.is) {
    case "nothing":
      return words.nothing;
    case "saving":
      return words.saving;
    case "saved":
      return words.saved;
    case "offline":
      return words.offline;
    case "refused":
      return state.code === "document-not-active" ? words.locked : words.refused(state.said);
  }
}
