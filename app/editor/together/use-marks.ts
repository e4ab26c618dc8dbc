import { useEffect } from "react";
import type { ChangedBlock } from "../../../server/visits/shapes";

/** Bars beside paragraphs, by a style sheet of their own: a key and a remote update cost nothing for them. */
export function useMarks(blocks: readonly ChangedBlock[]): void {
  useEffect(() => {
    if (blocks.length === 0) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rulesFor(blocks));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [blocks]);
}

/** In the layer of the components, so that the bar of the caret's own paragraph goes before. */
function rulesFor(blocks: readonly ChangedBlock[]): string {
  const one = ({ id }: ChangedBlock) => `[data-block-id="${CSS.escape(id)}"]`;
  const of = (some: readonly ChangedBlock[]) => `.text :is(${some.map(one).join(",")})`;
  const fresh = blocks.filter(({ isNew }) => isNew);
  return `@layer components {
    ${of(blocks)} { position: relative }
    ${of(blocks)}::after { position: absolute; inset: 0 auto 0 calc(-1 * var(--space-4) + 0.25rem); width: 3px;
      background: var(--changed-block); content: "" }
    ${fresh.length > 0 ? `${of(fresh)}::after { background: var(--new-block) }` : ""}
  }`;
}
