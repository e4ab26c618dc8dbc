import { CellSelection } from "@tiptap/pm/tables";
import { expect, test } from "vitest";
import { type Random, seeded } from "../sync/random";
import { HeadlessPage, HeadlessServer, schema } from "./headless-page";
import { seedOf } from "./words";

function together(...lines: string[]) {
  const seed = seedOf(...lines);
  const ann = new HeadlessPage(seed);
  const ben = new HeadlessPage(seed);
  return { ann, ben, server: new HeadlessServer(seed, [ann, ben]) };
}

/** The paragraph of the caret, with a stroke where it stands. */
function caretOf({ state: { selection } }: HeadlessPage): string {
  const { parent, parentOffset } = selection.$head;
  const text = parent.textBetween(0, parent.content.size, undefined, "\n");
  return `${text.slice(0, parentOffset)}|${text.slice(parentOffset)}`;
}

test.each<[string, (ben: HeadlessPage) => unknown, string]>([
  ["types before it", (ben) => ben.caret(1, 0).type("Nu "), "Nu To der |mange ord."],
  ["types behind it", (ben) => ben.caret(1, -1).type(" Nu"), "To der |mange ord. Nu"],
  ["deletes words before it", (ben) => ben.select(1, 0, 1, 3).deleteSelection(), "der |mange ord."],
  ["deletes the word it stands in", (ben) => ben.select(1, 3, 1, 13).deleteSelection(), "To |ord."],
  ["joins the paragraph to the one before", (ben) => ben.caret(1, 0).backspace(), "En her.To der |mange ord."],
  ["joins the next one to it", (ben) => ben.caret(2, 0).backspace(), "To der |mange ord.Tre her."],
  ["joins half of it to the one before", (ben) => ben.select(0, 2, 1, 3).deleteSelection(), "Ender |mange ord."],
  ["splits it before the caret", (ben) => ben.caret(1, 3).enter(), "der |mange ord."],
  ["splits it behind the caret", (ben) => ben.caret(1, 12).enter(), "To der |mange"],
  ["splits it at the caret", (ben) => ben.caret(1, 7).enter(), "To der |"],
  ["puts a line above it", (ben) => ben.caret(1, 0).enter(), "To der |mange ord."],
  ["moves it", (ben) => ben.caret(1, 0).moveBlock(1), "To der |mange ord."],
  ["moves its neighbour", (ben) => ben.caret(0, 0).moveBlock(1), "To der |mange ord."],
])("[E31] the caret stays behind its word when another %s", (_, act, expected) => {
  const { ann, ben, server } = together("En her.", "To der mange ord.", "Tre her.");
  ann.caret(1, 7);
  act(ben);
  server.sync();
  expect(caretOf(ann)).toBe(expected);
  expect(ben.lines).toEqual(ann.lines);
});

test("[E31] what is selected stays selected when another joins its paragraph to the one before", () => {
  const { ann, ben, server } = together("En her.", "To der mange ord.");
  ann.select(1, 3, 1, 6);
  ben.caret(1, 0).backspace();
  server.sync();
  const { from, to } = ann.state.selection;
  expect(ann.state.doc.textBetween(from, to)).toBe("der");
});

const ACTS: readonly ((ben: HeadlessPage, random: Random) => unknown)[] = [
  (ben, random) => ben.caret(random.below(ben.ids.length), random.below(9)).type("nyt "),
  (ben, random) => ben.caret(random.below(ben.ids.length), random.below(9)).enter(),
  (ben, random) => ben.caret(1 + random.below(ben.ids.length - 1), 0).backspace(),
  (ben, random) => ben.caret(random.below(ben.ids.length), 0).moveBlock(random.oneOf([1, -1])),
];

test("[E31] after each of 600 changes of another the caret stands behind the sign it stood behind", () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = seeded(seed);
    const { ann, ben, server } = together("Første afsnit her.", "Andet af§snit her.", "Tredje.", "Fjerde afsnit.");
    ann.caret(1, 9);
    for (let step = 0; step < 15; step += 1) {
      if (ben.ids.length > 2 || step === 0) random.oneOf(ACTS)(ben, random);
      else ben.caret(0, 4).enter();
      server.sync();
      expect(caretOf(ann).split("|")[0], `seed ${seed}, step ${step}`).toMatch(/§$/);
    }
  }
});

test("[E14] [E31] cells that are selected stay selected while another types", () => {
  const { ann, ben, server } = together("Før.", "Efter.");
  const { table, tableRow, tableCell, block } = schema.nodes;
  const row = () =>
    tableRow!.create(
      null,
      [1, 2].map(() => tableCell!.create(null, block!.create())),
    );
  ann.dispatch(ann.state.tr.insert(6, table!.create(null, [row(), row()])));
  server.sync();
  const cells: number[] = [];
  ann.state.doc.descendants((node, pos) => void (node.type === tableCell && cells.push(pos)));
  ann.dispatch(ann.state.tr.setSelection(CellSelection.create(ann.state.doc, cells[0]!, cells[2]!)));
  ben.caret(0, 0).type("Nyt før. ");
  server.sync();
  const selected = ann.state.selection;
  expect(selected instanceof CellSelection && selected.ranges.map(({ $from }) => $from.pos)).toEqual([28, 18]);
});
