import { expect, test } from "vitest";
import * as Y from "yjs";
import { type Link, ROOTS, STANCES, type Stance } from "../../app/document-model/document";
import { leaveHeir } from "../../app/document-model/heirs";
import { addLink, copyLinks, linkKey, linkMap, removeLink, setStance } from "../../app/document-model/links";
import { WireError } from "../../app/document-model/wire";
import { updateOf, writeParagraph } from "../../tests/sync/document";
import { decodeStateVector, decodeUpdate } from "./decode-update";
import { inspect as inspectFrom, type Known, type Sender } from "./inspect";
import { LIMITS } from "./limits";
import { Waiting } from "./waiting";

type Case = Known & Pick<Sender, "mayLinkAs">;

function known(doc = new Y.Doc(), mayLinkAs: Sender["mayLinkAs"] = () => true): Case {
  return { doc, clocks: Y.decodeStateVector(Y.encodeStateVector(doc)), waiting: new Waiting(), mayLinkAs };
}

/** As sent by the page whose client id has something new in it. */
function inspect(update: Uint8Array, given: Case) {
  return inspectFrom(update, given, { clientId: newIn(update, given), mayLinkAs: given.mayLinkAs });
}

function newIn(update: Uint8Array, { clocks }: Known): number {
  if (update.byteLength > LIMITS.update) return 0;
  const isNew = ({ id, length }: { id: Y.ID; length: number }) => id.clock + length > (clocks.get(id.client) ?? 0);
  return decodeUpdate(update).structs.find(isNew)?.id.client ?? 0;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const verdict = (change: (doc: Y.Doc) => void) => {
  const doc = new Y.Doc();
  return inspect(
    updateOf(doc, () => change(doc)),
    known(),
  );
};
const UNKNOWN = { verdict: "refused", code: "unknown-content" };

function inText(change: (text: Y.XmlText) => void) {
  return verdict((doc) => {
    writeParagraph(doc, "para-1", "Tekst");
    change((doc.getXmlFragment(ROOTS.body).get(0) as Y.XmlElement).get(0) as Y.XmlText);
  });
}

test("[W2] what the editor writes is new, and known once it is in", () => {
  const doc = new Y.Doc();
  const update = updateOf(doc, () => {
    writeParagraph(doc, "para-1", "Tekst");
    addLink(doc, "para-1", { kind: "clause", id: crypto.randomUUID(), center: crypto.randomUUID() });
  });
  const judged = inspect(update, known());
  expect(judged).toMatchObject({ verdict: "new" });
  expect(judged.verdict === "new" && judged.clock).toBe(Y.getState(doc.store, doc.clientID));
  expect(inspect(update, known(doc))).toEqual({ verdict: "known" });
  expect(inText((text) => text.format(0, 2, { bold: {}, link: { href: "https://example.dk" } })).verdict).toBe("new");
});

test("[W2] an update whose ground is missing is a gap: earlier text, a parent, a deletion of what never was", () => {
  const doc = new Y.Doc();
  updateOf(doc, () => writeParagraph(doc, "para-1", "Først"));
  const second = updateOf(doc, () => writeParagraph(doc, "para-2", "Så"));
  expect(inspect(second, known()).verdict).toBe("gap");
  const other = copyOf(doc);
  const child = updateOf(other, () =>
    (other.getXmlFragment(ROOTS.body).get(0) as Y.XmlElement).setAttribute("kind", "quote"),
  );
  expect(inspect(child, known()).verdict).toBe("gap");
  const deletion = updateOf(other, () => other.getXmlFragment(ROOTS.body).delete(0, 1));
  expect(inspect(deletion, known()).verdict).toBe("gap");
  expect(inspect(deletion, known(doc)).verdict).toBe("gap");
  expect(inspect(Y.mergeUpdates([child, deletion]), known(doc)).verdict).toBe("new");
});

test("[W2] a deletion that the room has already made is no news, a new one is", () => {
  const doc = new Y.Doc();
  writeParagraph(doc, "para-1", "Først");
  writeParagraph(doc, "para-2", "Så");
  const before = copyOf(doc);
  doc.getXmlFragment(ROOTS.body).delete(0, 1);
  const deletions = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc));
  expect(inspect(deletions, known(before)).verdict).toBe("new");
  expect(inspect(deletions, known(doc)).verdict).toBe("known");
});

