import { expect, test } from "vitest";
import { fingerprint, isOutdated, quoteContent, wordsOfClause } from "../../app/document-model/quotes";
import { citeClause, isChanged, keepQuote, updateQuote } from "../../app/editor/schema/quotes/commands";
import { quotesOf } from "../../app/editor/schema/quotes/places";
import { HeadlessPage, HeadlessServer } from "./headless-page";
import { link, seedOf } from "./words";

const OLD = "Hospitalet giver besked til kommunen senest dagen før.";
const NOW = "Hospitalet giver besked til kommunen senest tre dage før.";
const { id } = link("b");

function cited(words = OLD): HeadlessPage {
  const ann = new HeadlessPage(seedOf("Vi mener:", "Tak."));
  const tr = ann.caret(0, -1).state.tr;
  citeClause(ann.state, tr, { id, words });
  ann.dispatch(tr);
  return ann;
}
const quote = (page: HeadlessPage) => quotesOf(page.state.doc).quotes[0]!;

test("[E13] a quote is a copy of the clause's words behind the paragraph, and says whose they are", () => {
  const ann = cited();
  expect(ann.document.blocks).toMatchObject([
    { kind: "paragraph" },
    { kind: "quote", of: id, seen: fingerprint(OLD), content: [{ text: OLD }] },
    { content: [{ text: "Tak." }] },
  ]);
  ann.enter();
  ann.type("Det er for sent.");
  expect(ann.document.blocks[2]).toMatchObject({ kind: "paragraph", content: [{ text: "Det er for sent." }] });
  expect(ann.document.blocks[2]).not.toHaveProperty("of");
});

test("[E13] on an empty line the quote takes its place, with its id", () => {
  const ann = new HeadlessPage(seedOf("", "Tak."));
  const tr = ann.caret(0, 0).state.tr;
  citeClause(ann.state, tr, { id, words: "Et\nTo" });
  ann.dispatch(tr);
  expect(ann.document.blocks[0]).toMatchObject({
    id: "block-01",
    kind: "quote",
    content: [{ text: "Et" }, { break: true }, { text: "To" }],
  });
});

test("[E13] a clause that reads otherwise marks its quote, until it is updated or kept", () => {
  const ann = cited();
  expect(isChanged(quote(ann), OLD)).toBe(false);
  expect(isChanged(quote(ann), NOW)).toBe(true);
  const keep = ann.state.tr;
  keepQuote(keep, quote(ann), { id, words: NOW });
  ann.dispatch(keep);
  expect(isChanged(quote(ann), NOW)).toBe(false);
  expect(isChanged(quote(ann), `${NOW} Også i weekenden.`)).toBe(true);
  const update = ann.state.tr;
  updateQuote(ann.state, update, quote(ann), { id: link("c").id, words: `${NOW} Også i weekenden.` });
  ann.pause().dispatch(update);
  expect(ann.document.blocks[1]).toMatchObject({ of: link("c").id, content: [{ text: `${NOW} Også i weekenden.` }] });
  ann.undo();
  expect(ann.document.blocks[1]).toMatchObject({ of: id, content: [{ text: OLD }] });
});

test("[E13] one's own cuts in a quote are no change of the clause, nor is another kind of white space", () => {
  const cut = (text: string) =>
    isOutdated({ content: quoteContent(text), of: id }, "Først dette. Så det. Til sidst alt.");
  expect(cut("Så det.")).toBe(false);
  expect(cut("Først dette. […] Til sidst alt.")).toBe(false);
  expect(cut("”Først dette. Så\ndet.”")).toBe(false);
  expect(cut("Til sidst alt. (...) Først dette.")).toBe(true);
  expect(cut("Først noget andet.")).toBe(true);
  // What the writer has written into it is theirs, as long as the clause is the one they saw.
  const own = { content: [{ text: "Mine ord" }], of: id, seen: fingerprint("Først  dette.") };
  expect(isOutdated(own, "Først dette.")).toBe(false);
  expect(wordsOfClause({ heading: "Udskrivning", text: "" })).toBe("Udskrivning");
  expect(wordsOfClause({ heading: "Udskrivning", text: "Et.\n\nTo." })).toBe("Et.\nTo.");
});

test("[E13] what is no quote any more quotes nothing; both halves of a split quote do", () => {
  const ann = cited();
  ann.caret(1, 10).enter();
  expect(quotesOf(ann.state.doc).quotes.map((one) => isChanged(one, OLD))).toEqual([false, false]);
  const tr = ann.state.tr.setNodeAttribute(ann.block(1).pos, "kind", "paragraph");
  ann.dispatch(tr);
  expect(ann.document.blocks[1]).not.toHaveProperty("of");
});

test("[E13] one updates a quote while the other types elsewhere, and both stay", () => {
  const seed = seedOf("Vi mener:", "Tak.");
  const [ann, ben] = [new HeadlessPage(seed), new HeadlessPage(seed)];
  const server = new HeadlessServer(seed, [ann, ben]);
  const tr = ann.caret(0, -1).state.tr;
  citeClause(ann.state, tr, { id, words: OLD });
  ann.dispatch(tr);
  server.sync();
  const update = ann.state.tr;
  updateQuote(ann.state, update, quote(ann), { id, words: NOW });
  ann.dispatch(update);
  ben.caret(2, -1).type(" Vi ses.");
  server.sync();
  expect(ann.lines).toEqual(["Vi mener:", NOW, "Tak. Vi ses."]);
  expect(ben.lines).toEqual(ann.lines);
});
