import { expect, test } from "vitest";
import { seeded } from "../../tests/sync/random";
import { compareWords, MAX_EDITS, type Span } from "./compare";

/** "Fristen er [-tre-] {+fem+} dage". */
function drawn(spans: readonly Span[]): string {
  const marks = { kept: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return spans.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join("");
}

const inline = (before: string, after: string) => drawn(compareWords(before, after).inline);

test.each([
  ["Fristen er tre dage.", "Fristen er fem dage.", "Fristen er [-tre-] {+fem+} dage."],
  ["Kommunen følger op", "Kommunen følger ikke op", "Kommunen følger {+ikke+} op"],
  ["Prisen er 12.000 kr.", "Prisen er 13.000 kr.", "Prisen er [-12.000-] {+13.000+} kr."],
  ["KKR-mål for året", "KKR-målene for året", "[-KKR-mål-] {+KKR-målene+} for året"],
  ["læge, plejer og vagt", "læge og vagt", "læge[-, plejer-] og vagt"],
  ["rød", "", "[-rød-]"],
  ["", "grøn", "{+grøn+}"],
  ["ens  ord", "ens ord", "ens ord"],
])("[C13] “%s” and “%s” differ by words", (before, after, expected) => {
  expect(inline(before, after)).toBe(expected);
});

test("[C13] between two long changes a single kept word is not left standing alone", () => {
  const before = "en to tre fire fem seks syv og otte ni ti elleve tolv tretten fjorten slut";
  const after = "rød gul grøn blå hvid sort brun og lilla rosa orange grå beige oliven sand slut";
  const { inline: spans } = compareWords(before, after);
  expect(spans.map(({ kind }) => kind).filter((kind) => kind !== "kept")).toEqual(["removed", "added"]);
  expect(spans.at(-1)).toEqual({ kind: "kept", text: " slut" });
});

const WORDS = "kommune ældre pleje- og/eller § 12.000 3.2 KKR-mål, . ; “ny” læge-s \n\n  Ø ikke".split(" ");

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  "[C13] seed %i: the spans are the two texts, and none ends inside a word",
  (seed) => {
    const random = seeded(seed);
    const text = () =>
      Array.from({ length: random.below(30) }, () => random.oneOf(WORDS)).join(random.oneOf([" ", "  ", " \n"]));
    const [before, after] = [text(), text()];
    const compared = compareWords(before, after);
    const joined = (spans: readonly Span[]) => spans.map((span) => span.text).join("");
    expect(joined(compared.before)).toBe(before);
    expect(joined(compared.after)).toBe(after);
    expect(compared.before.some(({ kind }) => kind === "added")).toBe(false);
    expect(compared.after.some(({ kind }) => kind === "removed")).toBe(false);
    const ends = [compared.before, compared.after].flatMap((spans) =>
      spans.map(({ text }, at) => `${text.at(-1)}${spans[at + 1]?.text[0] ?? ""}`),
    );
    expect(ends.filter((end) => /^[\p{L}\p{N}]{2}$/u.test(end))).toEqual([]);
  },
);

const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(" ");
/** So many words, or sentences of two words, that stand in no other text. */
const words = (mark: string, count: number) => times(count, (at) => `${mark}${at}`);
const sentences = (mark: string, count: number) => times(count, (at) => `${mark}${at} ${mark}${at}${mark}.`);

test("[C13] more than 1,500 differing words are compared by sentences, as many sentences as wholes: work has a bound", () => {
  const half = MAX_EDITS / 2;
  const by = (before: string, after: string) => compareWords(before, after).by;
  expect(MAX_EDITS).toBe(1500);
  expect(by(words("a", half), words("b", half))).toBe("words");
  expect(by(words("a", half + 1), words("b", half))).toBe("sentences");
  expect(by(sentences("a", half), sentences("b", half))).toBe("sentences");
  expect(by(sentences("a", half + 1), sentences("b", half))).toBe("whole");
});

test("[C13] a sentence that stands in both is kept where sentences are compared; nothing is where wholes are", () => {
  const same = "Denne sætning står i begge.";
  const compared = compareWords(`${sentences("a", 500)} ${same}`, `${sentences("b", 500)} ${same}`);
  expect(compared.by).toBe("sentences");
  expect(compared.inline.at(-1)).toEqual({ kind: "kept", text: ` ${same}` });
  const [before, after] = [sentences("a", 1000), sentences("b", 1000)];
  const whole = compareWords(`${before} ${same}`, `${after} ${same}`);
  expect(drawn(whole.inline)).toBe(`[-${before} ${same}-]{+${after} ${same}+}`);
});
