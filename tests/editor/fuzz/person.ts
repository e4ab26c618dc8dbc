import { Editor } from "@tiptap/core";
import type { Node as PmNode, Slice } from "@tiptap/pm/model";
import { type EditorState, type Plugin, type PluginView, TextSelection, type Transaction } from "@tiptap/pm/state";
import { dropPoint } from "@tiptap/pm/transform";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { isBlockId } from "../../../app/document-model/block-id";
import type { Connection } from "../../../app/editor/connection";
import { writingExtensions } from "../../../app/editor/extensions";
import { putCells } from "../../../app/editor/paste/cells/put";
import { fetchTables } from "../../../app/editor/schema/tables/arriving";
import { LINKING } from "../../../app/editor/undo";

type Prop = (...given: unknown[]) => unknown;

export type Placed = { node: PmNode; pos: number; id: string | null };

// Node 20 has none; the keymaps ask it for the machine.
if (!("navigator" in globalThis)) Object.assign(globalThis, { navigator: { platform: "Linux", userAgent: "" } });

/** What a plugin asks of an element: nothing that is drawn is looked at. */
const NO_ELEMENT = { addEventListener: () => {}, removeEventListener: () => {} };
/** The plugins whose views write the text; those of all others only draw, and there is nothing to draw on. */
const WRITERS = /^(y-sync|y-undo|identity|guard)\$/;

// On a page they come after the text.
await fetchTables();

/**
 * One person at the page's own editor, with every extension of it, and no screen: keys go through the editor's keymaps,
 * what is typed through its input rules, what is cut, pasted and dropped through its clipboard.
 */
export class Person {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly undoManager: Y.UndoManager;
  readonly editor: Editor;
  readonly dom = NO_ELEMENT;
  readonly composing = false;
  readonly dragging = null;
  readonly editable = true;
  readonly isDestroyed = false;
  readonly input = {};
  /** What y-tiptap could not draw at the first try. [E7] */
  broken: unknown[] = [];
  state: EditorState;
  dispatch: (tr: Transaction) => void;
  readonly #awareness: Awareness;
  readonly #views: PluginView[] = [];
  #droppingAt = 0;