test("[W2] roots, links, elements, marks and addresses that are not ours are refused", () => {
  expect(verdict((doc) => doc.getText("notes").insert(0, "x"))).toEqual(UNKNOWN);
  expect(verdict((doc) => doc.getMap(ROOTS.links).set("para-1|clause|x|y", true))).toEqual(UNKNOWN);
  expect(verdict((doc) => doc.getMap(ROOTS.links).set("para-1|joined|x", true))).toEqual(UNKNOWN);
  expect(verdict((doc) => leaveHeir(doc, "para-1", "para-2"))).toMatchObject({ verdict: "new" });
  const key = `para-1|clause|${crypto.randomUUID()}|${crypto.randomUUID()}`;
  const valued = (value: unknown) => verdict((doc) => doc.getMap(ROOTS.links).set(key, value));
  for (const value of ["yes", false, null, 1, "Support", ["support"], { stance: "support" }])
    expect(valued(value), JSON.stringify(value)).toEqual(UNKNOWN);
  for (const value of [true, ...STANCES]) expect(valued(value).verdict, String(value)).toBe("new");
  expect(verdict((doc) => doc.getArray(ROOTS.links).push([true]))).toEqual(UNKNOWN);
  expect(verdict((doc) => doc.getXmlFragment(ROOTS.body).push([new Y.XmlElement("iframe")]))).toEqual(UNKNOWN);
  expect(verdict((doc) => doc.getXmlFragment(ROOTS.body).push([new Y.XmlElement("toString")]))).toEqual(UNKNOWN);
  expect(inText((text) => text.format(0, 2, { blink: {} }))).toEqual(UNKNOWN);
  expect(inText((text) => text.format(0, 2, { link: { href: "javascript:alert(1)" } }))).toEqual(UNKNOWN);
  expect(inText((text) => text.insertEmbed(0, { image: "x" }))).toEqual(UNKNOWN);
});

test("[W2] too much at once is refused by its size", () => {
  const tooLarge = { verdict: "refused", code: "too-large" };
  expect(inspect(new Uint8Array(LIMITS.update + 1), known())).toEqual(tooLarge);
  expect(inText((text) => text.insert(0, "x".repeat(70_000)))).toEqual(tooLarge);
  expect(inText((text) => text.format(0, 2, { link: { href: `https://${"x".repeat(5000)}` } }))).toEqual(tooLarge);
  const many = (count: number) => (doc: Y.Doc) => {
    for (let index = 0; index < count; index++) writeParagraph(doc, `para-${index}`, "x");
  };
  // A day's work without network comes as one step 2; more than that is no work of a person.
  expect(verdict(many(3_000)).verdict).toBe("new");
  expect(verdict(many(LIMITS.structs / 5))).toEqual(tooLarge);
});

test("[W1] an update or state vector that is cut short or trailed by bytes does not decode", () => {
  const doc = new Y.Doc();
  const update = updateOf(doc, () => writeParagraph(doc, "para-1", "Tekst"));
  for (let length = 0; length < update.length; length++) {
    expect(() => inspect(update.slice(0, length), known()), `cut at ${length}`).toThrow(WireError);
  }
  expect(() => inspect(Uint8Array.of(...update, 0), known())).toThrow(WireError);
  const vector = Y.encodeStateVector(doc);
  expect(decodeStateVector(vector)).toEqual(Y.decodeStateVector(vector));
  expect(() => decodeStateVector(vector.slice(0, -1))).toThrow(WireError);
  expect(() => decodeStateVector(Uint8Array.of(...vector, 0))).toThrow(WireError);
});

const [social, elderly] = [crypto.randomUUID(), crypto.randomUUID()];
const clauseLink = (center: string): Link => ({ kind: "clause", id: crypto.randomUUID(), center });
const asSocial = (center: string) => center === social;

