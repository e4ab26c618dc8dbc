import type { Editor } from "@tiptap/core";
import { useEffect, useMemo } from "react";
import type * as Y from "yjs";
import { persistently } from "../../components/later";
import { whenIdle } from "../../components/when-idle";
import { templates as words } from "../../words/templates";
import type { LinkAs, Source } from "../links/use-source";
import { type Ground, partsOf, TEMPLATES, type TemplateId } from "./parts";

export type Template = { id: TemplateId; label: string; onUse: () => void };

type Given = { editor: Editor; doc: Y.Doc; source: Source; linkAs: LinkAs; announce: (message: string) => void };

const writer = () => import("./insert-template");

/** The templates that have something to put in for the chosen center. */
export function useTemplates({ editor, doc, source, linkAs, announce }: Given): readonly Template[] {
  // Asked for before anybody presses: the line may be away by then.
  useEffect(
    () =>
      persistently(
        () => whenIdle().then(writer),
        () => {},
      ),
    [],
  );
  return useMemo(() => {
    const ground = groundOf(source, linkAs);
    return TEMPLATES.filter((id) => partsOf(id, ground).length > 0).map((id) => ({
      id,
      label: words.names[id],
      onUse: () =>
        void persistently(writer, ({ insertTemplate }) =>
          announce(insertTemplate({ editor, doc, center: linkAs.chosen }, id, ground)),
        ),
    }));
  }, [editor, doc, source, linkAs, announce]);
}

function groundOf(source: Source, { centers, chosen }: LinkAs): Ground {
  const from = centers.find(({ id }) => id === chosen)?.name ?? null;
  return { from, sourceTitle: source.sourceTitle, clauses: source.inOrder, mine: source.mine };
}
