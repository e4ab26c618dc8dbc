import type { Editor, EditorOptions } from "@tiptap/core";
import { type MutableRefObject, useCallback, useEffect, useRef } from "react";
import { editor as words } from "../words/editor";
import { type Writing, writingExtensions } from "./extensions";
import { showBlock } from "./marked-blocks";
import { useEditor } from "./tiptap/use-editor";

type Options = Writing & { canWrite: boolean; nonce: string | undefined };

/** The Tiptap editor on the live text. Null until the browser has drawn it. */
export function useWriting(options: Options): Editor | null {
  const { canWrite, doc } = options;
  const latest = useRef(options);
  latest.current = options;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another editor
  const editor = useEditor(useCallback(() => optionsOf(latest), [doc]));
  useEffect(() => {
    editor?.setEditable(canWrite, false);
  }, [editor, canWrite]);
  useAddressedBlock(editor);
  return editor;
}

/** What the extensions call is always what the page means now. */
function optionsOf(latest: MutableRefObject<Options>): Partial<EditorOptions> {
  return {
    injectNonce: latest.current.nonce,
    editable: latest.current.canWrite,
    extensions: writingExtensions({
      ...latest.current,
      isKnownTarget: (target) => latest.current.isKnownTarget(target),
      center: () => latest.current.center(),
      onTrigger: (by) => latest.current.onTrigger(by),
      onBroken: (error) => latest.current.onBroken(error),
    }),
    editorProps: {
      // The caret never hides under the bars at the top and at the foot.
      scrollThreshold: { top: 120, bottom: 64, left: 0, right: 0 },
      scrollMargin: { top: 132, bottom: 84, left: 0, right: 0 },
      attributes: () => ({
        role: "textbox",
        "aria-multiline": "true",
        "aria-readonly": String(!latest.current.canWrite),
        "aria-label": words.text,
        class: "text",
        lang: "da",
        spellcheck: "true",
      }),
    },
  };
}

/** `#b-<id>` in the address leads to that paragraph, at once and whenever it changes. */
function useAddressedBlock(editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return;
    const show = () => {
      if (location.hash.startsWith("#b-")) showBlock(editor.view, location.hash.slice(3));
    };
    const frame = requestAnimationFrame(show);
    window.addEventListener("hashchange", show);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("hashchange", show);
    };
  }, [editor]);
}
