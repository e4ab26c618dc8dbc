// `npm run bench:import`: what the import makes of the real papers and of ours, in every format that this machine can print.
import { cpus } from "node:os";
import { HELD_OUT } from "../../fixtures/papers/held-out/index";
import { PAPERS } from "../../fixtures/papers/index";
import type { PaperShape } from "../../fixtures/papers/paper";
import type { Count } from "./compare";
import { measureLarge, readAlone } from "./large";
import { type Outcome, outcomeOf } from "./read-as";
import { browserRenderings, officeRenderings, openBrowser, plainRenderings, type Rendering } from "./renderings";
import { measureSeeds, type Seed } from "./seeds";

type Line = Record<string, string | number>;

const alone = process.argv.indexOf("--read");
if (alone > 0) console.log(JSON.stringify(await readAlone(process.argv[alone + 1] ?? "")));
else await bench();

async function bench(): Promise<void> {
  console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`);
  await showSeeds();
  await showPapers("Papers that rules were made with", PAPERS);
  await showPapers("Papers that no rule has seen", HELD_OUT);
  const [first] = PAPERS;
  if (first) console.table(await measureLarge(first));
}

async function showSeeds(): Promise<void> {
  const seeds = await measureSeeds();
  if ("skipped" in seeds) return console.log(`The real papers: skipped, ${seeds.skipped}.`);
  const sum = (pick: (seed: Seed) => Count) => total(seeds.map(pick));
  const rows = seeds.map(
    ({ file, headings, goals, bullets }) => [file, shown(headings), shown(goals), bullets] as const,
  );
  rows.push(["together", shown(sum((seed) => seed.headings)), shown(sum((seed) => seed.goals)), ""]);
  console.table(rows.map(([file, headings, goals, bullets]) => ({ file, headings, goals, bullets })));
}

async function showPapers(title: string, papers: readonly PaperShape[]): Promise<void> {
  console.log(`\n${title}`);
  const office = await officeRenderings(papers);
  const browser = await openBrowser();
  const lines: Line[] = [];
  const same = new Map<string, number[]>();
  for (const paper of papers) {
    const all = await plainRenderings(paper);
    all.push(...(await browserRenderings(browser, paper)), ...(office.get(paper.name) ?? []));
    for (const rendering of all) {
      const outcome = "skipped" in rendering ? null : await outcomeOf(paper, rendering.bytes, rendering.fileName);
      if (outcome) tally(same, rendering.name, outcome);
      lines.push({ paper: `${paper.name} (${paper.form})`, format: rendering.name, ...cells(rendering, outcome) });
    }
  }
  if (typeof browser !== "string") await browser.close();
  console.table(lines);
  for (const line of lines)
    if (line["where it differs"]) console.log(`${line["paper"]}, ${line["format"]}: ${line["where it differs"]}`);
  for (const [name, [trees = 0, texts = 0, of = 0]] of same)
    console.log(`${name}: ${trees} of ${of} trees equal, ${texts} word for word`);
}

function tally(same: Map<string, number[]>, name: string, outcome: Outcome): void {
  const [trees = 0, texts = 0, of = 0] = same.get(name) ?? [];
  const isRead = !("refused" in outcome);
  same.set(name, [trees + Number(isRead && outcome.isSameTree), texts + Number(isRead && outcome.isSameText), of + 1]);
}

function cells(rendering: Rendering, outcome: Outcome | null): Line {
  if (!outcome) return { tree: `skipped: ${"skipped" in rendering ? rendering.skipped : ""}` };
  if ("refused" in outcome) return { tree: `refused: ${outcome.refused}` };
  const tree = outcome.isSameText ? "equal" : outcome.isSameTree ? "equal, words differ" : "differs";
  const kind = outcome.kind.read === outcome.kind.wanted ? "" : `read as ${outcome.kind.read}. `;
  return {
    headings: shown(outcome.headings),
    "clauses, goals, areas": shown(outcome.points),
    notes: `${outcome.notes.found}/${outcome.notes.wanted}`,
    tree,
    "where it differs": kind + outcome.differs,
  };
}

function shown(count: Count): string {
  return `${count.found}/${count.wanted}, ${count.false} false`;
}

function total(counts: readonly Count[]): Count {
  const sum = (pick: (count: Count) => number) => counts.reduce((all, count) => all + pick(count), 0);
  return { found: sum((one) => one.found), wanted: sum((one) => one.wanted), false: sum((one) => one.false) };
}
