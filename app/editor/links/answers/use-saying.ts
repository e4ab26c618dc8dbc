import type { Editor } from "@tiptap/core";
import { useMemo, useRef } from "react";
import type { Stance, Target } from "../../../document-model/document";
import { linksTo } from "../earlier";
import type { Linker } from "../linker";
import { meantBlocks } from "../meant-blocks";
import { stancesOn } from "../stances";
import type { DocumentLinks } from "../use-document-links";
import type { Source } from "../use-source";
import type { Saying } from "./row-stance";

type Given = Pick<DocumentLinks, "links" | "present"> & {
  editor: Editor;
  source: Source;
  center: string | null;
  linker: Linker | null;
  announce: (message: string) => void;
};

/** Asked only when somebody opens the choice on a row: nothing here is kept up to date while people write. */
export function useSaying(given: Given): Saying {
  const latest = useRef(given);
  latest.current = given;
  const { center, announce } = given;
  return useMemo(
    () => ({
      center,
      announce,
      stanceOn: (targetId) => stanceOn(latest.current, clause(targetId)),
      declare: (targetId, stance) => latest.current.linker?.declare(clause(targetId), stance),
      written: (targetId) => written(latest.current, clause(targetId)),
    }),
    [center, announce],
  );
}

function clause(id: string): Target {
  return { kind: "clause", id };
}

/** When all selected paragraphs have the same. */
function stanceOn({ editor, links, source, center }: Given, target: Target): Stance | null {
  const [first, ...others] = meantBlocks(editor.state).map(
    (blockId) => stancesOn(target, links.get(blockId) ?? [], source).get(center ?? "") ?? null,
  );
  return first && others.every((one) => one === first) ? first : null;
}

function written({ links, present, source, center }: Given, target: Target): number {
  if (!center) return 0;
  return present.filter((blockId) => linksTo(target, links.get(blockId) ?? [], source, center).length > 0).length;
}
