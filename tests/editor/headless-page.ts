import { getSchema } from "@tiptap/core";
import { joinBackward, joinForward } from "@tiptap/pm/commands";
import { type Node as PmNode, Slice } from "@tiptap/pm/model";
import { type Command, EditorState, type PluginView, TextSelection, type Transaction } from "@tiptap/pm/state";
import {
  redo,
  undo,
  ySyncPlugin,
  ySyncPluginKey,
  yUndoPlugin,
  yXmlFragmentToProseMirrorRootNode,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { isBlockId, newBlockId } from "../../app/document-model/block-id";
import { allBlocks, type Link, type ResponseDocument, ROOTS, textOf } from "../../app/document-model/document";
import { addLink, linksByBlock, removeLink } from "../../app/document-model/links";
import { readDocument } from "../../app/document-model/read";
import { repairIds } from "../../app/document-model/repair";
import { guardPlugin } from "../../app/editor/guard";
import { identityPlugin } from "../../app/editor/identity/plugin";
import { blockCommands } from "../../app/editor/schema/block-keys";
import { schemaExtensions } from "../../app/editor/schema/extensions";
import { createUndoManager, LINKING } from "../../app/editor/undo";

export const schema = getSchema(schemaExtensions());

/** One person's page without a screen: the real schema, plugins and Yjs binding, and a view that only holds state. */
export class HeadlessPage {
  readonly doc: Y.Doc;
  readonly undoManager: Y.UndoManager;
  state: EditorState;
  readonly #views: PluginView[] = [];

  /** On a document that somebody else fills and keeps, or on one of its own that begins with a seed. */
  constructor(from: Y.Doc | Uint8Array) {
    this.doc = from instanceof Y.Doc ? from : new Y.Doc();
    if (from instanceof Uint8Array) Y.applyUpdate(this.doc, from, "provider");
    this.undoManager = createUndoManager(this.doc);
    const plugins = [
      ySyncPlugin(this.doc.getXmlFragment(ROOTS.body)),
      yUndoPlugin({ undoManager: this.undoManager }),
      identityPlugin({ doc: this.doc, pastedLinks: () => [], lentBy: () => ({ first: null, last: null }) }),
      guardPlugin((error) => {
        throw error;
      }),
    ];
    this.state = EditorState.create({ schema, plugins });
    for (const plugin of plugins) {
      // The plugins' views ask only for state, dispatch and focus.
      const view = plugin.spec.view?.(this as never);
      if (view) this.#views.push(view);
    }
  }

  hasFocus(): boolean {
    return false;
  }

  dispatch = (tr: Transaction): void => {
    const before = this.state;
    this.state = before.apply(tr);
    for (const view of this.#views) view.update?.(this as never, before);
  };

  /** The text drawn from nothing, as a page that opens just now would have it. */
  get drawnAnew(): PmNode {
    return yXmlFragmentToProseMirrorRootNode(this.doc.getXmlFragment(ROOTS.body), schema);
  }

  /** How long the binding holds each block of the top level to be: carets of others stand by these. */
  get mappedSizes(): number[] {
    const { binding } = ySyncPluginKey.getState(this.state);
    return this.doc
      .getXmlFragment(ROOTS.body)
      .toArray()
      .map((element) => binding.mapping.get(element)?.nodeSize);
  }

  get document(): ResponseDocument {
    return readDocument(this.doc);
  }

  /** Text of every block, with its links' ids after it: "Vi støtter [a b]". */
  get lines(): string[] {
    const { links } = this.document;
    return [...allBlocks(this.document)].map((block) => {
      const ids = (links[block.id] ?? []).map(({ id }) => id.slice(0, 1));
      return ids.length > 0 ? `${textOf(block)} [${ids.join(" ")}]` : textOf(block);
    });
  }

  get ids(): string[] {
    return [...allBlocks(this.document)].map(({ id }) => id);
  }

  /** The nth block and where it begins. */
  block(index: number): { node: PmNode; pos: number } {
    const found: { node: PmNode; pos: number }[] = [];
    this.state.doc.descendants((node, pos) => {
      if (node.type.name === "block") found.push({ node, pos });
    });
    const block = found[index];
    if (!block) throw new Error(`no block ${index} of ${found.length}`);
    return block;
  }

  /** Puts the caret in a block; a negative offset counts from its end, -1 being the end. */
  caret(index: number, offset: number): this {
    return this.select(index, offset, index, offset);
  }

  select(from: number, fromOffset: number, to: number, toOffset: number): this {
    const at = (index: number, offset: number) => {
      const { node, pos } = this.block(index);
      return pos + 1 + (offset < 0 ? node.content.size + 1 + offset : Math.min(offset, node.content.size));
    };
    const selection = TextSelection.create(this.state.doc, at(from, fromOffset), at(to, toOffset));
    this.dispatch(this.state.tr.setSelection(selection));
    return this;
  }

  type(text: string): void {
    this.dispatch(this.state.tr.insertText(text));
  }

  enter(): void {
    const tr = this.state.tr;
    blockCommands.splitParagraph()({ state: this.state, tr, dispatch: this.dispatch } as never);
    this.dispatch(tr);
  }

  moveBlock(by: 1 | -1): void {
    const tr = this.state.tr;
    if (blockCommands.moveBlock(by)({ state: this.state, tr, dispatch: this.dispatch } as never)) this.dispatch(tr);
  }

  backspace(): void {
    this.#run(joinBackward);
  }

  deleteForward(): void {
    this.#run(joinForward);
  }

  deleteSelection(): void {
    this.dispatch(this.state.tr.deleteSelection());
  }

  /** Whole blocks, as copying them gives them to the clipboard. */
  copy(from: number, to = from): Slice {
    const start = this.block(from).pos;
    const { node, pos } = this.block(to);
    return this.state.doc.slice(start, pos + node.nodeSize);
  }

  cut(from: number, to = from): Slice {
    const slice = this.copy(from, to);
    const { node, pos } = this.block(to);
    this.dispatch(this.state.tr.delete(this.block(from).pos, pos + node.nodeSize).setMeta("uiEvent", "cut"));
    return slice;
  }

  /** Puts whole blocks before the nth block, or at the end. */
  pasteBefore(index: number, slice: Slice): void {
    const isEnd = index >= this.state.doc.childCount;
    const pos = isEnd ? this.state.doc.content.size : this.block(index).pos;
    this.dispatch(this.state.tr.replace(pos, pos, new Slice(slice.content, 0, 0)).setMeta("uiEvent", "paste"));
  }

  /** Whole paragraphs in the place of an empty one, as the clipboard puts them there. */
  pasteInto(index: number, slice: Slice): void {
    const { node, pos } = this.block(index);
    const whole = new Slice(slice.content, 0, 0);
    this.dispatch(this.state.tr.replace(pos, pos + node.nodeSize, whole).setMeta("uiEvent", "paste"));
  }

  link(index: number, link: Link): void {
    const id: unknown = this.block(index).node.attrs["id"];
    // As the page does: a paragraph without an id, as an undo may leave it for a moment, is not linked.
    if (!isBlockId(id)) return;
    this.undoManager.stopCapturing();
    this.doc.transact(() => addLink(this.doc, id, link), LINKING);
    this.undoManager.stopCapturing();
  }

  unlink(index: number, link: Link): void {
    const id: string = this.block(index).node.attrs["id"];
    this.undoManager.stopCapturing();
    this.doc.transact(() => removeLink(this.doc, id, link, link.center), LINKING);
    this.undoManager.stopCapturing();
  }

  linksOf(index: number): Link[] {
    return linksByBlock(this.doc).get(this.block(index).node.attrs["id"]) ?? [];
  }

  undo(): void {
    undo(this.state);
  }

  redo(): void {
    redo(this.state);
  }

  /** Ends the current undo step, as half a second without typing does. */
  pause(): this {
    this.undoManager.stopCapturing();
    return this;
  }

  #run(command: Command): void {
    command(this.state, this.dispatch);
  }
}

/** The server's part: passes on what it gets, and repairs ids that collided. */
export class HeadlessServer {
  readonly doc = new Y.Doc();

  readonly pages: readonly HeadlessPage[];

  constructor(seed: Uint8Array, pages: readonly HeadlessPage[]) {
    this.pages = pages;
    Y.applyUpdate(this.doc, seed);
  }

  /** Everybody gets everything; repairs are sent out too. */
  sync(): void {
    for (const page of this.pages) this.take(page);
    repairIds(this.doc, newBlockId);
    for (const page of this.pages) this.give(page);
  }

  take(page: HeadlessPage): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(page.doc, Y.encodeStateVector(this.doc)));
  }

  give(page: HeadlessPage): void {
    Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(page.doc)), "provider");
  }
}
