import type { Filled } from "./fill";
import type { Stage } from "./shapes";
import type { PEOPLE } from "./towns";

export type Measured = { name: string; path: string; who: keyof typeof PEOPLE };

/** Every list, board, coverage and goal page, of the fullest municipality. */
export function pagesOf({ sources, hearings }: Filled): Measured[] {
  const [large, middle, goals, long] = hearings;
  if (!large || !middle || !goals || !long) throw new Error("Expected four hearings at least.");
  const inStage = (stage: Stage) => hearings.find((one) => one.stage === stage);
  const [waits, approved, filed] = [inStage("in-review"), inStage("approved"), inStage("filed")];
  const newest = (line: (typeof sources)["goals"]) => line.versions.at(-1);
  const [ofGoals, ofLong, ofLarge] = [newest(sources.goals), newest(sources.long), newest(sources.large)];
  const work: [string, string][] = [
    ["Mit bord", "/"],
    ["hearings", "/hoeringer"],
    ["hearing, 400 clauses", `/hoeringer/${large.id}`],
    ["hearing, 60 clauses", `/hoeringer/${middle.id}`],
    ["assessment, 24 goals", `/hoeringer/${goals.id}`],
    ["fordeling, 400 × 12", `/hoeringer/${large.id}/fordeling`],
    ["fordeling, 60 × 12", `/hoeringer/${middle.id}/fordeling`],
    ["daekning, 400 × 12", `/hoeringer/${large.id}/daekning`],
    ["daekning, 60 × 12", `/hoeringer/${middle.id}/daekning`],
    ["daekning, 24 goals × 12", `/hoeringer/${goals.id}/daekning`],
    ["plan", `/hoeringer/${large.id}/plan`],
    ["sources", "/kilder"],
    ["source, 400 clauses", `/kilder/${ofLarge?.id}`],
    ["source, 30 clauses", `/kilder/${ofLong?.id}`],
    ["goals board, 24 × 12", `/kilder/${ofGoals?.id}/maal`],
    ["goal, ten years", `/kilder/${ofGoals?.id}/punkt/${ofGoals?.clauses[0]}`],
    ["clause, ten years", `/kilder/${ofLong?.id}/punkt/${ofLong?.clauses[0]}`],
    ["search, a word", "/soeg?q=aftaleplan"],
    ["search, two common words", "/soeg?q=kommunen+samarbejde"],
    ["beskeder", "/beskeder"],
    ["approval, waiting", `/svar/${waits?.responseId}/godkendelse`],
    ["approval, filed", `/svar/${filed?.responseId}/godkendelse`],
    ["arkiv, approved", `/svar/${approved?.responseId}/arkiv`],
    ["arkiv, filed", `/svar/${filed?.responseId}/arkiv`],
    ["parts", `/svar/${large.responseId}/del`],
    ["new hearing", "/hoeringer/ny"],
  ];
  const house: [string, string][] = [
    ["administration", "/administration"],
    ["adgang", "/administration/adgang"],
    ["KLE", "/administration/kle"],
    ["sagssystem", "/administration/sagssystem"],
  ];
  const as =
    (who: Measured["who"]) =>
    ([name, path]: [string, string]) => ({ name, path, who });
  return [...work.map(as("coordinator")), as("auditor")(["revision", "/revision"]), ...house.map(as("administrator"))];
}
