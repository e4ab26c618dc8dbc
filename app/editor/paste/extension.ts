import { Extension } from "@tiptap/core";
import { Fragment, type Mark, type Node as PmNode, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { incoming as words } from "../../words/incoming";
import { Arriving, arrivingPlugin } from "./arriving";
import { cellsPlugin } from "./cells/plugin";
import type { FromClipboard } from "./from-clipboard";
import { GOOGLE_SLICE } from "./google-slice";
import { createNewsDesk, type NewsDesk } from "./news";
import { placeNotePlugin, sayAtPlace } from "./place-note";
import { stayOnPage } from "./stay-on-page";

declare module "@tiptap/core" {
  interface Storage {
    incoming: PasteStorage;
  }
}

type PasteStorage = {
  news: NewsDesk;
  /** Reads a Word file into the text at the caret; set by whoever knows the way to the server. */
  takeWordFile: ((file: File) => void) | null;
};

/**
 * What comes in by paste and drop: read by us, whatever program it is from, and what did not fit is told. Before Identity,
 * which then finds ids and links of our own in it. [E20]
 */
export const Paste = Extension.create<object, PasteStorage>({
  name: "incoming",
  priority: 200,
  addStorage: () => ({ news: createNewsDesk(), takeWordFile: null }),
  addProseMirrorPlugins() {
    const arriving = new Arriving(this.storage.news);
    const { storage } = this;
    return [
      arrivingPlugin(arriving),
      pastePlugin(storage, arriving),
      cellsPlugin(storage.news, arriving),
      placeNotePlugin(),
    ];
  },
});

function pastePlugin(storage: PasteStorage, arriving: Arriving): Plugin {
  // What HTML became, until the same event puts it in.
  let read: FromClipboard | null = null;
  let google = "";
  const begin = (slice: string) => {
    read = null;
    google = slice;
    return false;
  };
  const take = () => {
    const taken = read;
    read = null;
    return taken;
  };
  return new Plugin({
    key: new PluginKey("paste"),
    view: stayOnPage,
    props: {
      handleDOMEvents: {
        paste: (_view, event) => begin(event.clipboardData?.getData(GOOGLE_SLICE) ?? ""),
        drop: () => begin(""),
      },
      transformPastedHTML(html) {
        read = arriving.read(html, google);
        return read?.html ?? "";
      },
      clipboardTextParser(text, $context, isPlain, view) {
        if (!arriving.readers) return Slice.empty;
        const { fitsOneUpdate, readText, sliceOf } = arriving.readers;
        const parts = readText(text, isPlain);
        if (!fitsOneUpdate({ parts })) {
          read = { html: "", left: [], refused: "too-large" };
          return sliceOf(view.state.schema, [], true);
        }
        return marked(sliceOf(view.state.schema, parts, true), $context.marks());
      },
      handleKeyDown: (view, { key }) => key === "Escape" && close(storage, view),
      handlePaste(view, event, slice) {
        ownStep(view);
        return settle(storage, view, take(), slice.size === 0, event.clipboardData);
      },
      handleDrop(view, event, slice, isMoved) {
        const taken = take();
        ownStep(view);
        if (isMoved) return false;
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (at && hasFiles(event.dataTransfer)) setCaret(view, at.pos);
        return settle(storage, view, taken, slice.size === 0, event.dataTransfer);
      },
    },
  });
}

/** Taken back at once, and not with what was typed just before or after it. [E6] */
function ownStep({ state }: EditorView): void {
  const undoManager: Y.UndoManager | undefined = yUndoPluginKey.getState(state)?.undoManager;
  undoManager?.stopCapturing();
  // Once the event is over, and its links are with it.
  queueMicrotask(() => undoManager?.stopCapturing());
}

/** Keys pressed in the text are the text's: the notice hears only of those elsewhere. */
function close({ news }: PasteStorage, view: EditorView): boolean {
  const now = news.get();
  if (now === null || now.is === "reading") return false;
  sayAtPlace(view, null);
  news.tell(null);
  return true;
}

/** True: nothing is left for anybody else to put in. What is refused leaves text and selection as they are. */
function settle(
  storage: PasteStorage,
  view: EditorView,
  read: FromClipboard | null,
  isEmpty: boolean,
  given: DataTransfer | null,
): boolean {
  sayAtPlace(view, null);
  if (storage.news.get()?.is === "refused") storage.news.tell(null);
  if (read?.refused) {
    storage.news.tell({ is: "refused", code: read.refused });
    return true;
  }
  const left = read?.left ?? [];
  if (!isEmpty) {
    if (left.length > 0) storage.news.tell({ is: "in", left });
    return false;
  }
  const file = given?.files[0];
  if (file && isWordFile(file) && storage.takeWordFile) storage.takeWordFile(file);
  else if (file ? isPicture(file) : left.some(({ kind }) => kind === "image")) refusePicture(storage, view);
  else if (file) storage.news.tell({ is: "refused", code: "not-a-word-file", fileName: file.name });
  else if (left.length > 0) storage.news.tell({ is: "in", left });
  else return false;
  return true;
}

function refusePicture(storage: PasteStorage, view: EditorView): void {
  sayAtPlace(view, words.noPictures);
  storage.news.tell({ is: "refused", code: "picture" });
}

function isWordFile({ name, type }: File): boolean {
  return /\.do[ct][xm]?$/i.test(name) || type.includes("wordprocessingml");
}

function isPicture({ type }: File): boolean {
  return type.startsWith("image/");
}

function hasFiles(given: DataTransfer | null): boolean {
  return (given?.files.length ?? 0) > 0;
}

function setCaret(view: EditorView, pos: number): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))));
}

/** Words put in among bold ones are bold, as typed ones would be. */
function marked(slice: Slice, marks: readonly Mark[]): Slice {
  if (marks.length === 0) return slice;
  const each = (node: PmNode): PmNode => (node.isText ? node.mark([...marks]) : node.copy(all(node.content)));
  const all = (content: Fragment): Fragment => Fragment.from(content.content.map(each));
  return new Slice(all(slice.content), slice.openStart, slice.openEnd);
}
