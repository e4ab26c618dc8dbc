import type { Editor } from "@tiptap/core";

/**
 * What a key asks of a part of the page that comes after the text. Whoever presses it before the part is there is not
 * forgotten: it is done when the part comes. [E15]
 */
export type Asked = {
  /** Does it now, or when there is somebody who can. */
  ask: (editor: Editor) => boolean;
  /** From here on there is. Answers how to leave again. */
  answer: (editor: Editor, act: () => boolean) => () => void;
};

export function createAsked(): Asked {
  const answering = new WeakMap<Editor, () => boolean>();
  const waiting = new WeakSet<Editor>();
  return {
    ask: (editor) => {
      const act = answering.get(editor);
      if (act) return act();
      waiting.add(editor);
      return true;
    },
    answer: (editor, act) => {
      answering.set(editor, act);
      if (waiting.delete(editor)) act();
      return () => {
        if (answering.get(editor) === act) answering.delete(editor);
      };
    },
  };
}
