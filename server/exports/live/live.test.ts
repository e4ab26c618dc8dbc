import { expect, test } from "vitest";
import { type Block, textOf } from "../../../app/document-model/document";
import type { Blocks } from "../../../app/document-model/suggestions/rows";
import type { UserId } from "../../../db/ids";
import { liveDocx } from "./docx";
import { type Line, linesIn, outOfOrder, partIn } from "./reading";
import { AFTER, AT, at, BEFORE, block, LONE, runsOf, SAMPLE, thread } from "./sample";

/** As the file is to say them; a footnote's number is a star behind its words. */
function linesOf(blocks: Blocks, inCell = false): Line[] {
  return blocks.flatMap((entry): Line[] => {
    if (entry.type === "table") {
      const cells = entry.rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.blocks, true)));
      return [...cells, { style: "", level: "", text: "" }];
    }
    return entry.kind === "footnote" ? [] : [lineOf(entry, inCell)];
  });
}

function lineOf(entry: Block, inCell: boolean): Line {
  const { kind, level } = entry;
  const isItem = kind === "ordered" || kind === "bullet";
  const named = { heading: `Heading${level}`, ordered: "ListParagraph", bullet: "ListParagraph", quote: "Quote" };
  const style = kind in named ? named[kind as keyof typeof named] : inCell ? "Celle" : "";
  return { style, level: isItem ? String(level) : "", text: textOf(entry).replace("aftalen fra", noted(entry)) };
}

const noted = ({ content }: Block) =>
  content.some((inline) => "text" in inline && inline.notes) ? "aftalen* fra" : "aftalen fra";

const TITLE = { style: "Title", level: "", text: SAMPLE.title };
const LIST = [
  { style: "Heading1", level: "", text: "Løsrevne kommentarer" },
  { style: "Quote", level: "", text: "Det, der stod her engang" },
];

test("[G11] the file with all changes taken in is the edited text, and with none of them the text as it is", async () => {
  const document = await partIn(await liveDocx(SAMPLE), "document");
  expect(linesIn(document, "all")).toEqual([TITLE, ...linesOf(AFTER), ...LIST]);
  expect(linesIn(document, "none")).toEqual([TITLE, ...linesOf(BEFORE), ...LIST]);
});

test("[G11] every change has its author, its time as the clock in Denmark showed it, and a number of its own", async () => {
  const bytes = await liveDocx(SAMPLE);
  const changes = [...`${await partIn(bytes, "document")}${await partIn(bytes, "footnotes")}`.matchAll(CHANGE)];
  expect(new Set(changes.map(([, kind]) => kind))).toEqual(new Set(["ins", "del", "pPrChange", "rPrChange"]));
  for (const [, , author, date] of changes)
    expect({ author, date }).toEqual({ author: LONE, date: "2026-04-03T10:15:00" });
  const numbers = changes.map(([tag]) => /w:id="(\d+)"/.exec(tag)?.[1]);
  expect(new Set(numbers).size).toBe(numbers.length);
});

