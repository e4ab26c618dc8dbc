import type { Node as PmNode } from "@tiptap/pm/model";
import { SIGNED } from "../../document-model/signature";

/** Whether nobody has written anything yet: the headings and the signature that a text begins with are nobody's words. */
export function isBlank(doc: PmNode): boolean {
  for (let at = 0; at < doc.childCount; at++) {
    const node = doc.child(at);
    const text = node.textContent.trim();
    if (node.type.name !== "block") return false;
    if (text !== "" && node.attrs["kind"] !== "heading" && !SIGNED.test(text)) return false;
  }
  return true;
}
