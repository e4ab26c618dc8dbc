import { Editor, type EditorOptions } from "@tiptap/core";
import { UndoRedo } from "@tiptap/extensions/undo-redo";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import type { SuggestionList } from "../../../../server/suggestions/shapes";
import { newBlockId } from "../../../document-model/block-id";
import { applyRun } from "../../../document-model/suggestions/apply";
import { runsBetween } from "../../../document-model/suggestions/diff";
import { readsAs } from "../../../document-model/suggestions/hash";
import { rebased } from "../../../document-model/suggestions/rebase";
import { type Blocks, placeOf } from "../../../document-model/suggestions/rows";
import type { Run } from "../../../document-model/suggestions/shapes";
import { standingOf } from "../../../document-model/suggestions/standing";
import { suggesting as words } from "../../../words/suggestions";
import { EscapeKey } from "../../desk/escape-key";
import { FindMarks } from "../../desk/find/marks";
import { HeadingKeys } from "../../desk/heading-keys";
import { DropMark } from "../../drop-mark";
import { MarkedBlocks } from "../../marked-blocks";
import { Paste } from "../../paste/extension";
import { sayAtPlace } from "../../paste/place-note";
import { schemaExtensions } from "../../schema/extensions";
import { FarKeys } from "../../sheets/far-keys";
import { blocksOf } from "../blocks";
import type { SuggestionStore } from "../store";
import { bring } from "./follow";
import { Keeping } from "./keeping";
import { Limits, type Unsuggested } from "./limits";
import { LocalIdentity } from "./local-identity";
import { Tracked, tellGround } from "./tracked";

export type Given = {
  /** The live text, which this one only reads. */
  main: Editor;
  doc: Y.Doc;
  store: SuggestionStore;
  nonce: string | undefined;
  announce: (message: string) => void;
};

/** How long somebody rests before what they have done is told and drawn as a whole. */
const REST = 800;

/** A text of one's own: the live one with one's own suggestions in it, edited as usual, and no part of the live one. [G10] */
export class Suggesting {
  readonly editor: Editor;
  readonly keeping: Keeping;
  readonly #given: Given;
  #base: Blocks;
  #torn: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stops: (() => void)[] = [];

  constructor(given: Given, list: SuggestionList) {
    const { main, store } = given;
    this.#given = given;
    this.#base = blocksOf(main.state.doc);
    this.keeping = new Keeping(store);
    const own = list.open.filter((one) => one.isOwn && standingOf(one, this.#base).state === "fits");
    const local = own.reduce((text, run) => applyRun(text, run, newBlockId), this.#base);
    this.editor = new Editor(optionsOf(given));
    const tr = bring(this.editor, local);
    if (tr) this.editor.view.dispatch(tr);
    this.#draw();
    this.keeping.begin(own);
    this.editor.on("update", this.#rest);
    main.on("update", this.#followSoon);
    this.#stops.push(() => main.off("update", this.#followSoon), store.subscribe(this.#hear));
  }

  /** Says at once what there is to save: they are about to leave. */
  settle(): void {
    clearTimeout(this.#timer);
    if (this.editor.isDestroyed) return;
    this.keeping.keep(runsBetween(this.#base, blocksOf(this.editor.state.doc)));
    this.#draw();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    this.keeping.stop();
    setTimeout(() => this.editor.destroy());
  }

  #rest = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), REST);
  };

  #isFollowing = false;
  /** Others type many letters a second: what they write is brought here a few times. */
  #followSoon = (): void => {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    setTimeout(() => {
      this.#isFollowing = false;
      if (!this.#given.main.isDestroyed && !this.editor.isDestroyed) this.#follow();
    }, REST / 2);
  };

  #hear = (): void => {
    const list = this.#given.store.get();
    if (list && this.keeping.heard(list)) this.#follow();
  };

  #follow(): void {
    const now = blocksOf(this.#given.main.state.doc);
    const local = blocksOf(this.editor.state.doc);
    const next = rebased(advanced(this.#base, now, this.keeping.accepted()), local, now, this.keeping.isDropped);
    this.keeping.forget();
    this.#base = next.base;
    this.#torn = next.torn;
    const tr = bring(this.editor, next.local);
    if (tr) this.editor.view.dispatch(tr);
    this.#draw();
  }

  #draw(): void {
    this.editor.view.dispatch(tellGround(this.editor.state, this.#base, this.#torn));
  }
}

/** What was accepted is the ground of what is written on it since. */
function advanced(base: Blocks, now: Blocks, accepted: readonly Run[]): Blocks {
  return accepted.reduce((text, run) => {
    const [was, is] = [run.base[0], run.proposed[0]];
    const isOfOne = run.base.length === 1 && run.proposed.length === 1 && is !== undefined && was?.id === is.id;
    const place = isOfOne ? placeOf(now, was?.id ?? "") : null;
    const there = place?.row.entries[place.at];
    return is && there?.type === "block" && readsAs(is, there) ? applyRun(text, run, newBlockId) : text;
  }, base);
}

function refuse(view: EditorView, what: Unsuggested, announce: (message: string) => void): void {
  if (view.isDestroyed) return;
  const said = what === "tables" ? words.noTables : words.noNotes;
  sayAtPlace(view, said);
  announce(said);
}

function optionsOf({ doc, nonce, announce }: Given): Partial<EditorOptions> {
  return {
    injectNonce: nonce,
    extensions: [
      ...schemaExtensions(),
      DropMark,
      UndoRedo,
      Paste,
      LocalIdentity.configure({ doc }),
      Limits.configure({ onRefused: (view, what) => refuse(view, what, announce) }),
      Tracked,
      MarkedBlocks,
      FindMarks,
      HeadingKeys,
      EscapeKey,
      FarKeys,
    ],
    editorProps: {
      scrollThreshold: { top: 120, bottom: 64, left: 0, right: 0 },
      scrollMargin: { top: 132, bottom: 84, left: 0, right: 0 },
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": words.text,
        class: "text is-suggesting",
        lang: "da",
        spellcheck: "true",
      },
    },
  };
}
