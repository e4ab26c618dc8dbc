import type { Editor } from "@tiptap/core";
import { memo, useLayoutEffect, useRef } from "react";
import { keepOnSheets } from "../sheets/sheets";

/** Where the editor's text stands on the page. */
export const Paper = memo(function Paper({ editor, className }: { editor: Editor; className: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = editor.view.dom.parentNode;
    const element = place.current;
    if (!element || !drawn) return;
    const stop = keepOnSheets(editor.view.dom);
    if (drawn === element) return stop;
    // With it come the attributes: Tiptap leaves them out of what it draws first when they are a function. While the text
    // stands nowhere the browser need not lay it out for that.
    editor.setOptions({ element });
    hideSelectionFromReact(editor.view.dom);
    element.append(...drawn.childNodes);
    return stop;
  }, [editor]);
  return <div className={className} ref={place} />;
});

/**
 * Whatever React draws anywhere on the page, it first looks where the selection is in the field that has the focus, to set it
 * again: through every paragraph of a long text, at each key that makes it say "Gemmer". It asks only fields that say they
 * can be edited, and nobody but ProseMirror sets the selection of this one.
 */
function hideSelectionFromReact(dom: HTMLElement): void {
  const written = () => dom.getAttribute("contenteditable");
  Object.defineProperty(dom, "contentEditable", {
    configurable: true,
    get: () => (written() === "true" ? "inherit" : (written() ?? "inherit")),
    set: (value: string) => dom.setAttribute("contenteditable", value),
  });
}
