import type { Editor } from "@tiptap/core";
import { Fragment, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { tables as words } from "../../../words/tables";
import { useEditorState } from "../../tiptap/use-editor-state";
import { useRovingFocus } from "../../use-roving-focus";
import { tableBar } from "./arriving";
import { tableOfCaret } from "./limits";
import { type TableTool, tableIsFull, tableTools } from "./tools";
import "./tables.css";

const KEYS = { back: "ArrowLeft", forth: "ArrowRight" };

/** Above the table of the caret: what can be done to it. Mod-Alt-t leads to it, Escape back. [E14] */
export function TableBar({ editor }: { editor: Editor }) {
  const bar = useRef<HTMLDivElement>(null);
  const onArrow = useRovingFocus(bar, KEYS);
  const shown = useTools(editor);
  const place = usePlace(editor, shown?.pos ?? null);
  useAskedFor(editor, bar, shown !== null);
  if (!shown) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") editor.commands.focus();
    else onArrow(event);
  };
  return (
    <div className="table-bar-track" style={place}>
      <div className="table-bar" role="toolbar" aria-label={words.bar} ref={bar} onKeyDown={onKeyDown}>
        {shown.tools.map((tool, index) => (
          <Fragment key={tool.id}>
            {tool.of !== shown.tools[index - 1]?.of && <Of word={tool.of} />}
            <Tool tool={tool} />
          </Fragment>
        ))}
        {shown.full && (
          <span className="small soft" role="status">
            {shown.full}
          </span>
        )}
      </div>
    </div>
  );
}

/** Read with the eyes alone: each button's own name says it all. */
function Of({ word }: { word: string }) {
  return (
    <span className="table-tools-of" aria-hidden="true">
      {word}
    </span>
  );
}

function Tool({ tool: { label, short, isOn, isOff, onUse } }: { tool: TableTool }) {
  return (
    <button
      type="button"
      data-stop
      className="table-tool"
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      disabled={isOff}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {short}
    </button>
  );
}

/** Asked anew at each change, drawn anew only when there is something else to draw. */
function useTools(editor: Editor) {
  const said = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      if (!now.isEditable) return null;
      const table = tableOfCaret(now.state);
      if (!table) return null;
      return { pos: table.pos, size: table.node.nodeSize, look: lookOf(now) };
    },
  });
  return said && { pos: said.pos, tools: tableTools(editor), full: tableIsFull(editor) };
}

function lookOf(editor: Editor): string {
  return tableTools(editor)
    .map(({ isOn, isOff }) => `${isOn}${isOff}`)
    .join();
}

/** Mod-Alt-t leads here, also when it was pressed before this was drawn. */
function useAskedFor(editor: Editor, bar: RefObject<HTMLElement>, isShown: boolean): void {
  useEffect(() => {
    // What was asked where there is no table is not done in another one later.
    if (!isShown) return void tableBar.answer(editor, () => false)();
    return tableBar.answer(editor, () => {
      bar.current?.querySelector<HTMLElement>("[data-stop][tabindex='0']")?.focus();
      return true;
    });
  }, [editor, bar, isShown]);
}

type Place = { top: number; left: number; width: number; height: number };

/** As high as the table, so that the bar stays in sight above a long one. */
function usePlace(editor: Editor, pos: number | null): Place | undefined {
  const [place, setPlace] = useState<Place>();
  useLayoutEffect(() => {
    const table = pos === null ? null : editor.view.nodeDOM(pos);
    if (!(table instanceof HTMLElement)) return;
    const measure = () => setPlace(placeOf(table));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(table);
    observer.observe(editor.view.dom);
    return () => observer.disconnect();
  }, [editor, pos]);
  return place;
}

function placeOf(table: HTMLElement): Place | undefined {
  const frame = table.closest(".writing")?.getBoundingClientRect();
  if (!frame) return undefined;
  const { top, left, width, height } = table.getBoundingClientRect();
  return { top: top - frame.top, left: left - frame.left, width, height };
}
