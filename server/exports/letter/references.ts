import type { Link } from "../../../app/document-model/document";
import type { Clause, LetterFacts } from "./shapes";

const SHORT = 40;
export const WHOLE = {
  agreement: "hele aftalen",
  "goal-paper": "hele målpapiret",
  strategy: "hele strategien",
} as const;

/**
 * What stands after a linked paragraph, "(pkt. 4.2 og 4.3)" or "(Mål 2)": once per clause however many centers linked it,
 * in the source's order. A clause that the source does not hold is left out. [X3]
 */
export function referenceOf(links: readonly Link[], facts: Pick<LetterFacts, "clauses" | "source">): string {
  const linked = new Set(links.filter((link) => link.kind === "clause").map((link) => link.id));
  const clauses = facts.clauses.filter((clause) => linked.has(clause.id)).sort((a, b) => a.position - b.position);
  const isWhole = links.some((link) => link.kind === "source");
  const points = clauses.flatMap((clause) => pointOf(clause) ?? []);
  const others = clauses.filter((clause) => pointOf(clause) === null).map(nameOf);
  const names = [
    ...(isWhole ? [WHOLE[facts.source.kind]] : []),
    ...points.map((point, index) => (index === 0 ? `pkt. ${point}` : point)),
    ...others,
  ];
  return names.length === 0 ? "" : `(${listed([...new Set(names)])})`;
}

/**
 * What a quote quotes, "Pkt. 4.2 Udskrivning" or "Mål 2"; of a clause that only an earlier edition has, with that
 * edition's name. Of one that no edition of the source holds, nothing. [X9]
 */
export function sourceOf(clauseId: string, { clauses, earlier }: Pick<LetterFacts, "clauses" | "earlier">): string {
  const clause = clauses.find(({ id }) => id === clauseId);
  if (clause) return quotedName(clause);
  const gone = earlier.find(({ id }) => id === clauseId);
  return gone ? `${quotedName(gone)} (${gone.edition})` : "";
}

function quotedName(clause: Clause): string {
  const point = pointOf(clause);
  const name = point === null ? nameOf(clause) : `Pkt. ${point}`;
  const heading = clause.heading.replace(/\s+/g, " ").trim();
  return heading === "" || name.includes(heading) ? name : `${name} ${heading}`;
}

/** Names of Word's bookmarks for what a line is about: "c_" and the clause's id, each name once in a letter. */
export function bookmarking({ clauses }: Pick<LetterFacts, "clauses">): (links: readonly Link[]) => string[] {
  const used = new Map<string, number>();
  const known = new Set(clauses.map(({ id }) => id));
  return (links) => {
    const ids = new Set(links.map(({ id }) => id).filter((id) => known.has(id)));
    return [...ids].map((id) => {
      const count = (used.get(id) ?? 0) + 1;
      used.set(id, count);
      const name = `c_${id.replaceAll("-", "")}`;
      return count === 1 ? name : `${name}_${count}`;
    });
  };
}

/** "Pkt. 4.2 Udskrivning"; where there is no heading, with how its text begins. */
export function preciseName(clause: Clause): string {
  const name = quotedName(clause);
  const isNamed = clause.heading.trim() !== "" || pointOf(clause) === null;
  return isNamed || clause.text.trim() === "" ? name : `${name}: ${shortened(clause.text)}`;
}

/** The bare number of what is cited by "pkt.", or null for what has a name of its own: a §, a goal, an area. */
function pointOf(clause: Clause): string | null {
  const number = clause.number.trim().replace(/\.$/, "");
  if (clause.kind === "goal" || clause.kind === "area" || !/^\d+[a-z]?(\.\d+[a-z]?)*$/.test(number)) return null;
  return number;
}

function nameOf(clause: Clause): string {
  const number = clause.number.trim().replace(/[.:]$/, "");
  const said = shortened(clause.heading || clause.text);
  if (clause.kind === "goal") return named("Mål", number, said);
  if (clause.kind === "area") return named("Udviklingsområde", number, said);
  return number || said;
}

/** "Mål 2"; a number that already says what it is ("KKR-mål 2") stands alone; without a number the heading speaks. */
function named(word: string, number: string, said: string): string {
  if (number === "") return new RegExp(`^(KKR-)?${word}\\b`, "i").test(said) ? said : `${word}: ${said}`;
  return number.toLowerCase().includes(word.toLowerCase()) ? number : `${word} ${number}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= SHORT) return line;
  const cut = line.slice(0, SHORT);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 20 ? cut.lastIndexOf(" ") : SHORT).replace(/[,;:.–-]+$/, "")} …`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} og ${names.at(-1)}`;
}
