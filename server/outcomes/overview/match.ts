import { createMeasures, toNodes } from "../../carry-over";
import type { Clause } from "../../carry-over/shapes";
import type { Because, Candidate } from "../shapes";
import type { SenderRow } from "./columns";
import { stemsOf, telling } from "./words";

/** One of our remarks as it is compared: its words, and the clauses it is linked to. */
export type Comparable = { blockId: string; text: string; about: { number: string; heading: string }[] };

type Said = Pick<SenderRow, "reference" | "subject" | "summary">;

const SHOWN = 3;
/** Below this a likeness is chance: nothing is proposed rather than something wrong. */
const LEAST = 0.12;
/** What naming the very clause, or its heading, counts beside the words. */
const OF_NUMBER = 0.5;
const OF_HEADING = 0.35;
/** So near each other, two remarks are as likely, and neither is chosen beforehand. */
const NEAR = 0.08;

/**
 * Which of our remarks a sender's row may answer: by the clause's number, the words of its heading, and the words of both,
 * as carry-over measures them. A proposal and no more. [Q11]
 */
export function matchRows(rows: readonly Said[], remarks: readonly Comparable[]): (at: number) => Candidate[] {
  const before = toNodes(rows.map((row, at) => node(at, "", `${row.subject}\n${row.summary}`)));
  const after = toNodes(
    remarks.map(({ text, about }, at) => node(at, about.map(({ heading }) => heading).join(" "), text)),
  );
  const rowOf = createMeasures(before, after, []);
  return (at) => {
    const said = rows[at];
    if (!said) return [];
    const measuresOf = rowOf(at);
    const found = remarks.flatMap((remark, against): Candidate[] => {
      const { words, containedIn, contains } = measuresOf(against);
      const candidate = candidateOf(said, remark, Math.max(words, 0.8 * containedIn, 0.8 * contains));
      return candidate.score >= LEAST ? [candidate] : [];
    });
    return found.sort((one, other) => other.score - one.score).slice(0, SHOWN);
  };
}

/** The one that stands out; null where two are as likely, or none is. */
export function clearest([best, next]: readonly Candidate[]): Candidate | null {
  return best && best.score - (next?.score ?? 0) >= NEAR ? best : null;
}

function node(position: number, heading: string, text: string): Clause {
  // The tree of carry-over knows its nodes by id; these stand for rows and remarks, and no clause has such.
  const id = `${position}` as Clause["id"];
  const [head, body] = [heading, text].map((words) => telling(words).join(" "));
  return { id, parentId: null, kind: "clause", number: "", heading: head ?? "", text: body ?? "", position };
}

/** Each sign takes its share of what the others leave open, so none of them is needed and none is enough to be certain. */
function candidateOf(said: Said, { blockId, about }: Comparable, words: number): Candidate {
  const number = about.some((clause) => names(said, clause.number)) ? OF_NUMBER : 0;
  const heading = OF_HEADING * Math.max(0, ...about.map((clause) => headingIn(said.subject, clause.heading)));
  const signs: [Because, number][] = [
    ["number", number],
    ["heading", heading],
    ["words", words],
  ];
  const score = 1 - (1 - number) * (1 - heading) * (1 - words);
  const weighty = signs.filter(([, sign]) => sign >= LEAST).sort(([, one], [, other]) => other - one);
  return { blockId, score, because: weighty.map(([because]) => because) };
}

const NUMBERS =
  /(?:(pkt\.?|punkt|bestemmelse|afsnit|kapitel|mål|krav|§)\s*)?(?<![\d.,-])(\d{1,3}(?:\.\d{1,3})*)(?![\d,-]|\.\d)/giu;

/** "Pkt. 3.2" or "3.2" in what it is about; in its words only with a word before it. */
function names({ subject, summary }: Said, number: string): boolean {
  const wanted = number.replace(/^\D+/, "").replace(/\.$/, "");
  if (wanted === "") return false;
  const has = (text: string, isLoose: boolean) =>
    [...text.matchAll(NUMBERS)].some(([, sign, found = ""]) => found === wanted && (isLoose || sign !== undefined));
  return has(subject, true) || has(summary, false);
}

/** How much of the heading's words stand in what the row is about. */
function headingIn(subject: string, heading: string): number {
  const wanted = stemsOf(heading);
  const found = new Set(stemsOf(subject));
  return wanted.length > 0 ? wanted.filter((word) => found.has(word)).length / wanted.length : 0;
}
