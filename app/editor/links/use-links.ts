import type { Node as PmNode } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import { useMemo, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import type { Link } from "../../document-model/document";
import { linkMap, linksByBlock } from "../../document-model/links";
import { selectedBlocks } from "../schema/block-keys";

export type LinksByBlock = ReadonlyMap<string, readonly Link[]>;

/** All links of the document, read anew when one changes. */
export function useLinks(doc: Y.Doc): LinksByBlock {
  const store = useMemo(() => {
    let links: LinksByBlock = linksByBlock(doc);
    return {
      get: () => links,
      subscribe: (listener: () => void) => {
        const map = linkMap(doc);
        const changed = () => {
          links = keepSame(links, linksByBlock(doc));
          listener();
        };
        changed();
        map.observe(changed);
        return () => map.unobserve(changed);
      },
    };
  }, [doc]);
  return useSyncExternalStore(store.subscribe, store.get);
}

/** What has stayed as it was stays the same array, so that only the margin's changed groups are drawn again. */
function keepSame(before: LinksByBlock, now: LinksByBlock): LinksByBlock {
  const kept = new Map(now);
  for (const [blockId, links] of now) {
    const known = before.get(blockId);
    if (known && JSON.stringify(known) === JSON.stringify(links)) kept.set(blockId, known);
  }
  return kept;
}

/** The ids of the paragraphs that the selection touches: one when there is only a caret. */
export function useCurrentBlocks(editor: Editor): readonly string[] {
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) =>
      selectedBlocks(state).flatMap(({ node }): string[] => (node.attrs["id"] ? [node.attrs["id"]] : [])),
  });
}

/** The ids of all paragraphs there are, in order: a link of a paragraph that is gone is not shown or counted. */
export function usePresentBlocks(editor: Editor): readonly string[] {
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => blockIds(state.doc),
  });
}

const known = new WeakMap<PmNode, readonly string[]>();

/** Asked for at every step of the caret: the same text is read once. */
function blockIds(doc: PmNode): readonly string[] {
  const found = known.get(doc);
  if (found) return found;
  const ids: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === "block" && node.attrs["id"]) ids.push(node.attrs["id"]);
    return node.type.name !== "block";
  });
  known.set(doc, ids);
  return ids;
}
