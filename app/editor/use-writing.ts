import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import { editor as words } from "../words/editor";
import { type Writing, writingExtensions } from "./extensions";
import { showBlock } from "./marked-blocks";

type Options = Writing & { canWrite: boolean; nonce: string | undefined };

/** The Tiptap editor on the live text. Null until the browser has drawn it. */
export function useWriting(options: Options): Editor | null {
  const { canWrite, nonce } = options;
  // The extensions are made once; what they call is always what the page means now.
  const latest = useRef(options);
  latest.current = options;
  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectNonce: nonce,
    editable: canWrite,
    extensions: writingExtensions({
      ...options,
      isKnownTarget: (target) => latest.current.isKnownTarget(target),
      center: () => latest.current.center(),
      onTrigger: (by) => latest.current.onTrigger(by),
      onBroken: (error) => latest.current.onBroken(error),
    }),
    editorProps: {
      // The caret never hides under the bars at the top.
      scrollThreshold: { top: 120, bottom: 32, left: 0, right: 0 },
      scrollMargin: { top: 132, bottom: 48, left: 0, right: 0 },
      attributes: () => ({
        role: "textbox",
        "aria-multiline": "true",
        "aria-readonly": String(!latest.current.canWrite),
        "aria-label": words.text,
        class: "text",
        lang: "da",
      }),
    },
  });
  useEffect(() => {
    editor?.setEditable(canWrite, false);
  }, [editor, canWrite]);
  useAddressedBlock(editor);
  return editor;
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
