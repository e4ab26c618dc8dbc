import { type Editor, useEditorState } from "@tiptap/react";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { memo, useRef } from "react";
import type { BlockKind } from "../document-model/document";
import { toolbar as words } from "../words/editor";
import { TableTools } from "./table-tools";
import { Tool } from "./tool";
import { useRovingFocus } from "./use-roving-focus";
import { WebLink } from "./web-link";

type Props = { editor: Editor; onReference: () => void };

const KEYS = { back: "ArrowLeft", forth: "ArrowRight" };

const KINDS = [
  { value: "paragraph", kind: "paragraph", level: 0 },
  { value: "heading1", kind: "heading", level: 1 },
  { value: "heading2", kind: "heading", level: 2 },
  { value: "heading3", kind: "heading", level: 3 },
  { value: "bullet", kind: "bullet", level: 0 },
  { value: "ordered", kind: "ordered", level: 0 },
  { value: "quote", kind: "quote", level: 0 },
] as const satisfies readonly { value: string; kind: BlockKind; level: number }[];

export const Toolbar = memo(function Toolbar({ editor, onReference }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = useRovingFocus(bar, KEYS);
  const now = useFormat(editor);
  const run = () => editor.chain().focus();
  return (
    <div className="toolbar" role="toolbar" aria-label={words.label} ref={bar} onKeyDown={onKeyDown}>
      <button type="button" data-stop className="tool tool-reference" onClick={onReference}>
        <span aria-hidden="true">§</span> {words.reference}
      </button>
      <KindSelect editor={editor} now={now} />
      <span className="toolbar-group">
        <Tool label={words.bold} icon="bold" isOn={now.bold} onUse={() => run().toggleBold().run()} />
        <Tool label={words.italic} icon="italic" isOn={now.italic} onUse={() => run().toggleItalic().run()} />
        <WebLink editor={editor} isOn={now.href !== ""} />
      </span>
      <span className="toolbar-group">
        <Tool
          label={words.bullet}
          icon="bullet"
          isOn={now.kind === "bullet"}
          onUse={() => run().toggleKind("bullet").run()}
        />
        <Tool
          label={words.ordered}
          icon="ordered"
          isOn={now.kind === "ordered"}
          onUse={() => run().toggleKind("ordered").run()}
        />
        <Tool
          label={words.quote}
          icon="quote"
          isOn={now.kind === "quote"}
          onUse={() => run().toggleKind("quote").run()}
        />
        <TableTools editor={editor} isInTable={now.isInTable} />
      </span>
      <span className="toolbar-group">
        <Tool label={words.undo} icon="undo" isOff={!now.canUndo} onUse={() => run().undo().run()} />
        <Tool label={words.redo} icon="redo" isOff={!now.canRedo} onUse={() => run().redo().run()} />
      </span>
    </div>
  );
});

type Format = ReturnType<typeof useFormat>;

function useFormat(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { state } = now;
      const { undoManager } = yUndoPluginKey.getState(state);
      const { kind, level } = state.selection.$from.parent.attrs;
      return {
        kind: String(kind ?? ""),
        level: Number(level ?? 0),
        bold: now.isActive("bold"),
        italic: now.isActive("italic"),
        href: String(now.getAttributes("link")["href"] ?? ""),
        isInTable: now.isActive("table"),
        canUndo: undoManager.undoStack.length > 0,
        canRedo: undoManager.redoStack.length > 0,
      };
    },
  });
}

function KindSelect({ editor, now }: { editor: Editor; now: Format }) {
  const value = now.kind === "heading" ? `heading${now.level}` : now.kind;
  return (
    <select
      className="tool-kind"
      data-stop
      aria-label={words.kind}
      value={value}
      onChange={(event) => {
        const chosen = KINDS.find((kind) => kind.value === event.target.value);
        if (chosen) editor.chain().focus().setKind(chosen.kind, chosen.level).run();
      }}
    >
      {KINDS.map((kind) => (
        <option key={kind.value} value={kind.value}>
          {words.kinds[kind.value]}
        </option>
      ))}
    </select>
  );
}
