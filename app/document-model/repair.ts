import * as Y from "yjs";
import { isBlockId } from "./block-id";
import { ROOTS } from "./document";
import { missedLinks, needlessHeirs } from "./heirs";
import { addLink, linkMap, linksByBlock } from "./links";

/** Links copied at once, more than any text has: a forged one could double so many that nobody could open it again. */
const COPIED = 10_000;

/**
 * Gives every block and table an id of its own and brings links after the text that they were given to, and says whether
 * anything had to change. In document order the first holder keeps a doubled id, the next gets a new one and a copy of the
 * links. Run by the server alone: two clients repairing the same doubling would each invent an id. [E4] [L13]
 */
export function repairIds(doc: Y.Doc, newId: () => string): boolean {
  const isMended = giveIds(doc, newId);
  return followHeirs(doc) || isMended;
}

function giveIds(doc: Y.Doc, newId: () => string): boolean {
  const { faulty } = idsIn(doc);
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

/** Mends the ids and answers the update that says so, or null when there was nothing to mend. [E4] */
export function repairUpdate(doc: Y.Doc, newId: () => string): Uint8Array | null {
  const before = Y.encodeStateVector(doc);
  return repairIds(doc, newId) ? Y.encodeStateAsUpdate(doc, before) : null;
}

/** Whether `repairIds` would change anything; only reads. */
export function needsRepair(doc: Y.Doc): boolean {
  const { faulty, seen } = idsIn(doc);
  return faulty.length > 0 || needlessHeirs(doc, seen).length > 0 || missedLinks(doc, seen).length > 0;
}

/** Links that were given to a paragraph while it was joined to another. [L13] */
function followHeirs(doc: Y.Doc): boolean {
  const { seen } = idsIn(doc);
  const needless = needlessHeirs(doc, seen);
  const missed = missedLinks(doc, seen);
  if (needless.length === 0 && missed.length === 0) return false;
  doc.transact(() => {
    for (const key of needless) linkMap(doc).delete(key);
    for (const { key, value } of missed.slice(0, COPIED)) linkMap(doc).set(key, value);
  }, "repair");
  return true;
}

type Faulty = { element: Y.XmlElement; had: string | null };

function idsIn(doc: Y.Doc): { faulty: Faulty[]; seen: ReadonlySet<string> } {
  const seen = new Set<string>();
  const faulty: Faulty[] = [];
  for (const element of identified(doc.getXmlFragment(ROOTS.body).toArray())) {
    const id: unknown = element.getAttribute("id");
    if (isBlockId(id) && !seen.has(id)) seen.add(id);
    else faulty.push({ element, had: isBlockId(id) ? id : null });
  }
  return { faulty, seen };
}

/** Blocks and tables in document order, those inside cells and inside unknown elements too. */
function* identified(nodes: readonly unknown[]): Generator<Y.XmlElement> {
  for (const node of nodes) {
    if (!(node instanceof Y.XmlElement)) continue;
    if (node.nodeName === "block" || node.nodeName === "table") yield node;
    if (node.nodeName !== "block") yield* identified(node.toArray());
  }
}
