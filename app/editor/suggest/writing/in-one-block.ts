import type { Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";

/** Letters put in or taken away within one paragraph, as at nearly every key: no block has come, gone or become another. */
export function isInOneBlock(tr: Transaction): boolean {
  return tr.steps.every((step, index) => {
    if (!(step instanceof ReplaceStep)) return false;
    const { slice, from, to } = step;
    if (slice.openStart > 0 || slice.openEnd > 0 || !slice.content.content.every((node) => node.isInline)) return false;
    const $from = tr.docs[index]?.resolve(from);
    return $from?.parent.isTextblock === true && to <= $from.end();
  });
}
