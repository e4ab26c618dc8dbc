import { useEffect } from "react";

/** What stands for words that are about to be commented on. */
export const PENDING = "pending";

/**
 * Words with open comments are drawn by a style sheet that names their threads: a key costs nothing for them, whoever
 * writes, and what comes by the wire is drawn with its words.
 */
export function useHighlights(open: readonly string[], current: string | null): void {
  const ids = open.join();
  useSheet(
    ids === "" ? "" : `${words(ids.split(","))} { background: var(--comment); box-shadow: 0 1px var(--comment-line) }`,
  );
  const shown = current ?? PENDING;
  useSheet(`${words([shown])} { background: var(--comment-now); box-shadow: 0 2px var(--comment-line) }`);
}

function words(ids: readonly string[]): string {
  return `.text :is(${ids.map((id) => `[data-comment="${CSS.escape(id)}"]`).join()})`;
}

function useSheet(rules: string): void {
  useEffect(() => {
    if (rules === "") return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer components { ${rules} }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [rules]);
}
