import { Fragment, type Node as PmNode, Slice } from "@tiptap/pm/model";
import { linksByBlock } from "../../../app/document-model/links";
import { type Common, type Deed, newMark, putCaret, selectSome, someBlock } from "./common";
import { marksIn } from "./ledger";
import type { Person } from "./person";

export const cut: Deed = (person, common) => {
  selectSome(person, common);
  if (person.state.selection.empty) return;
  noteWords(person, common);
  common.clipboards.set(person, { slice: person.cut(), isCut: true });
};

/** Some words out of one paragraph are no paragraph, and take no links along. [E5] */
function noteWords(person: Person, { ledger, words }: Common): void {
  const { content } = person.copied();
  const only = content.childCount === 1 ? content.firstChild : null;
  if (only?.type.name !== "block" || only.attrs["id"] !== null) return;
  for (const mark of marksIn(only.textContent)) {
    ledger.forget(mark);
    words.add(mark);
  }
}

export const copy: Deed = (person, common) => {
  selectSome(person, common, "whole");
  if (person.state.selection.empty) return;
  common.clipboards.set(person, { slice: person.copied(), isCut: false });
};

export const paste: Deed = (person, common) => {
  const clip = common.clipboards.get(person);
  if (!clip) return;
  if (common.random.below(3) > 0) putCaret(person, common, common.random.oneOf(["start", "end"]));
  else putCaret(person, common);
  person.paste(clip.isCut ? clip.slice : asCopy(clip.slice, person, common));
  // The next time it is another copy.
  common.clipboards.set(person, { ...clip, isCut: false });
};

/** The copy is another text: it gets marks of its own, and must have the links that the text has which it was copied from. */
function asCopy(slice: Slice, person: Person, common: Common): Slice {
  const links = linksByBlock(person.doc);
  const { ledger } = common;
  const marked = (node: PmNode): PmNode => {
    if (node.type.name !== "block") return node.copy(mapped(node.content, marked));
    const marks = new Map(marksIn(node.textContent).map((mark) => [mark, newMark(common)]));
    ledger.copied(marks, links.get(node.attrs["id"]) ?? []);
    return node.copy(mapped(node.content, (text) => withMarks(text, marks)));
  };
  return new Slice(mapped(slice.content, marked), slice.openStart, slice.openEnd);
}

function mapped(content: Fragment, change: (node: PmNode) => PmNode): Fragment {
  return Fragment.fromArray(content.content.map(change));
}

function withMarks(node: PmNode, marks: ReadonlyMap<string, string>): PmNode {
  if (!node.isText || !node.text) return node;
  return node.type.schema.text([...node.text].map((sign) => marks.get(sign) ?? sign).join(""), node.marks);
}

export const drag: Deed = (person, common) => {
  selectSome(person, common, common.random.below(3) > 0 ? "whole" : undefined);
  if (person.state.selection.empty) return;
  const target = someBlock(person, common);
  noteWords(person, common);
  person.drag(target.pos + common.random.below(target.node.nodeSize + 1));
};
