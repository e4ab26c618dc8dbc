import { expect, test } from "vitest";
import { flatten } from "../../../app/document-model/proposal";
import { proposalOf } from "./proposal";
import { readText } from "./text";
import { MAX_DEPTH } from "./tree";

/** Seeds that print themselves: a failing seed is put first in this list and stays. */
const SEEDS = Array.from({ length: 300 }, (_, index) => index + 1);

const WORDS =
  "kommunen borgeren og eller samt KKR regionen akut sundhed på tværs af mål for om ved 29 24/7 18-35 Ishøj Øst ældre § stk. fx ift. bl.a. pleje- Vedr. Hvad Hvordan Mål: KKR-mål Bilag Kapitel [dato] (se ”dette”) – - www.eksempel.dk/a 3.2 12.000 pct. år1".split(
    " ",
  );
const STARTS = [
  "", "", "", "", " ", "  ", "    ", "• ", "\uf0b7 ", "- ", "– ", "* ", "1. ", "2. ", "3) ", "1 ", "2 ", "3.1 ", "3.1.2 ",
  "1.1.1.1.1.1.1.1.1.1.1.1 ", "§ 4. ", "Stk. 2. ", "a) ", "A: ", "B: ", "Krav 1: ", "Bilag 2 – ", "Kapitel 3 ", "Figur 2: ",
  "KKR-mål om ", "Overordnede mål ", "Udviklingsområder ", "Mål: ", "Vedr. ", "På vegne af ",
]; // biome-ignore format: a list
const ENDS = ["", "", ".", ".", ":", "?", ";", "-", ",", "  "];
const GAPS = ["\n", "\n", "\n\n", "\n \n", "\n\n\n", "\n\f", "\r\n"];

test.each(SEEDS)("[S2] seed %i: every letter and figure of a paper stands in its tree, in order", (seed) => {
  const text = paper(random(seed), { markdown: false });
  expect(sameOrWhere(wordsOf(text), wordsOf(treeText(text, "paper.txt")))).toBe("same");
});

test.each(SEEDS)("[S2] seed %i: so does every letter of a Markdown paper", (seed) => {
  const text = paper(random(seed), { markdown: true });
  expect(sameOrWhere(wordsOf(text), wordsOf(treeText(text, "paper.md")))).toBe("same");
});

test("[S2] what lies past sixty thousand lines is kept whole too", { timeout: 60_000 }, () => {
  const text = Array.from({ length: 100_000 }, (_, index) => `Ord nummer ${index}`).join("\n\n");
  expect(sameOrWhere(wordsOf(text), wordsOf(treeText(text, "paper.txt")))).toBe("same");
});

test("[S2] any bytes are read or refused, never thrown at", () => {
  for (const seed of SEEDS) {
    const next = random(seed);
    const bytes = Uint8Array.from({ length: Math.floor(next() * 2000) }, () => Math.floor(next() * 256));
    const printable = bytes.map((byte) => (byte < 32 ? 10 : byte));
    for (const given of [bytes, printable]) {
      for (const fileName of ["a.txt", "a.md", ""]) expect(read(given, fileName)).toBeDefined();
    }
  }
});

test("ids are unique, and no tree is deeper than a page can show", () => {
  for (const seed of SEEDS.slice(0, 60)) {
    const nodes = nodesOf(paper(random(seed), { markdown: seed % 2 === 0 }), "paper.md");
    expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
    expect(Math.max(...nodes.map((node) => node.depth))).toBeLessThan(MAX_DEPTH + 3);
  }
});

/** A tenth of the largest paper: what grows faster than its paper would hang here already. */
const MB = 102_400;
const sentence = "Kommunen og regionen samarbejder om borgerens for-\nløb, som aftales på et fælles møde.\n";
const LARGE: [string, string][] = [
  ["2 MB of ordinary lines", sentence.repeat(Math.floor((19 * MB) / sentence.length))],
  ["2 MB of paragraphs of one word", "ord\n\n".repeat(4 * MB)],
  ["2 MB of blank lines", `ord${"\n".repeat(19 * MB)}ord`],
  ["one line of 2 MB", "ord ".repeat(5 * MB - 10)],
  ["one word of 2 MB", "a".repeat(19 * MB)],
  ["2 MB of dots", `${".".repeat(19 * MB)}a`],
  ["2 MB of opening brackets", `${"[".repeat(19 * MB)}a`],
  ["2 MB of stars", `${"*".repeat(19 * MB)}a`],
  ["2 MB of hashes and bars", `# a\n${"|#<".repeat(6 * MB)}a`],
  ["2 MB of spaces", `a${" ".repeat(19 * MB)}a`],
  [
    "2 MB of numbers ever deeper",
    Array.from({ length: 2_000 }, (_, n) => `${"1.".repeat(n % 500)}1 Tekst her`).join("\n"),
  ],
  [
    "2 MB of numbered points",
    Array.from({ length: 40_000 }, (_, n) => `${n % 900}.${n % 7} Regionen giver besked om alt`).join("\n\n"),
  ],
];

test.each(LARGE)("%s is read", { timeout: 60_000 }, (_, text) => {
  for (const fileName of ["paper.txt", "paper.md"])
    expect("refused" in read(new TextEncoder().encode(text), fileName)).toBe(false);
});

function read(bytes: Uint8Array, fileName: string) {
  let last = 0;
  const paper = readText(bytes, fileName);
  return "refused" in paper ? paper : proposalOf(paper, { newId: () => String(++last) });
}

function nodesOf(text: string, fileName: string) {
  const result = read(new TextEncoder().encode(text), fileName);
  if ("refused" in result) throw new Error(result.refused);
  return flatten(result.proposal.nodes);
}

function treeText(text: string, fileName: string): string {
  return nodesOf(text, fileName)
    .map(({ number, heading, text: body }) => [number, heading, body].join(" "))
    .join("\n");
}

function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** Where the two part, with some of both: far easier to read than two long strings. */
function sameOrWhere(wanted: string, found: string): string {
  if (wanted === found) return "same";
  let at = 0;
  while (wanted[at] === found[at]) at += 1; // They part before both end.
  return `at ${at}: wanted …${wanted.slice(at - 20, at + 40)}… found …${found.slice(at - 20, at + 40)}…`;
}

function paper(next: () => number, { markdown }: { markdown: boolean }): string {
  const lines = 1 + Math.floor(next() * 60);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  let text = "Begyndelse";
  for (let line = 0; line < lines; line += 1) {
    const words = Array.from({ length: 1 + Math.floor(next() * next() * 30) }, () => pick(WORDS));
    const first = words[0] ?? "";
    if (next() < 0.6) words[0] = first.charAt(0).toUpperCase() + first.slice(1);
    const body = words.join(" ");
    const start = markdown && next() < 0.3 ? pick(["# ", "## ", "### ", "> ", "**", "1. ", "* ", "_"]) : pick(STARTS);
    const close = start === "**" || start === "_" ? start : "";
    // A line of nothing but a number may be a page's; those are dropped, and tested elsewhere.
    text += `${pick(GAPS)}${start}${/^\P{L}*$/u.test(body) ? "Tal " : ""}${body}${pick(ENDS)}${close}`;
  }
  return text;
}

/** mulberry32: small, seeded, good enough. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
