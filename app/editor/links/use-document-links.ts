import type { Editor } from "@tiptap/core";
import { useMemo } from "react";
import type * as Y from "yjs";
import type { Target } from "../../document-model/document";
import { countMentions, mentionsOf } from "./earlier";
import { type LinksByBlock, useCurrentBlocks, useLinks, usePresentBlocks } from "./use-links";
import type { Source } from "./use-source";

export type DocumentLinks = {
  links: LinksByBlock;
  present: readonly string[];
  /** What the paragraph of the caret is linked to, as it is in this version; of several selected, what any of them is. */
  current: readonly Target[];
  /** Of several selected: the ids of what only some of them are linked to. */
  partly: ReadonlySet<string>;
  /** How many paragraphs are selected. */
  selected: number;
  counts: ReadonlyMap<string, number>;
};

export function useDocumentLinks(editor: Editor, doc: Y.Doc, source: Source): DocumentLinks {
  const links = useLinks(doc);
  const present = usePresentBlocks(editor);
  const caret = useCurrentBlocks(editor);
  const counts = useMemo(() => countMentions(links, present, source), [links, present, source]);
  return useMemo(() => {
    const ofCaret = caret.flatMap((id) => [...(links.get(id) ?? [])]);
    const current = mentionsOf(ofCaret, source).map(({ target }) => target);
    const inCaret = countMentions(links, caret, source);
    const partly = new Set(current.flatMap(({ id }) => (inCaret.get(id) === caret.length ? [] : [id])));
    return { links, present, current, partly, selected: caret.length, counts };
  }, [links, present, caret, counts, source]);
}
