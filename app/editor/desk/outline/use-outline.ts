import type { Editor } from "@tiptap/core";
import { useCallback } from "react";
import { outline as words } from "../../../words/writing-desk";
import { settledOf } from "../settled";
import { asOneStep } from "../undo-step";
import { moveSection, offsetOf } from "./move-section";
import { placeBeside, type Section, sectionsOf } from "./sections";
import { headingElement } from "./use-sections";

/** What a person does with a heading of the outline: on the text as it is at that moment, whoever has written since. */
export function useOutline(editor: Editor, canWrite: boolean, announce: (said: string) => void) {
  const go = useCallback(
    (section: Section) => {
      const there = found(editor, section);
      if (canWrite && there) {
        const pos = offsetOf(editor.state.doc, there.section.from) + 1;
        editor.chain().setTextSelection(pos).focus(null, { scrollIntoView: false }).run();
      }
      headingElement(editor, section)?.scrollIntoView({ block: "start" });
    },
    [editor, canWrite],
  );
  const move = useCallback(
    (section: Section, before: number | null) => {
      const tr = before === null ? null : moveSection(editor.state, section, before);
      if (!tr) return announce(words.stays(titleOf(section)));
      asOneStep(editor, () => editor.view.dispatch(tr));
      settledOf(editor).settle();
      const now = sectionsOf(editor.state.doc);
      const at = now.findIndex(({ id }) => id === section.id);
      const previous = now[at - 1];
      announce(words.moved(titleOf(section), previous ? titleOf(previous) : null));
    },
    [editor, announce],
  );
  /** Past its neighbour. */
  const step = useCallback(
    (section: Section, by: 1 | -1) => {
      const there = found(editor, section);
      if (there) move(there.section, placeBeside(there.all, there.at, by));
    },
    [editor, move],
  );
  /** Before another heading, or with null to the end. */
  const drop = useCallback(
    (section: Section, before: Section | null) => {
      const there = found(editor, section);
      const target = before ? found(editor, before)?.section.from : editor.state.doc.childCount;
      if (there && target !== undefined) move(there.section, target);
    },
    [editor, move],
  );
  return { go, step, drop };
}

function found({ state: { doc } }: Editor, section: Section) {
  const all = sectionsOf(doc);
  const at = all.findIndex(({ id, from }) => (section.id === null ? from === section.from : id === section.id));
  const there = all[at];
  return there && { section: there, all, at };
}

export function titleOf({ title }: Section): string {
  return title === "" ? words.untitled : title;
}
