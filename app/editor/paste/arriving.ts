import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { persistently } from "../../components/later";
import { whenIdle } from "../../components/when-idle";
import type { FromClipboard } from "./from-clipboard";
import { GOOGLE_SLICE } from "./google-slice";
import { keptSelection } from "./kept-selection";
import type { NewsDesk } from "./news";

type Readers = typeof import("./readers");

/**
 * The readers of the clipboard come after the text: nobody needs them to begin to write. What is pasted or dropped before
 * they are here waits for them, and is then put in as if it came that moment. [E20]
 */
export class Arriving {
  readers: Readers | null = null;
  readonly #news: NewsDesk;
  #waiting: (() => void)[] = [];
  #prepared: { html: string; read: FromClipboard } | null = null;
  #isShift = false;

  constructor(news: NewsDesk) {
    this.#news = news;
  }

  /** Answers how to give up. */
  ask(): () => void {
    return persistently(
      () => whenIdle().then(() => import("./readers")),
      (readers) => {
        this.readers = readers;
        for (const put of this.#waiting.splice(0)) put();
      },
    );
  }

  /** Shift makes a paste a plain one, and is long let go of when it is put in. */
  pressed({ key, shiftKey }: KeyboardEvent): void {
    this.#isShift = shiftKey && key !== "Insert";
  }

  /** True: it waits, and nothing else may have it. */
  holdsPaste(view: EditorView, event: ClipboardEvent): boolean {
    if (!event.clipboardData) return false;
    const html = event.clipboardData.getData("text/html");
    const isPlain = this.#isShift;
    if (this.readers && !isPlain && html.length > this.readers.LARGE && html !== this.#prepared?.html) {
      event.preventDefault();
      void this.#prepare(view, copyOf(event.clipboardData), this.readers);
      return true;
    }
    if (this.readers) return false;
    const clipboardData = copyOf(event.clipboardData);
    return this.#hold(view, event, () => {
      const again = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      if (isPlain) view.pasteText(clipboardData.getData("text/plain"), again);
      else view.dom.dispatchEvent(again);
    });
  }

  /** What is dragged within the text needs no reading. */
  holdsDrop(view: EditorView, event: DragEvent): boolean {
    if (this.readers || view.dragging || !event.dataTransfer) return false;
    const dataTransfer = copyOf(event.dataTransfer);
    const { clientX, clientY } = event;
    return this.#hold(view, event, () => {
      view.dom.dispatchEvent(
        new DragEvent("drop", { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }),
      );
    });
  }

  /** What a long text was read as before it is put in. */
  read(html: string, google: string): FromClipboard | null {
    const prepared = this.#prepared?.html === html ? this.#prepared.read : null;
    this.#prepared = null;
    return prepared ?? this.readers?.fromClipboard(html, google) ?? null;
  }

  /** Read while the person goes on, and then put in where it was pasted, as one step. */
  async #prepare(view: EditorView, clipboardData: DataTransfer, { fromClipboardCalmly }: Readers): Promise<void> {
    const html = clipboardData.getData("text/html");
    const toPlace = keptSelection(view);
    const said = (share: number) => this.#news.tell({ is: "reading", share });
    said(0);
    const read = await fromClipboardCalmly(html, clipboardData.getData(GOOGLE_SLICE), said);
    this.#news.tell(null);
    if (view.isDestroyed) return;
    const went = view.state.selection.head;
    const hasMoved = toPlace();
    const place = view.state.selection.to;
    this.#prepared = { html, read };
    view.dom.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    if (!hasMoved) return;
    // Who has gone on writing meanwhile goes on where they were: behind the place, what was put in lies before it.
    const { doc, tr, selection } = view.state;
    const now = went >= place ? selection.head + went - place : went;
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(now, doc.content.size)))));
  }

  #hold(view: EditorView, event: Event, put: () => void): true {
    event.preventDefault();
    this.#waiting.push(() => view.isDestroyed || put());
    return true;
  }
}

/** What an event holds can be read in that event alone. */
function copyOf(given: DataTransfer): DataTransfer {
  const copy = new DataTransfer();
  for (const type of given.types) if (type !== "Files") copy.setData(type, given.getData(type));
  for (const file of given.files) copy.items.add(file);
  return copy;
}

/** Before all others that hear of a paste. */
export function arrivingPlugin(arriving: Arriving): Plugin {
  return new Plugin({
    key: new PluginKey("pasteArriving"),
    view: () => ({ destroy: arriving.ask() }),
    props: {
      handleDOMEvents: {
        keydown: (_view, event) => {
          arriving.pressed(event);
          return false;
        },
        paste: (view, event) => arriving.holdsPaste(view, event),
        drop: (view, event) => arriving.holdsDrop(view, event),
      },
    },
  });
}
