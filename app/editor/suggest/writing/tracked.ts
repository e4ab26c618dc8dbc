import { Extension } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Block } from "../../../document-model/document";
import { allBlocks } from "../../../document-model/document";
import { type Change, changesBetween } from "../../../document-model/suggestions/diff";
import type { Blocks } from "../../../document-model/suggestions/rows";
import { suggesting as words } from "../../../words/suggestions";
import { blockOf, blocksOf } from "../blocks";
import { label } from "../marks";
import type { Place } from "../places";
import { changeMarks } from "./change-marks";

/** What the edited text is compared with, block by block, and which paragraphs others have changed too. */
type Ground = { blocks: Blocks; byId: ReadonlyMap<string, Block>; torn: ReadonlySet<string> };
type State = { ground: Ground; set: DecorationSet };

const key = new PluginKey<State>("tracked");
const NOTHING: Ground = { blocks: [], byId: new Map(), torn: new Set() };

/**
 * One's own insertions underlined and deletions struck through, as they are made: a key draws its own paragraph anew, and
 * what was split, joined, put in or taken away is drawn when they rest. [G10]
 */
export const Tracked = Extension.create({
  name: "tracked",
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key,
      state: {
        init: () => ({ ground: NOTHING, set: DecorationSet.empty }),
        apply: (tr, state) => {
          const told: Ground | undefined = tr.getMeta(key);
          if (told) return { ground: told, set: drawAll(tr.doc, told) };
          return tr.docChanged ? { ...state, set: drawChanged(tr, state) } : state;
        },
      },
      props: { decorations: (state) => key.getState(state)?.set },
    }),
  ],
});

/** Draws everything anew, against this text. */
export function tellGround(state: EditorState, blocks: Blocks, torn: readonly string[]): Transaction {
  const byId = new Map([...allBlocks({ blocks })].map((block) => [block.id, block]));
  return state.tr.setMeta(key, { blocks, byId, torn: new Set(torn) } satisfies Ground).setMeta("addToHistory", false);
}

function drawAll(doc: PmNode, ground: Ground): DecorationSet {
  const places = new Map<string, Place>();
  doc.descendants((node, pos) => {
    if (node.attrs["id"]) places.set(node.attrs["id"], { pos, node });
    return node.type.name !== "block";
  });
  const marks = changesBetween(ground.blocks, blocksOf(doc)).flatMap((change) => changeMarks(change, places));
  const torn = [...ground.torn].flatMap((id) => {
    const place = places.get(id);
    const said = { class: "suggestion-torn", title: words.conflict };
    const draw = () => label(words.torn, "", words.conflict);
    return place
      ? [
          Decoration.node(place.pos, place.pos + place.node.nodeSize, said),
          Decoration.widget(place.pos + 1, draw, { side: -1, key: `torn|${id}`, ignoreSelection: true }),
        ]
      : [];
  });
  return DecorationSet.create(doc, [...marks, ...torn]);
}

function drawChanged(tr: Transaction, { ground, set }: State): DecorationSet {
  let drawn = set.map(tr.mapping, tr.doc);
  for (const { node, pos } of blocksTouched(tr)) {
    const block = blockOf(node);
    const was = ground.byId.get(block.id);
    drawn = drawn.remove(drawn.find(pos + 1, pos + node.nodeSize - 1, (spec) => spec.isOfWords === true));
    const base = was ? [was] : [];
    const change: Change = { run: { after: null, base, proposed: [block] }, made: [block] };
    drawn = drawn.add(tr.doc, changeMarks(change, new Map([[block.id, { node, pos }]])));
  }
  return drawn;
}

/** Of what was typed; of something large everything is drawn when they rest. */
function blocksTouched(tr: Transaction): Place[] {
  const found = new Map<number, PmNode>();
  tr.mapping.maps.forEach((map, index) => {
    map.forEach((_from, _to, start, end) => {
      const rest = tr.mapping.slice(index + 1);
      const [from, to] = [rest.map(start, -1), rest.map(end, 1)];
      tr.doc.nodesBetween(Math.max(0, from - 1), Math.min(tr.doc.content.size, to + 1), (node, pos) => {
        if (node.type.name === "block") found.set(pos, node);
        return node.type.name !== "block";
      });
    });
  });
  return found.size > MOST ? [] : [...found].map(([pos, node]) => ({ pos, node }));
}

const MOST = 20;
