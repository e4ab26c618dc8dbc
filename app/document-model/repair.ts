import * as Y from "yjs";
import { isBlockId } from "./block-id";
import { ROOTS } from "./document";
import { copyLinks } from "./links";

/**
 * Gives every block and table an id of its own, and says whether anything had to change. In document order the first
 * holder keeps a doubled id, the next gets a new one and a copy of the links. Run by the server alone: two clients
 * repairing the same doubling would each invent an id. [E4]
 */
export function repairIds(doc: Y.Doc, newId: () => string): boolean {
  const faulty = faultyIds(doc);
  if (faulty.length === 0) return false;
  doc.transact(() => {
    for (const { element, had } of faulty) {
      const id = newId();
      element.setAttribute("id", id);
      if (had) copyLinks(doc, had, id);
    }
  }, "repair");
  return true;
}

/** Whether `repairIds` would change anything; only reads. */
export function needsRepair(doc: Y.Doc): boolean {
  return faultyIds(doc).length > 0;
}

function faultyIds(doc: Y.Doc): { element: Y.XmlElement; had: string | null }[] {
  const seen = new Set<string>();
  const faulty: { element: Y.XmlElement; had: string | null }[] = [];
  for (const element of identified(doc.getXmlFragment(ROOTS.body).toArray())) {
    const id: unknown = element.getAttribute("id");
    if (isBlockId(id) && !seen.has(id)) seen.add(id);
    else faulty.push({ element, had: isBlockId(id) ? id : null });
  }
  return faulty;
}

/** Blocks and tables in document order, those inside cells and inside unknown elements too. */
function* identified(nodes: readonly unknown[]): Generator<Y.XmlElement> {
  for (const node of nodes) {
    if (!(node instanceof Y.XmlElement)) continue;
    if (node.nodeName === "block" || node.nodeName === "table") yield node;
    if (node.nodeName !== "block") yield* identified(node.toArray());
  }
}
