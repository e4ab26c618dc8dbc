import { EmptyState } from "~/components/page";
import { goalBoard as words } from "~/words/goal-pages";
import { cellsOf, type SentBoard } from "./packed";

/** How many goals there are, and how many are met; or that nobody has said anything yet. */
export function GoalSum({ board }: { board: SentBoard }) {
  const { goals, per } = board;
  const said = goals.map((_, index) => cellsOf(board, index).filter((cell) => cell !== null));
  const met = said.filter((cells) => cells.some(({ status }) => status === "met")).length;
  return (
    <>
      <p className="soft goal-sum">{words.summary[per](goals.length, met)}</p>
      {said.every((cells) => cells.length === 0) && <EmptyState title={words.none.title} text={words.none.text} />}
    </>
  );
}