test("[L7] who may link for one center forges no answer of another's, not even as a link already taken away", () => {
  const doc = new Y.Doc();
  const forged = clauseLink(elderly);
  const forge = updateOf(doc, () => addLink(doc, "para-1", forged));
  expect(inspect(forge, known(undefined, asSocial))).toEqual(UNKNOWN);
  removeLink(doc, "para-1", forged);
  expect(inspect(Y.encodeStateAsUpdate(doc), known(undefined, asSocial))).toEqual(UNKNOWN);
  const own = updateOf(doc, () => addLink(doc, "para-1", clauseLink(social)));
  expect(inspect(own, known(copyOf(doc), asSocial)).verdict).toBe("known");
  expect(verdictOn(new Y.Doc(), (copy) => addLink(copy, "para-1", clauseLink(social)))).toBe("new");
});

test("[L7] [L3] another center's link is copied with its paragraph and brought back by undo, but leads to no new clause", () => {
  const doc = new Y.Doc();
  const theirs = clauseLink(elderly);
  addLink(doc, "para-1", theirs);
  expect(verdictOn(doc, (copy) => copyLinks(copy, "para-1", "para-2"))).toBe("new");
  expect(verdictOn(doc, (copy) => addLink(copy, "para-1", clauseLink(elderly)))).toBe("refused");
  expect(verdictOn(doc, (copy) => addLink(copy, "para-1", { ...theirs, kind: "source" }))).toBe("refused");
  removeLink(doc, "para-1", theirs);
  expect(verdictOn(copyOf(doc), (copy) => addLink(copy, "para-1", theirs))).toBe("new");
});

test("[L8] [L7] a stance is given in one's own center's name; another's is copied, joined, cleared, never set", () => {
  const doc = new Y.Doc();
  const [theirs, ours] = [clauseLink(elderly), clauseLink(social)];
  for (const block of ["para-1", "para-2"]) for (const link of [theirs, ours]) addLink(doc, block, link);
  const says = (block: string, link: Link, stance: Stance | null) =>
    verdictOn(doc, (copy) => setStance(copy, block, link, stance));
  expect([says("para-1", ours, "support"), says("para-1", theirs, "support")]).toEqual(["new", "refused"]);
  expect(verdictOn(doc, (copy) => linkMap(copy).set(linkKey("para-1", theirs), "question"))).toBe("refused");
  setStance(doc, "para-1", theirs, "support");
  expect([says("para-1", theirs, "question"), says("para-1", theirs, null)]).toEqual(["refused", "new"]);
  // What para-1 says comes along when its text joins para-2's, and to a copy of it.
  expect(verdictOn(doc, (copy) => copyLinks(copy, "para-1", "para-2"))).toBe("new");
  expect(verdictOn(doc, (copy) => copyLinks(copy, "para-1", "para-3"))).toBe("new");
});

test("[I12] no stance is made up in another's name: on a copy of a link, in a place said anew, or behind one's own copy", () => {
  const doc = new Y.Doc();
  const theirs = clauseLink(elderly);
  addLink(doc, "para-1", theirs);
  const copied = (stance: Stance) => verdictOn(doc, (copy) => addLink(copy, "para-2", { ...theirs, stance }));
  expect(copied("question")).toBe("refused");
  const twice = verdictOn(doc, (copy) => {
    copyLinks(copy, "para-1", "para-2");
    setStance(copy, "para-2", theirs, "question");
  });
  expect(twice).toBe("refused");
  // Somebody who says not to know the link writes its key anew, and of two the greater client id counts.
  const blank = new Y.Doc();
  blank.clientID = 2 ** 32 - 1;
  const anew = updateOf(blank, () => addLink(blank, "para-1", { ...theirs, stance: "question" }));
  expect(inspect(anew, known(doc, asSocial))).toEqual(UNKNOWN);

  setStance(doc, "para-1", theirs, "support");
  expect(copied("support")).toBe("new");
  // Who was out of reach while they changed their mind still has what they said before, and loses nothing by it.
  const away = copyOf(doc);
  setStance(doc, "para-1", theirs, "question");
  const late = updateOf(away, () => copyLinks(away, "para-1", "para-2"));
  expect(inspect(late, known(doc, asSocial)).verdict).toBe("new");
});

