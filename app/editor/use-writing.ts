import { type Editor, useEditor } from "@tiptap/react";
import { type MutableRefObject, useEffect, useMemo, useRef } from "react";
import { editor as words } from "../words/editor";
import { type Writing, writingExtensions } from "./extensions";
import { showBlock } from "./marked-blocks";

type Options = Writing & { canWrite: boolean; nonce: string | undefined };

/** The Tiptap editor on the live text. Null until the browser has drawn it. */
export function useWriting(options: Options): Editor | null {
  const { canWrite, doc } = options;
  const latest = useRef(options);
  latest.current = options;
  // Once: with each set of extensions comes a history that listens to the text for as long as there is a text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another editor
  const made = useMemo(() => optionsOf(latest), [doc]);
  // Without dependencies Tiptap would set the same options, and draw, whenever the page says "saved".
  const editor = useEditor(made, [doc]);
  useEffect(() => {
    editor?.setEditable(canWrite, false);
  }, [editor, canWrite]);
  useAddressedBlock(editor);
  return editor;
}

/** What the extensions call is always what the page means now. */
function optionsOf(latest: MutableRefObject<Options>) {
  return {
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
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
  } as const;
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
