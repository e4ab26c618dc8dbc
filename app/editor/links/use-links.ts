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
          links = linksByBlock(doc);
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
    selector: ({ editor: { state } }) => {
      const ids: string[] = [];
      state.doc.descendants((node) => {
        if (node.type.name === "block" && node.attrs["id"]) ids.push(node.attrs["id"]);
        return node.type.name !== "block";
      });
      return ids;
    },
  });
}
