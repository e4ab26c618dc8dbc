import { CellSelection } from "@tiptap/pm/tables";
import { insertTable } from "../../../app/editor/schema/insert-table";
import type { Deed } from "./common";

export const table: Deed = (person, common) => {
  if (person.state.doc.children.filter((node) => node.type.name === "table").length > 1) return;
  const { random } = common;
  const places = person.blocks.filter(({ pos }) => person.state.doc.resolve(pos).depth === 0);
  if (places.length === 0) return;
  const place = random.oneOf(places);
  person.select(place.pos + 1);
  insertTable(person.editor);
};

const TABLE_EDITS = [
  "addRowAfter",
  "addColumnBefore",
  "deleteRow",
  "deleteColumn",
  "mergeCells",
  "mergeCells",
  "splitCell",
  "splitCell",
  "toggleHeaderRow",
  "goToNextCell",
] as const;

export const editTable: Deed = (person, common) => {
  const { random } = common;
  const inCells = person.blocks.filter(({ pos }) => person.state.doc.resolve(pos).depth > 0);
  if (inCells.length === 0) return;
  const [one, other] = [random.oneOf(inCells), random.oneOf(inCells)];
  person.select(one.pos + 1);
  const cellOf = (pos: number) => person.state.doc.resolve(pos).before(3);
  const isSameTable = person.state.doc.resolve(one.pos).before(1) === person.state.doc.resolve(other.pos).before(1);
  if (isSameTable) {
    const cells = CellSelection.create(person.state.doc, cellOf(one.pos), cellOf(other.pos));
    person.dispatch(person.state.tr.setSelection(cells));
  }
  person.editor.commands[random.oneOf(TABLE_EDITS)]();
};
