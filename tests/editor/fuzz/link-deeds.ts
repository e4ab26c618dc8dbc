import { type Link, STANCES, type Target } from "../../../app/document-model/document";
import { addLink, linkMap, linksByBlock, removeLink, setStance } from "../../../app/document-model/links";
import { type Common, type Deed, marksHere, putCaret } from "./common";
import { keyOf, marksIn } from "./ledger";
import type { Person } from "./person";

const CENTERS = ["cccccccc-cccc-4ccc-8ccc-cccccccccccc", "dddddddd-dddd-4ddd-8ddd-dddddddddddd"] as const;

export const link: Deed = (person, common) => {
  const { random, counts, ledger } = common;
  putCaret(person, common);
  counts.targets += 1;
  const id = `00000000-0000-4000-8000-${String(counts.targets).padStart(12, "0")}`;
  const kind: Target["kind"] = random.below(8) === 0 ? "source" : "clause";
  const made: Link = { kind, id, center: random.oneOf(CENTERS) };
  const marks = marksHere(person, common);
  const to = person.link((blockId) => addLink(person.doc, blockId, made));
  if (to) ledger.given(made, marks, to);
};

function linksHere(person: Person): readonly Link[] {
  return linksByBlock(person.doc).get(person.currentBlock?.id ?? "") ?? [];
}

export const unlink: Deed = (person, common) => {
  putCaret(person, common);
  const links = linksHere(person);
  if (links.length === 0) return;
  const gone = common.random.oneOf(links);
  common.ledger.taken(gone, marksHere(person, common));
  person.link((blockId) => removeLink(person.doc, blockId, gone, gone.center));
};

/** Once for each link; who says something else of it has taken back what was said. */
export const say: Deed = (person, common) => {
  putCaret(person, common);
  const links = linksHere(person);
  if (links.length === 0) return;
  const about = common.random.oneOf(links);
  const stance = common.random.oneOf(STANCES);
  const everywhere = linksByBlock(person.doc);
  const isSaid = [...everywhere.values()].flat().some((one) => keyOf(one) === keyOf(about) && one.stance);
  if (isSaid) return;
  const marks = marksHere(person, common);
  const to = person.link((blockId) => setStance(person.doc, blockId, about, stance));
  if (to) common.ledger.said(about, marks, to, stance);
};

export const undo: Deed = (person, common) => takeBack(person, common, "Mod-z");
export const redo: Deed = (person, common) => takeBack(person, common, "Mod-y");

/** Who takes back their own linking, or brings back that they took a link away, has removed it. */
function takeBack(person: Person, { ledger }: Common, keys: string): void {
  const before = linksByBlock(person.doc);
  let isLinkingAlone = false;
  const popped = ({ changedParentTypes }: { changedParentTypes: Map<unknown, unknown> }) => {
    const touched = [...changedParentTypes.keys()];
    isLinkingAlone = touched.length > 0 && touched.every((one) => one === linkMap(person.doc));
  };
  person.undoManager.on("stack-item-popped", popped as never);
  person.press(keys);
  person.undoManager.off("stack-item-popped", popped as never);
  if (!isLinkingAlone) return;
  const after = linksByBlock(person.doc);
  for (const { node, id } of person.blocks) {
    const marks = marksIn(node.textContent);
    const [had, has] = [before.get(id ?? "") ?? [], after.get(id ?? "") ?? []];
    for (const one of had) {
      const now = has.find((other) => keyOf(other) === keyOf(one));
      if (!now) ledger.taken(one, marks);
      else if (now.stance !== one.stance) ledger.taken(one, marks, "stance");
    }
    for (const one of has) if (!had.some((other) => keyOf(other) === keyOf(one))) ledger.given(one, marks, id);
  }
}
