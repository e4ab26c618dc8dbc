import { expect, test } from "vitest";
import type { Block } from "../../../document-model/document";
import type { Run } from "../../../document-model/suggestions/shapes";
import { matched, type Row, sentOf } from "./match";

const said = (id: string, text: string): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: text ? [{ text }] : [],
});
const change = (id: string, before: string, after: string): Run => {
  const { type: _, ...proposed } = said(id, after);
  return { after: null, base: [said(id, before)], proposed: [proposed] };
};
const row = (id: string, run: Run, more: Partial<Row> = {}): Row => ({
  id,
  run,
  sent: sentOf(run),
  isKept: true,
  end: null,
  ...more,
});
let made = 0;
const newId = () => `new-${made++}`;

test("[G10] a run of the same paragraph goes on the same row, whatever it says by now", () => {
  const before = row("row-1", change("block-a", "Ja.", "Nej."));
  const now = change("block-a", "Ja.", "Aldrig.");
  expect(matched([before], [now], newId)).toMatchObject({ changed: [{ id: "row-1", run: now }], withdrawn: [] });
  expect(matched([before], [before.run], newId).changed).toEqual([]);
});

test("[G10] what there is no run for any more is withdrawn, and an empty new paragraph is none", () => {
  const before = row("row-1", change("block-a", "Ja.", "Nej."));
  const empty: Run = { after: "block-a", base: [], proposed: [{ id: null, kind: "paragraph", level: 0, content: [] }] };
  expect(matched([before], [empty], newId)).toMatchObject({ changed: [], withdrawn: [{ id: "row-1" }] });
});

test("[G10] what was accepted is not proposed again, and what is written on it afterwards is new", () => {
  const accepted = row("row-1", change("block-a", "Ja.", "Nej."), { end: "accepted" });
  expect(matched([accepted], [accepted.run], newId).changed).toEqual([]);
  const later = change("block-a", "Nej.", "Nej tak.");
  expect(matched([accepted], [later], newId).changed).toMatchObject([{ isKept: false, run: later }]);
});

test("[G10] what the server may not have got is sent again under the same name", () => {
  const lost = row("row-1", change("block-a", "Ja.", "Nej."), { sent: null, isKept: false });
  expect(matched([lost], [lost.run], newId).changed).toMatchObject([{ id: "row-1" }]);
});