  constructor(name: string, doc: Y.Doc) {
    this.name = name;
    this.doc = doc;
    this.#awareness = new Awareness(doc);
    this.editor = new Editor({
      element: null,
      content: { type: "doc", content: [{ type: "block" }] },
      extensions: writingExtensions({
        doc,
        connection: { awareness: this.#awareness } as unknown as Connection,
        person: { name },
        isKnownTarget: () => true,
        center: () => null,
        onTrigger: () => {},
        onBroken: (error) => this.broken.push(error),
      }),
    });
    const { extensionManager } = this.editor;
    this.state = this.editor.state.reconfigure({ plugins: extensionManager.plugins });
    // What stands in for the view is what Tiptap's own would have been.
    Reflect.set(this.editor, "editorView", this);
    this.dispatch = extensionManager.dispatchTransaction((tr) =>
      Reflect.get(this.editor, "dispatchTransaction").call(this.editor, tr),
    );
    // Of the state, as asking the manager again makes others.
    for (const plugin of this.state.plugins) {
      if (!WRITERS.test(Reflect.get(plugin, "key"))) continue;
      const view = plugin.spec.view?.(this as never);
      if (view) this.#views.push(view);
    }
    this.undoManager = yUndoPluginKey.getState(this.state).undoManager;
    // One step until the next pause, however fast or slow the machine is.
    this.undoManager.captureTimeout = Number.POSITIVE_INFINITY;
  }

  updateState(state: EditorState): void {
    const before = this.state;
    this.state = state;
    for (const view of this.#views) view.update?.(this as never, before);
  }

  hasFocus(): boolean {
    return false;
  }

  focus(): void {}

  someProp(name: string, ask?: (prop: unknown) => unknown): unknown {
    for (const prop of this.#props(name)) {
      const answer = ask ? ask(prop) : prop;
      if (answer !== undefined && answer !== false && answer !== null) return answer;
    }
    return undefined;
  }

  endOfTextblock(way: string): boolean {
    const { $head } = this.state.selection;
    const isBack = way === "backward" || way === "left" || way === "up";
    return isBack ? $head.parentOffset === 0 : $head.parentOffset === $head.parent.content.size;
  }

  leave(): void {
    for (const view of this.#views.reverse()) view.destroy?.();
    this.#awareness.destroy();
  }

  get blocks(): Placed[] {
    const found: Placed[] = [];
    this.state.doc.descendants((node, pos) => {
      if (node.type.name === "block") found.push({ node, pos, id: node.attrs["id"] });
      return node.type.name !== "block";
    });
    return found;
  }

  /** A selection by positions in the document; whatever stands between texts is moved to the nearest. */
  select(from: number, to = from): void {
    const { doc } = this.state;
    const at = (pos: number) => doc.resolve(Math.min(Math.max(pos, 0), doc.content.size));
    this.dispatch(this.state.tr.setSelection(TextSelection.between(at(from), at(to))));
  }

  /** A key as the browser reports it: "Enter", "Alt-ArrowUp", "Mod-z". What no keymap takes, the browser does. */
  press(name: string): void {
    const [key = "", ...held] = name.split(/-(?!$)/).reverse();
    const event = {
      key,
      keyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0,
      ctrlKey: held.includes("Mod"),
      altKey: held.includes("Alt"),
      shiftKey: held.includes("Shift"),
      metaKey: false,
      preventDefault: () => {},
    };
    const isTaken = this.#props("handleKeyDown").some((handle) => handle(this, event) === true);
    if (!isTaken && (key === "Backspace" || key === "Delete")) this.#erase(key === "Backspace" ? -1 : 1);
  }

  type(text: string): void {
    for (const sign of text) {
      const { from, to } = this.state.selection;
      const isTaken = this.#props("handleTextInput").some((handle) => handle(this, from, to, sign) === true);
      if (!isTaken) this.dispatch(this.state.tr.insertText(sign, from, to));
    }
  }

  copied(): Slice {
    let slice = this.state.selection.content();
    for (const transform of this.#props("transformCopied")) slice = transform(slice, this) as Slice;
    return slice;
  }

  cut(): Slice {
    const slice = this.copied();
    this.dispatch(this.state.tr.deleteSelection().setMeta("uiEvent", "cut"));
    return slice;
  }

  /** As prosemirror-view pastes. */
  paste(given: Slice): void {
    const slice = this.#transformed(given);
    const { tr } = this.state;
    const only = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1;
    // On a page it comes when the text is drawn (paste/readers.ts), and what is pasted before waits for it.
    if (putCells(tr, slice) === null) {
      if (this.#props("handlePaste").some((handle) => handle(this, {}, slice) === true)) return;
      if (only && slice.content.firstChild) tr.replaceSelectionWith(slice.content.firstChild, false);
      else tr.replaceSelection(slice);
    }
    this.dispatch(tr.setMeta("paste", true).setMeta("uiEvent", "paste"));
  }

  /** Where on the screen it is dropped says where in the text. */
  posAtCoords(): { pos: number; inside: number } {
    return { pos: this.#droppingAt, inside: -1 };
  }

  /** As prosemirror-view drops what is dragged within one text. */
  drag(to: number, isCopy = false): void {
    this.#droppingAt = Math.min(to, this.state.doc.content.size);
    this.#tell("drop");
    const slice = this.#transformed(this.copied());
    const at = dropPoint(this.state.doc, to, slice) ?? to;
    const { tr } = this.state;
    if (!isCopy) tr.deleteSelection();
    const pos = tr.mapping.map(at);
    const only = slice.openStart === 0 && slice.openEnd === 0 && slice.content.childCount === 1;
    const before = tr.doc;
    if (only && slice.content.firstChild) tr.replaceRangeWith(pos, pos, slice.content.firstChild);
    else tr.replaceRange(pos, pos, slice);
    if (tr.doc.eq(before)) return;
    this.dispatch(tr.setMeta("uiEvent", "drop"));
  }

  /** A step of undo of its own in links, as the page's linker makes it. */
  link(change: (id: string) => void): string | null {
    const block = this.currentBlock;
    if (!block || !isBlockId(block.id)) return null;
    const { id } = block;
    this.pause();
    this.doc.transact(() => change(id), LINKING);
    this.pause();
    return id;
  }

  get currentBlock(): Placed | null {
    const { head } = this.state.selection;
    return this.blocks.find(({ node, pos }) => head > pos && head < pos + node.nodeSize) ?? null;
  }

  /** Ends the step of undo, as half a second without typing does. */
  pause(): void {
    this.undoManager.stopCapturing();
  }

  #erase(by: 1 | -1): void {
    const { $head } = this.state.selection;
    const [from, to] = by < 0 ? [$head.pos - 1, $head.pos] : [$head.pos, $head.pos + 1];
    if (from >= $head.start() && to <= $head.end()) this.dispatch(this.state.tr.delete(from, to));
  }

  #transformed(given: Slice): Slice {
    let slice = given;
    for (const transform of this.#props("transformPasted")) slice = transform(slice, this, false) as Slice;
    return slice;
  }

  /** What plugins hear of the screen before the editor itself does. */
  #tell(event: string): void {
    for (const { props } of this.state.plugins as Plugin[]) {
      const hear: unknown = Reflect.get(props.handleDOMEvents ?? {}, event);
      if (typeof hear === "function") hear(this, {});
    }
  }

  #props(name: string): Prop[] {
    const found: Prop[] = [];
    for (const { props } of this.state.plugins as Plugin[]) {
      const prop: unknown = Reflect.get(props, name);
      if (typeof prop === "function") found.push(prop.bind(props));
    }
    return found;
  }
}
