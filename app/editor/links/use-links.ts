import type { Editor } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { useMemo, useRef, useSyncExternalStore } from "react";
import type * as Y from "yjs";
import type { Link } from "../../document-model/document";
import { linkMap, linksByBlock } from "../../document-model/links";
import { useEditorState } from "../tiptap/use-editor-state";
import { meantBlocks } from "./meant-blocks";

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

/** The ids of the paragraphs that the selection means: one when there is only a caret. */
export function useCurrentBlocks(editor: Editor): readonly string[] {
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => meantBlocks(state),
  });
}

/** The ids of all paragraphs there are, in order: a link of a paragraph that is gone is not shown or counted. */
export function usePresentBlocks(editor: Editor): readonly string[] {
  const last = useRef<Present | null>(null);
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      last.current = presentIn(state.doc, last.current);
      return last.current.ids;
    },
  });
}

type Present = { doc: PmNode; ids: readonly string[] };

/** Asked for at every key: as long as no paragraph comes, goes or moves, the list is the one there was. */
export function presentIn(doc: PmNode, last: Present | null): Present {
  if (last && hasSameBlocks(doc, last.doc)) return { doc, ids: last.ids };
  const ids: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === "block" && node.attrs["id"]) ids.push(node.attrs["id"]);
    return node.type.name !== "block";
  });
  return { doc, ids };
}

/** What was not changed is the very same node; of the one that was typed in, the id is compared. */
function hasSameBlocks(now: PmNode, before: PmNode): boolean {
  if (now.childCount !== before.childCount) return false;
  for (let at = 0; at < now.childCount; at++) {
    const [one, other] = [now.child(at), before.child(at)];
    if (one === other) continue;
    if (one.type.name !== "block" || other.type.name !== "block" || one.attrs["id"] !== other.attrs["id"]) return false;
  }
  return true;
}
