// `npm run bench:linking`: how often the clause suggested for a paragraph is the right one, and how fast. Prints tables.
import { indexClauses } from "../../../app/editor/links/offer/clause-index";
import { suggestClause } from "../../../app/editor/links/offer/likeliest";
import { AGREEMENT_TEXT } from "../../../server/demo/agreement";
import { type CaseSet, knownSets, rowsOf } from "./cases";
import { judge, sharesOf } from "./judge";
import { seedSets } from "./seeds";

const isTold = process.argv.includes("--told");
const seeds = seedSets();
const sets: CaseSet[] = [...(await knownSets()), ...seeds];
const judged = sets.map((set) =>
  judge(set, (one, verdict, clause) => {
    if (isTold)
      console.log(
        `${verdict.padEnd(6)} ${one.about.size > 0 ? " " : "-"} ${one.text.slice(0, 90)}${clause ? `\n         → ${clause.slice(0, 90)}` : ""}`,
      );
  }),
);
console.table(
  judged.map(({ isHeldOut, ...rest }) => ({ ...rest, "held out": isHeldOut, ...percent(sharesOf([rest as never])) })),
);
console.table([
  { what: "tuned on", ...percent(sharesOf(judged.filter((one) => !one.isHeldOut))) },
  { what: "held out", ...percent(sharesOf(judged.filter((one) => one.isHeldOut))) },
  { what: "all", ...percent(sharesOf(judged)) },
]);
if (seeds.length === 0) console.log("Skipped: the real papers are not beside the repository.");
await time();

function percent({ precision, coverage }: { precision: number; coverage: number }) {
  return { precision: `${Math.round(precision * 100)} %`, coverage: `${Math.round(coverage * 100)} %` };
}

/** The demo agreement many times over: a source of 400 clauses, and one paragraph asked about. */
async function time(): Promise<void> {
  const rows = await rowsOf(Buffer.from(AGREEMENT_TEXT), "paper.md");
  const many = Array.from({ length: 10 }, (_, copy) =>
    rows.map(
      (row) => ({ ...row, id: `${copy}-${row.id}`, parentId: row.parentId && `${copy}-${row.parentId}` }) as never,
    ),
  ).flat();
  const began = performance.now();
  const index = indexClauses(many);
  const made = performance.now();
  const text = sets[0]?.cases[3]?.text ?? "";
  for (let turn = 0; turn < 100; turn++) suggestClause(index, { text, headings: [], isHeading: false });
  const asked = (performance.now() - made) / 100;
  console.table([{ clauses: many.length, "index ms": round(made - began), "one paragraph ms": round(asked) }]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
