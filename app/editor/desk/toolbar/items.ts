import type { Editor } from "@tiptap/core";
import type { BlockKind } from "../../../document-model/document";
import { incoming } from "../../../words/incoming";
import { notes as noteWords } from "../../../words/notes";
import { templates as templateWords } from "../../../words/templates";
import { toolbar as words } from "../../../words/text-tools";
import { tools } from "../../../words/writing-desk";
import { chooseWordFile } from "../../paste/choose-word-file";
import { tableTools } from "../../schema/tables/tools";
import type { KeyId } from "../keys";
import type { Tool, ToolItem } from "./item";

export type Format = {
  kind: string;
  level: number;
  bold: boolean;
  italic: boolean;
  href: string;
  isInTable: boolean;
  canUndo: boolean;
  canRedo: boolean;
};

type Given = {
  editor: Editor;
  now: Format;
  isNarrow: boolean;
  onReference: () => void;
  onWebLink: () => void;
  onTable: () => void;
  templates: readonly Tool[];
  desk: readonly Tool[];
};

/** Everything there is, in groups as they stand in the bar: what comes first is seen longest. A new tool is a line here. */
export function writingTools(given: Given): readonly (readonly ToolItem[])[] {
  const { isNarrow } = given;
  const desk = given.desk.filter(({ id }) => id !== OF_HEADINGS);
  const { bold, italic, webLink } = marks(given);
  const { undo, redo } = history(given);
  const [bullet, ordered, quote] = [list(given, "bullet"), list(given, "ordered"), list(given, "quote")];
  if (isNarrow)
    return [
      [reference(given), undo, bold, bullet, kinds(given)],
      [italic, ordered, quote, redo, webLink, note(given), table(given), ...templates(given), wordFile(given)],
      desk,
    ];
  return [
    [reference(given), kinds(given)],
    [bold, italic, webLink],
    [bullet, ordered, quote, note(given), table(given), ...templates(given)],
    [undo, redo],
    [...desk, wordFile(given)],
  ];
}

function reference({ isNarrow, onReference }: Given): Tool {
  const shown = isNarrow ? "§" : `§ ${words.reference}`;
  return { id: "reference", label: words.reference, shown, key: "reference", onUse: onReference };
}

function marks({ editor, now, onWebLink }: Given) {
  const run = () => editor.chain().focus();
  return {
    bold: {
      id: "bold",
      label: words.bold,
      icon: "bold",
      key: "bold",
      isOn: now.bold,
      onUse: () => run().toggleBold().run(),
    },
    italic: {
      id: "italic",
      label: words.italic,
      icon: "italic",
      key: "italic",
      isOn: now.italic,
      onUse: () => run().toggleItalic().run(),
    },
    webLink: {
      id: "web-link",
      label: words.webLink,
      icon: "link",
      key: "web-link",
      isOn: now.href !== "",
      onUse: onWebLink,
    },
  } satisfies Record<string, Tool>;
}

function list({ editor, now }: Given, kind: "bullet" | "ordered" | "quote"): Tool {
  const onUse = () => editor.chain().focus().toggleKind(kind).run();
  return { id: kind, label: words[kind], icon: kind, key: kind, isOn: now.kind === kind, onUse };
}

function history({ editor, now }: Given) {
  const run = () => editor.chain().focus();
  return {
    undo: {
      id: "undo",
      label: words.undo,
      icon: "undo",
      key: "undo",
      isOff: !now.canUndo,
      onUse: () => run().undo().run(),
    },
    redo: {
      id: "redo",
      label: words.redo,
      icon: "redo",
      key: "redo",
      isOff: !now.canRedo,
      onUse: () => run().redo().run(),
    },
  } satisfies Record<string, Tool>;
}

function wordFile({ editor }: Given): Tool {
  return { id: "word-file", label: incoming.file, onUse: () => chooseWordFile(editor) };
}

/** A table to begin with; inside one, what can be done to it. */
function table({ editor, now, onTable }: Given): ToolItem {
  if (now.isInTable) return { id: "table", label: tools.inTable, icon: "table", menu: tableTools(editor) };
  return { id: "table", label: words.table, icon: "table", onUse: onTable };
}

function note({ editor }: Given): Tool {
  const onUse = () => editor.chain().focus().toggleNote().run();
  return { id: "note", label: noteWords.put, icon: "note", key: "note", onUse };
}

function templates({ templates: menu }: Given): ToolItem[] {
  return menu.length > 0 ? [{ id: "templates", label: templateWords.label, icon: "template", menu }] : [];
}

const KINDS = [
  { value: "paragraph", kind: "paragraph", level: 0, key: "paragraph" },
  { value: "heading1", kind: "heading", level: 1, key: "heading" },
  { value: "heading2", kind: "heading", level: 2 },
  { value: "heading3", kind: "heading", level: 3 },
  { value: "bullet", kind: "bullet", level: 0, key: "bullet" },
  { value: "ordered", kind: "ordered", level: 0, key: "ordered" },
  { value: "quote", kind: "quote", level: 0, key: "quote" },
] as const satisfies readonly { value: string; kind: BlockKind; level: number; key?: KeyId }[];

/** What is done with a heading stands with what makes one. */
const OF_HEADINGS = "section-center";

/** What the paragraph is, to be read and chosen. */
function kinds({ editor, now, desk }: Given): ToolItem {
  const value = now.kind === "heading" ? `heading${now.level}` : now.kind;
  const shown = KINDS.find((one) => one.value === value);
  const menu: Tool[] = KINDS.map(({ value: one, kind, level, ...rest }) => ({
    id: `kind-${one}`,
    label: words.kinds[one],
    ...rest,
    isOn: one === value,
    onUse: () => editor.chain().focus().setKind(kind, level).run(),
  }));
  const name = shown ? words.kinds[shown.value] : "";
  const more = now.kind === "heading" ? desk.filter(({ id }) => id === OF_HEADINGS) : [];
  return { id: "kind", label: `${words.kind}: ${name}`, shown: name, menu: [...menu, ...more] };
}