const CHANGE = /<w:(ins|del|pPrChange|rPrChange) [^>]*w:author="([^"]*)" w:date="([^".]*)[^>]*>/g;

test("[G11] [X12] every page says that it is a draft", async () => {
  expect(await partIn(await liveDocx(SAMPLE), "header1")).toContain(">UDKAST<");
});

test("[G11] elements stand in the order that Word wants", async () => {
  const bytes = await liveDocx(SAMPLE);
  for (const part of ["document", "footnotes", "comments"]) expect(outOfOrder(await partIn(bytes, part))).toEqual([]);
});

test("[G11] a footnote is Word's own, with what is proposed of its words; its number goes where its words lose it", async () => {
  const bytes = await liveDocx(SAMPLE);
  expect(await partIn(bytes, "footnotes")).toMatch(/Aftalen af 3. marts<.*<w:ins .*> 2025</);
  expect(await partIn(bytes, "document")).toMatch(/<w:del [^>]*><w:r>(?:(?!<\/w:del>).)*<w:footnoteReference/);
});

test("[G11] a new footnote is one of Word's, put in with its number", async () => {
  const [before, after] = [[block("a", "Se aftalen.")], [block("a", [{ text: "Se aftalen.", notes: ["block-n"] }])]];
  const runs = runsOf(before, [...after, block("n", "Af 3. marts.", { kind: "footnote" })]);
  const bytes = await liveDocx({ ...SAMPLE, blocks: before, runs, threads: [] });
  expect(await partIn(bytes, "document")).toMatch(/<w:ins [^>]*><w:r>(?:(?!<\/w:ins>).)*<w:footnoteReference w:id="1"/);
  expect(await partIn(bytes, "footnotes")).toMatch(/<w:ins [^>]*><w:r><w:t [^>]*>Af 3\. marts\.</);
});

test("[G11] a suggestion whose paragraph reads otherwise now is not in the file", async () => {
  const now = BEFORE.map((entry) => (entry.id === "block-words" ? block("words", "Noget helt andet.") : entry));
  const document = await partIn(await liveDocx({ ...SAMPLE, blocks: now }), "document");
  const said = linesIn(document, "all").map(({ text }) => text);
  expect(said).toContain("Noget helt andet.");
  expect(said.join()).not.toContain("skærme");
});

test("[K9] answers stand under what they answer, what is solved is solved, and what must be solved says so", async () => {
  const bytes = await liveDocx(SAMPLE);
  const comments = await partIn(bytes, "comments");
  expect([...comments.matchAll(/w:author="([^"]*)"/g)].map(([, author]) => author)).toEqual([
    LONE,
    "Sune Sagsbehandler",
    LONE,
    LONE,
  ]);
  expect(comments).toContain("Skal løses");
  const extended = await partIn(bytes, "commentsExtended");
  expect(extended.match(/w15:paraIdParent="00000001"/g)).toHaveLength(1);
  expect(extended.match(/w15:done="1"/g)).toHaveLength(1);
});

test("[K9] a comment lies on its words, through what is proposed among them, and on nothing else", async () => {
  const runs = runsOf([block("a", "Vi støtter det.")], [block("a", "Vi støtter absolut ikke det.")]);
  const [blocks, threads] = [[block("a", "Vi støtter det.")], [thread("t", ["Hvorfor?"])]];
  const anchors = new Map([["t", at("a", 3, 14)]]);
  const document = await partIn(await liveDocx({ ...SAMPLE, blocks, runs, threads, anchors }), "document");
  const inside = /<w:commentRangeStart w:id="0"\/>(.*)<w:commentRangeEnd w:id="0"\/>/s.exec(document)?.[1] ?? "";
  expect(inside.replace(/<[^>]*>/g, "")).toBe("støtter absolut ikke det");
});

test("[K9] [K10] a comment about several paragraphs lies on all of them", async () => {
  const blocks = [block("a", "Vi støtter det."), block("b", "Dog ikke her.")];
  const anchors = new Map([["t", { first: at("a", 11, 15).first, last: at("b", 0, 3).last }]]);
  const document = await partIn(
    await liveDocx({ ...SAMPLE, blocks, runs: [], threads: [thread("t", ["Nå?"])], anchors }),
    "document",
  );
  const inside = /<w:commentRangeStart w:id="0"\/>(.*)<w:commentRangeEnd w:id="0"\/>/s.exec(document)?.[1] ?? "";
  expect(inside.replace(/<[^>]*>/g, "")).toBe("det.Dog");
});

test("[K9] names stand for mentions; what was taken back says so; a thread of nothing else is none", async () => {
  const person = "6f1f4a53-0b3c-4b2e-9d0f-0a6b9d1c2e3f";
  const people = [...SAMPLE.people, { id: person as UserId, name: "Mona Mester", center: null }];
  const back = thread("t-back", ["", "Jo, @{6f1f4a53-0b3c-4b2e-9d0f-0a6b9d1c2e3f}.\nTo linjer."]);
  const [first, ...others] = back.comments;
  const comments = [{ ...first!, isTakenBack: true }, ...others];
  const empty = {
    ...thread("t-empty", [""]),
    comments: [{ ...thread("t-empty", [""]).comments[0]!, isTakenBack: true }],
  };
  const threads = [{ ...back, comments }, empty];
  const said = await partIn(await liveDocx({ ...SAMPLE, threads, people }), "comments");
  expect(said).toContain("Jo, @Mona Mester.");
  expect(said).toContain("(Kommentaren er taget tilbage.)");
  expect(said.match(/<w:comment /g)).toHaveLength(2);
});

test("[G11] the same text gives the same bytes", async () => {
  const [one, other] = [await liveDocx(SAMPLE), await liveDocx({ ...SAMPLE, date: new Date(AT) })];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test("[G11] without suggestions and comments it is the text alone", async () => {
  const bytes = await liveDocx({ ...SAMPLE, runs: [], threads: [] });
  const document = await partIn(bytes, "document");
  expect(document.match(/<w:(?:ins|del|comment\w*) [^>]*>/g)).toBeNull();
  expect(linesIn(document, "all")).toEqual([TITLE, ...linesOf(BEFORE)]);
});
