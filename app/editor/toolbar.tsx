import type { Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { Fragment, memo, useRef } from "react";
import { useMatches } from "../components/use-matches";
import { toolbar as words } from "../words/text-tools";
import { tools } from "../words/writing-desk";
import { ToolIcon } from "./desk/toolbar/icon";
import type { Tool as Item, ToolItem } from "./desk/toolbar/item";
import { type Format, writingTools } from "./desk/toolbar/items";
import { ToolMenu } from "./desk/toolbar/menu";
import { useFitting } from "./desk/toolbar/use-fitting";
import { useToolbarKeys } from "./desk/toolbar/use-toolbar-keys";
import { useTableDialog } from "./schema/tables/table-dialog";
import { useEditorState } from "./tiptap/use-editor-state";
import { Tool } from "./tool";
import { useWebLink } from "./web-link";

type Props = {
  editor: Editor;
  onReference: () => void;
  /** What else the desk can do: find, the outline, focus, help. */
  desk: readonly Item[];
  /** What a text may begin with, or go on with. */
  templates: readonly Item[];
};

/** There is room for a thumb's few; the rest is under "Mere". */
const NARROW = "(max-width: 56rem)";

/** One row of tools; what has no room in it stands in a menu at its end. One stop for Tab, arrows within. [E19] */
export const Toolbar = memo(function Toolbar({ editor, onReference, desk, templates }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const now = useFormat(editor);
  const isNarrow = useMatches(NARROW);
  const webLink = useWebLink(editor, now.href !== "");
  const table = useTableDialog(editor);
  const asked = { onReference, onWebLink: webLink.ask, onTable: table.ask };
  const groups = writingTools({ editor, now, isNarrow, ...asked, desk, templates });
  const over = useFitting(row, `${isNarrow} ${now.isInTable} ${now.kind} ${now.level} ${groups.flat().length}`);
  const onKeyDown = useToolbarKeys(bar, editor);
  return (
    <div className="toolbar" role="toolbar" aria-label={words.label} ref={bar} onKeyDown={onKeyDown}>
      <div className="toolbar-row" ref={row}>
        {groups.map((group, index) => (
          <Fragment key={group[0]?.id}>
            {index > 0 && <span className="toolbar-rule" aria-hidden="true" />}
            {group.map((item) => (
              <Offered key={item.id} item={item} />
            ))}
          </Fragment>
        ))}
      </div>
      {over.size > 0 && (
        <ToolMenu
          id="more"
          label={tools.more}
          items={groups
            .flat()
            .filter(({ id }) => over.has(id))
            .flatMap(inMenu)}
        >
          <ToolIcon icon="more" />
        </ToolMenu>
      )}
      {webLink.dialog}
      {table.dialog}
    </div>
  );
});

function Offered({ item }: { item: ToolItem }) {
  if (!("menu" in item)) return <Tool item={item} />;
  return (
    <ToolMenu id={item.id} label={item.label} items={item.menu}>
      {item.icon ? <ToolIcon icon={item.icon} /> : <span className="tool-shown">{item.shown}</span>}
      <ToolIcon icon="down" />
    </ToolMenu>
  );
}

/** A menu has no menus: what would be one lays its tools out in it. */
function inMenu(item: ToolItem): readonly Item[] {
  return "menu" in item ? item.menu : [item];
}

function useFormat(editor: Editor): Format {
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
