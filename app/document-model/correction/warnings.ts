import type { ProposalNode } from "../proposal";
import { endsSentence, startsLower } from "./sentences";

const PLACEHOLDER = /\[[^[\]\n]{1,300}\]|(?:^|[^\p{L}_])_{3}|\.{8}|…{3}|\bX{3,9}\b/u;
const LONG = 4000;

/** What a person should look at in this node, as its words stand now. */
export function warningsOf({ kind, number, heading, text }: Omit<ProposalNode, "id" | "children" | "warnings">) {
  const isBody = kind === "text" || kind === "clause";
  return [
    ...(PLACEHOLDER.test(heading) || PLACEHOLDER.test(text) ? ["placeholder"] : []),
    ...(text.length > LONG ? ["long"] : []),
    ...(isBody && number === "" && startsLower(text) && endsSentence(text) ? ["starts-mid-sentence"] : []),
  ];
}

/** A changed text is looked at anew; only a doubtful hyphen is known from reading alone. */
export function judged(node: ProposalNode): ProposalNode {
  const kept = node.warnings.filter((code) => code === "joined-hyphen");
  return { ...node, warnings: [...kept, ...warningsOf(node)] };
}
