import { FigureLines } from "~/components/figure-lines";
import { GoalLines } from "~/components/goal-status";
import { danish, withUnit } from "~/document-model/figures";
import type { InitiativeSaid } from "~/document-model/initiatives";
import { besideWords } from "~/words/beside-changes";
import { clauseName } from "~/words/clause-names";
import { part } from "~/words/parts";
import { day } from "~/words/time";
import type { PartPage } from "../../../server/sign-offs/shapes";

const { beside: words } = part;

/** What a goal is called in the version the hearing is on, or was in an earlier one. */
export function goalNames({ clauses, earlier }: Pick<PartPage, "clauses" | "earlier">, named = clauseName) {
  const names = new Map<string, string>([...earlier, ...clauses].map((clause) => [clause.id, named(clause)]));
  return (id: string) => names.get(id) ?? "";
}

/** How far the center is with its goals, and its initiatives with their figures: signed off with the words. [A31] */
export function Beside({ page }: { page: PartPage }) {
  const { goals, initiatives } = page.text;
  const asked = new Set([...(goals?.said ?? []), ...(initiatives?.said ?? [])].map(({ goal }) => goal));
  if (asked.size === 0) return null;
  const wholeOf = goalNames(page, ({ heading, text }) => heading || text);
  return (
    <section className="part-beside" aria-labelledby="beside">
      <h3 id="beside">{words.title}</h3>
      <p className="soft small">{words.lead}</p>
      <ul>
        {[...asked].map((goal) => (
          <li key={goal}>
            <h4>{wholeOf(goal)}</h4>
            {goals && <GoalLines goals={goals} goal={goal} />}
            {initiatives?.said.map(
              (one) =>
                one.goal === goal && (
                  <div key={one.id}>
                    <p>{one.title}</p>
                    <FigureLines initiative={one} />
                    <Earlier initiative={one} />
                  </div>
                ),
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every figure is signed off, not the newest alone. */
function Earlier({ initiative: { indicators } }: { initiative: InitiativeSaid }) {
  return indicators.map(({ id, name, unit, figures }) => {
    const told = figures.slice(0, -1).reverse();
    if (told.length === 0) return null;
    const said = told.map(({ value, day: on }) => `${withUnit(danish(value), unit)} (${day(on)})`);
    return (
      <p key={id} className="soft small">
        {words.earlier(name, said)}
      </p>
    );
  });
}

/** What was said otherwise since the viewer last looked; what made a sign-off lapse is told above. [A29] [A32] */
export function BesideNews({ page }: { page: PartPage }) {
  const changes = page.lapse ? [] : (page.news?.beside ?? []);
  if (changes.length === 0) return null;
  const nameOf = goalNames(page);
  return (
    <section aria-labelledby="beside-news">
      <h3 id="beside-news">{words.since}</h3>
      <ul className="part-beside-news">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            {besideWords.of(change, nameOf)}: {besideWords.turned(change, nameOf)}
          </li>
        ))}
      </ul>
    </section>
  );
}
