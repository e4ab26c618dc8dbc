import * as Y from "yjs";
import { isBlockId } from "./block-id";
import { ROOTS } from "./document";
import { addLink, linksByBlock } from "./links";

/** Links copied at once, more than any text has: a forged one could double so many that nobody could open it again. */
const COPIED = 10_000;

/**
 * Gives every block and table an id of its own, and says whether anything had to change. In document order the first
 * holder keeps a doubled id, the next gets a new one and a copy of the links. Run by the server alone: two clients
 * repairing the same doubling would each invent an id. [E4]
 */
export function repairIds(doc: Y.Doc, newId: () => string): boolean {
  const faulty = faultyIds(doc);
  if (faulty.length === 0) return false;
  const links = linksByBlock(doc);
  let left = COPIED;
  doc.transact(() => {
    for (const { element, had } of faulty) {
      const id = newId();
      element.setAttribute("id", id);
      const copied = ((had && links.get(had)) || []).slice(0, left);
      left -= copied.length;
      for (const link of copied) addLink(doc, id, link);
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
