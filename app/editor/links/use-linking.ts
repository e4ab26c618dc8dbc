import type { Editor } from "@tiptap/core";
import { useMemo } from "react";
import type * as Y from "yjs";
import { useSaying } from "./answers/use-saying";
import { useClauseDrag } from "./drag/clause-drag";
import { createLinker } from "./linker";
import { useOffer } from "./offer/use-offer";
import { useDocumentLinks } from "./use-document-links";
import { useRecent } from "./use-recent";
import type { LinkAs, Source } from "./use-source";

type Given = {
  editor: Editor;
  doc: Y.Doc;
  source: Source;
  linkAs: LinkAs;
  canWrite: boolean;
  announce: (message: string) => void;
};

/** Everything with which a person links: who only reads has the links, and no linker. */
export function useLinking({ editor, doc, source, linkAs, canWrite, announce }: Given) {
  const found = useDocumentLinks(editor, doc, source);
  const { recent, use } = useRecent(source.whole.id);
  const center = linkAs.chosen;
  const linker = useMemo(
    () =>
      canWrite ? createLinker({ doc, editor, center, announce, source, onUse: (target) => use(target.id) }) : null,
    [doc, editor, center, announce, source, canWrite, use],
  );
  const offered = useOffer({ editor, links: found.links, source, center, linker, announce });
  const { carried, grab } = useClauseDrag(editor, linker);
  const saying = useSaying({ editor, source, center, linker, links: found.links, present: found.present, announce });
  return { found, recent, linker, offered, carried, grab, saying };
}
