import type { Editor } from "@tiptap/react";
import { useMemo, useState } from "react";
import type * as Y from "yjs";
import type { CenterRow } from "../../../server/consultations/shapes";
import type { ResponsePage } from "../../../server/responses/shapes";
import type { Target } from "../../document-model/document";
import { byTarget, labelOf } from "./label";
import { createLinker, type Linker } from "./linker";
import { type LinksByBlock, useCurrentBlocks, useLinks, usePresentBlocks } from "./use-links";

/** What the page says of the source: its clauses by id, the viewer's own, and itself as a target. */
export function useSource(page: ResponsePage) {
  return useMemo(
    () => ({
      clauses: new Map<string, ResponsePage["clauses"][number]>(page.clauses.map((clause) => [clause.id, clause])),
      inOrder: page.clauses,
      centers: page.centers,
      sourceTitle: page.consultation.sourceTitle,
      mine: new Set<string>(page.mine),
      whole: { kind: "source", id: page.consultation.versionId } satisfies Target as Target,
    }),
    [page],
  );
}

export type Source = ReturnType<typeof useSource>;

export function isKnownTarget(source: Source, target: Target): boolean {
  return target.kind === "source" ? target.id === source.whole.id : source.clauses.has(target.id);
}

export type LinkAs = { centers: readonly CenterRow[]; chosen: string | null; choose: (center: string) => void };

/** On whose behalf links are made: the first of one's own centers until another is chosen. */
export function useLinkAs(page: ResponsePage): LinkAs {
  const [chosen, choose] = useState<string | null>(page.linkAs[0] ?? null);
  return useMemo(() => {
    const own: readonly string[] = page.linkAs;
    return { centers: page.centers.filter(({ id }) => own.includes(id)), chosen, choose };
  }, [page, chosen]);
}

export type DocumentLinks = {
  links: LinksByBlock;
  present: readonly string[];
  /** What the paragraph of the caret is linked to. */
  current: readonly Target[];
  counts: ReadonlyMap<string, number>;
};

export function useDocumentLinks(editor: Editor, doc: Y.Doc): DocumentLinks {
  const links = useLinks(doc);
  const present = usePresentBlocks(editor);
  const caret = useCurrentBlocks(editor);
  const counts = useMemo(() => countTargets(links, present), [links, present]);
  return useMemo(() => {
    const current = byTarget(caret.flatMap((id) => [...(links.get(id) ?? [])])).map(({ target }) => target);
    return { links, present, current, counts };
  }, [links, present, caret, counts]);
}

function countTargets(links: LinksByBlock, present: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const blockId of present) {
    for (const { target } of byTarget(links.get(blockId) ?? []))
      counts.set(target.id, (counts.get(target.id) ?? 0) + 1);
  }
  return counts;
}

export function useLinker(
  editor: Editor,
  doc: Y.Doc,
  source: Source,
  center: string | null,
  announce: (message: string) => void,
): Linker {
  return useMemo(
    () => createLinker({ doc, editor, center, announce, labelOf: (target) => labelOf(target, source.clauses) }),
    [doc, editor, center, announce, source],
  );
}
