import { type ClauseIndex, indexClauses } from "../../../app/editor/links/offer/clause-index";
import { suggestClause } from "../../../app/editor/links/offer/likeliest";
import type { Case, CaseSet } from "./cases";

export type Verdict = "right" | "wrong" | "silent";
export type Judged = { name: string; isHeldOut: boolean; cases: number; withClause: number } & Record<Verdict, number>;

export function judge(
  { name, isHeldOut, rows, cases }: CaseSet,
  onVerdict?: (one: Case, verdict: Verdict, clause: string) => void,
): Judged {
  const index = indexClauses(rows);
  const judged: Judged = { name, isHeldOut, cases: cases.length, withClause: 0, right: 0, wrong: 0, silent: 0 };
  for (const one of cases) {
    const { verdict, clause } = verdictOf(index, one);
    judged[verdict] += 1;
    if (one.about.size > 0) judged.withClause += 1;
    onVerdict?.(one, verdict, clause);
  }
  return judged;
}

function verdictOf(index: ClauseIndex, { text, headings, about }: Case): { verdict: Verdict; clause: string } {
  const clause = suggestClause(index, { text, headings, isHeading: false });
  if (!clause) return { verdict: "silent", clause: "" };
  return {
    verdict: about.has(clause.id) ? "right" : "wrong",
    clause: `${clause.number} ${clause.heading} ${clause.text}`.trim(),
  };
}

/** Of what is suggested, how much is right; of what could be, how much is. */
export function sharesOf(judged: readonly Judged[]): { precision: number; coverage: number } {
  const sum = (of: (one: Judged) => number) => judged.reduce((all, one) => all + of(one), 0);
  const right = sum((one) => one.right);
  return {
    precision: right / Math.max(1, right + sum((one) => one.wrong)),
    coverage:
      right /
      Math.max(
        1,
        sum((one) => one.withClause),
      ),
  };
}
