import { FigureLines } from "~/components/figure-lines";
import { GoalLines } from "~/components/goal-status";
import type { Block, ResponseDocument } from "~/document-model/document";
import { figureLines as words } from "~/words/figure-lines";

/** What is approved with a quote or a heading: the goal's status, the initiative's figures. [M5] [M16] */
export function SaidBeside({ text: { goals: said, initiatives }, block }: { text: ResponseDocument; block: Block }) {
  const goal = block.of ?? initiatives?.goals.find(({ heading }) => heading === block.id)?.goal;
  const own = initiatives?.said.filter(({ heading }) => heading === block.id) ?? [];
  return (
    <>
      {said && goal && <GoalLines goals={said} goal={goal} />}
      {own.map((one) => (
        <FigureLines key={one.id} initiative={one} />
      ))}
    </>
  );
}

/** The initiatives that no heading of the text is for: they are approved too, and end the files. [M16] [M17] */
export function Headless({ text: { initiatives } }: { text: ResponseDocument }) {
  const own = initiatives?.said.filter(({ heading }) => !heading) ?? [];
  if (own.length === 0) return null;
  return (
    <section className="section">
      <h3>{words.headless}</h3>
      {own.map((one) => (
        <div key={one.id}>
          <p>{one.title}</p>
          <FigureLines initiative={one} />
        </div>
      ))}
    </section>
  );
}