test("[I12] [L8] what one has said oneself a moment ago, and is not committed yet, may be said otherwise", () => {
  const page = new Y.Doc();
  const ours = clauseLink(social);
  const first = inspect(
    updateOf(page, () => addLink(page, "para-1", ours)),
    known(undefined, asSocial),
  );
  if (first.verdict !== "new") throw new Error(`Expected news; found ${first.verdict}.`);
  const given = known(undefined, asSocial);
  given.waiting.add(first.structs);
  const waiting = { ...given, clocks: new Map([[page.clientID, first.clock]]) };
  const second = updateOf(page, () => setStance(page, "para-1", ours, "support"));
  expect(inspectFrom(second, waiting, { clientId: page.clientID, mayLinkAs: asSocial }).verdict).toBe("new");
  expect(inspectFrom(second, waiting, { clientId: page.clientID, mayLinkAs: () => false }).verdict).toBe("refused");
});

function verdictOn(doc: Y.Doc, change: (copy: Y.Doc) => void) {
  const copy = copyOf(doc);
  const update = updateOf(copy, () => change(copy));
  return inspect(update, known(doc, asSocial)).verdict;
}

test("[W2] [E1] nothing is nested but as the editor's schema has it", () => {
  const element = (name: string, ...inside: (Y.XmlElement | Y.XmlText)[]) => {
    const made = new Y.XmlElement(name);
    made.insert(0, inside);
    return made;
  };
  const put = (made: Y.XmlElement) => verdict((doc) => doc.getXmlFragment(ROOTS.body).push([made]));
  const cell = (name: string) => element(name, element("block", new Y.XmlText("a"), element("hardBreak")));
  const table = () => element("table", element("tableRow", cell("tableHeader"), cell("tableCell")));
  expect(put(table()).verdict).toBe("new");
  for (const inner of [element("block"), table(), element("tableRow")])
    expect(put(element("block", inner))).toEqual(UNKNOWN);
  expect(put(element("hardBreak"))).toEqual(UNKNOWN);
  expect(put(element("table", element("tableRow", element("tableCell", table()))))).toEqual(UNKNOWN);
  const asAttribute = verdict((doc) => {
    const block = element("block");
    doc.getXmlFragment(ROOTS.body).push([block]);
    block.setAttribute("kind", element("block") as unknown as string);
  });
  expect(asAttribute).toEqual(UNKNOWN);
});

test("[W2] an element is judged by its neighbour's place, in the document, in the update, or waiting for its commit", () => {
  const doc = new Y.Doc();
  writeParagraph(doc, "para-1", "Tekst");
  const committed = copyOf(doc);
  const inBlock = () => doc.getXmlFragment(ROOTS.body).get(0) as Y.XmlElement;
  expect(
    inspect(
      updateOf(doc, () => inBlock().push([new Y.XmlElement("hardBreak")])),
      known(committed),
    ).verdict,
  ).toBe("new");
  const start = copyOf(doc);
  const first = updateOf(doc, () => inBlock().push([new Y.XmlText("mere")]));
  const nested = updateOf(doc, () => inBlock().push([new Y.XmlElement("block")]));
  const beside = updateOf(doc, () => doc.getXmlFragment(ROOTS.body).push([new Y.XmlElement("block")]));
  const whole = known(start);
  const waits = inspect(first, whole);
  if (waits.verdict !== "new") throw new Error(`Expected news; got ${waits.verdict}.`);
  const waiting: Case = {
    ...whole,
    clocks: new Map(whole.clocks).set(doc.clientID, waits.clock),
    waiting: new Waiting(),
  };
  waiting.waiting.add(waits.structs);
  expect(inspect(nested, waiting)).toEqual(UNKNOWN);
  expect(inspect(Y.mergeUpdates([first, nested]), whole)).toEqual(UNKNOWN);
  // What was deleted holds its place.
  doc.getXmlFragment(ROOTS.body).delete(1, 1);
  const after = updateOf(doc, () => doc.getXmlFragment(ROOTS.body).insert(1, [new Y.XmlElement("block")]));
  expect(inspect(Y.mergeUpdates([first, nested, beside, after]), whole)).toEqual(UNKNOWN);
  expect(inspect(after, known(doc)).verdict).toBe("known");
});
