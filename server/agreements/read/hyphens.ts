import type { Line } from "./lines";
import { startsLower } from "./words";

/** Words broken over a line's end. "akut-⏎tilbud" is joined, "pleje-⏎og" and "KKR-⏎mål" keep their hyphen. */
type Mended = { text: string; isDoubtful: boolean };
export type Mend = (lines: readonly string[]) => Mended;

const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;

/** A line longer than this is no line of a wrapped paper, and holds no broken words. */
const LOOK = 2000;

/** Knows how the paper writes its words elsewhere; that decides between "leveår" and "leve-år". */
export function createMend(lines: readonly Line[]): Mend {
  const known = knownForms(lines);
  return (parts) => {
    // Long paragraphs have many lines: pieces are collected and joined once.
    const pieces: string[] = [];
    let isDoubtful = false;
    for (const [index, part] of parts.entries()) {
      const above = parts[index - 1];
      if (above === undefined) {
        pieces.push(part);
        continue;
      }
      const joint = jointOf(above, part, known);
      isDoubtful ||= joint.isDoubtful;
      if (joint.dropsHyphen) pieces.push(pieces.pop()?.slice(0, -1) ?? "");
      pieces.push(joint.between + part.slice(joint.skip));
    }
    return { text: pieces.join(""), isDoubtful };
  };
}

type Joint = { between: "" | " "; dropsHyphen: boolean; skip: number; isDoubtful: boolean };
const PLAIN: Joint = { between: " ", dropsHyphen: false, skip: 0, isDoubtful: false };

function jointOf(above: string, below: string, known: ReadonlySet<string>): Joint {
  if (!isBroken(above)) return PLAIN;
  // "tand-⏎- og mundhygiejne": the hyphen was printed twice.
  if (/^- (?:og|eller|samt)\b/.test(below.slice(0, 10))) return { ...PLAIN, skip: 2 };
  const tail = tailOf(above);
  const head = headOf(below);
  // "pleje- og omsorg"; but "rollemod-⏎eller." is one word, a conjunction is followed by another.
  if (head === "" || /^(?:og|eller|samt) /i.test(below.slice(0, 8))) return PLAIN;
  const isAcronym = tail.length > 1 && tail === tail.toUpperCase();
  if (!startsLower(below) || isAcronym || /\d$/.test(tail)) return { ...PLAIN, between: "" };
  const joined = (tail + head).toLowerCase();
  if (known.has(`${tail}-${head}`.toLowerCase()) && !known.has(joined)) return { ...PLAIN, between: "" };
  const isDoubtful = !known.has(joined) && known.has(tail.toLowerCase()) && known.has(head.toLowerCase());
  return { between: "", dropsHyphen: true, skip: 0, isDoubtful };
}

export function isBroken(text: string): boolean {
  return /[\p{L}\p{N}]-$/u.test(text.slice(-4));
}

function tailOf(text: string): string {
  return /[\p{L}\p{N}]+(?=-$)/u.exec(text.slice(-60))?.[0] ?? "";
}

function headOf(text: string): string {
  return /^[\p{L}\p{N}]+/u.exec(text.slice(0, 60))?.[0] ?? "";
}

/** Which of the forms in question the paper writes somewhere in the middle of a line. */
function knownForms(lines: readonly Line[]): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const below = lines[index + 1]?.text;
    if (!below || !isBroken(line.text)) continue;
    const tail = tailOf(line.text).toLowerCase();
    const head = headOf(below).toLowerCase();
    for (const form of [tail, head, tail + head, `${tail}-${head}`]) asked.add(form);
  }
  const known = new Set<string>();
  if (asked.size === 0) return known;
  let wasBroken = false;
  for (const line of lines) {
    const words = line.text.slice(0, LOOK).toLowerCase().match(WORD) ?? [];
    const broken = isBroken(line.text);
    for (const [index, word] of words.entries()) {
      const isPiece = (wasBroken && index === 0) || (broken && index === words.length - 1);
      if (!isPiece && asked.has(word)) known.add(word);
    }
    wasBroken = broken;
  }
  return known;
}
