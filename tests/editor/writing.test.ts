import type { Node as PmNode } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { ROOTS } from "../../app/document-model/document";
import { write } from "../../app/editor/binding/write";
import { type Random, seeded } from "../sync/random";
import { schema } from "./headless-page";
import { seedOf } from "./words";

const SEEDS = 60;
const STEPS = 40;

/** One text in a Y.Doc, and how the editor has drawn it: the same numbers give the same doc. */
function world() {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedOf("En.", "To [a].", "", "Fire, og mere.", "Fem.", "Seks.", "Fem."));
  doc.clientID = 7;
  const type = doc.getXmlFragment(ROOTS.body);
  const drawn = initProseMirrorDoc(type, schema);
  return { target: { doc, type, mapping: drawn.mapping, isOMark: new Map() }, text: drawn.doc };
}

const block = (id: string, text: string) =>
  schema.node("block", { id, kind: "paragraph", level: 0 }, text ? [schema.text(text)] : []);

function table(id: string): PmNode {
  const cell = (text: string) => schema.node("tableCell", null, [block(`${id}-${text}`, text)]);
  const row = schema.node("tableRow", null, [cell("venstre"), cell("hojre")]);
  return schema.node("table", { id }, [row]);
}

/** Something that a person, a command or a paste might do; the very same for the same numbers. */
function change(random: Random, text: PmNode, name: string): Transaction {
  const { tr } = EditorState.create({ doc: text });
  const from = random.below(text.childCount);
  const starts: number[] = [];
  text.forEach((_, offset) => {
    starts.push(offset);
  });
  const start = starts[from] ?? 0;
  const node = text.child(from);
  const to = Math.min(text.childCount - 1, from + random.below(3));
  const end = (starts[to] ?? 0) + text.child(to).nodeSize;
  const isBlock = node.type.name === "block";
  switch (random.below(9)) {
    case 0:
      return isBlock ? tr.insertText("nyt ", start + 1 + random.below(node.content.size + 1)) : tr;
    case 1:
      return isBlock ? tr.split(start + 1 + random.below(node.content.size + 1)) : tr;
    case 2:
      return text.childCount > 3 ? tr.delete(start, end) : tr;
    case 3:
      return isBlock && from > 0 && text.child(from - 1).type === node.type ? tr.join(start) : tr;
    case 4:
      return tr.insert(start, [block(name, "Nyt afsnit."), block(`${name}b`, "")]);
    case 5:
      return tr.insert(end, table(name));
    case 6: {
      const moved = text.slice(start, end).content;
      return tr.delete(start, end).insert(random.below(2) ? 0 : tr.doc.content.size, moved);
    }
    case 7:
      return isBlock ? tr.setNodeAttribute(start, "kind", random.oneOf(["heading", "paragraph"])) : tr;
    default:
      // A copy has an id of its own by the time it is written.
      return tr.insert(tr.doc.content.size, node.type.create({ ...node.attrs, id: name }, node.content));
  }
}

test("[E31] what is written of a text is what comparing the whole of it would have written", () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const [ours, theirs] = [world(), world()];
    const [one, other] = [seeded(seed), seeded(seed)];
    for (let step = 0; step < STEPS; step += 1) {
      const apply = (random: Random, text: PmNode) => {
        let next = change(random, text, `blok-${step}`).doc;
        if (random.below(4) === 0) next = change(random, next, `blok-${step}-2`).doc;
        return next;
      };
      ours.text = apply(one, ours.text);
      theirs.text = apply(other, theirs.text);
      ours.target.doc.transact(() => write(ours.target, ours.text));
      const { doc, type } = theirs.target;
      doc.transact(() => updateYFragment(doc, type, theirs.text, theirs.target));
      const [written, wished] = [ours.target.doc, doc].map((one) => Buffer.from(Y.encodeStateAsUpdate(one)));
      expect(written?.equals(wished ?? Buffer.of()), `seed ${seed}, step ${step}`).toBe(true);
      const { type: own, mapping } = ours.target;
      expect(own.toArray().every((element, at) => mapping.get(element) === ours.text.child(at))).toBe(true);
      expect([...mapping.keys()].every((key) => key instanceof Y.AbstractType)).toBe(true);
    }
    expect(initProseMirrorDoc(ours.target.type, schema).doc.eq(ours.text)).toBe(true);
  }
}, 60_000);
