import { getSchema } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import type { Decoration } from "@tiptap/pm/view";
import { expect, test } from "vitest";
import type { SuggestionId, UserId } from "../../../db/ids";
import type { SuggestionView } from "../../../server/suggestions/shapes";
import type { Block } from "../../document-model/document";
import { runsBetween } from "../../document-model/suggestions/diff";
import { blockHash } from "../../document-model/suggestions/hash";
import { randomEdited, randomText, seeded } from "../../document-model/suggestions/testing";
import { schemaExtensions } from "../schema/extensions";
import { blocksOf, nodesOf } from "./blocks";
import { drawnIn } from "./draw";
import { bring } from "./writing/follow";

const schema = getSchema(schemaExtensions());
const docOf = (blocks: Block[]) => schema.node("doc", null, nodesOf(blocks, schema));
const said = (id: string, text: string): Block => ({
  type: "block",
  id,
  kind: "paragraph",
  level: 0,
  content: [{ text }],
});
const [A, B] = [said("block-a", "Vi støtter forslaget."), said("block-b", "Der aftales en plan.")];

function suggestions(before: Block[], after: Block[]): SuggestionView[] {
  return runsBetween(before, after).map((run, at) => ({
    ...run,
    base: run.base.map((block) => ({ ...block, hash: blockHash(block) })),
    id: `s-${at}` as SuggestionId,
    by: { id: "u" as UserId, name: "Lone Leder" },
    madeAt: new Date(0),
    changedAt: new Date(0),
    isOwn: false,
  }));
}

/** What is drawn: the words struck out, and "+" where something is put in. */
function drawn(now: Block[], made: readonly SuggestionView[]): string[] {
  const doc = docOf(now);
  const words = ({ from, to }: Decoration) => (from === to ? `+${from}` : doc.textBetween(from, to));
  return drawnIn(doc, made).find().map(words);
}

test("[G9] words that go are struck where they stand, and what comes stands behind them", () => {
  const made = suggestions([A, B], [said("block-a", "Vi afviser forslaget."), B]);
  expect(drawn([A, B], made).sort()).toEqual(["+11", "støtter"]);
});

test("[G9] a paragraph that goes is marked whole, one that comes stands between two", () => {
  expect(drawn([A, B], suggestions([A, B], [A]))).toContain("Der aftales en plan.");
  const end = docOf([A]).content.size;
  expect(drawn([A, B], suggestions([A, B], [A, said("block-n", "Nyt."), B]))).toEqual([`+${end}`]);
});

test("[G6] on words that read otherwise now nothing is struck: a sign says that they do", () => {
  const made = suggestions([A, B], [said("block-a", "Vi afviser forslaget."), B]);
  expect(drawn([said("block-a", "Vi støtter det hele."), B], made)).toEqual(["+1"]);
  expect(drawn([B], made)).toEqual([]);
});

test("[G10] an editor's text is a value and back, and is brought to another by what differs alone", {
  timeout: 60_000,
}, () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = seeded(seed);
    const before = randomText(random);
    const after = randomEdited(random, before);
    const doc = schema.node("doc", null, nodesOf(before, schema));
    expect(blocksOf(doc)).toEqual(before);
    const state = EditorState.create({ doc });
    const tr = bring({ state }, after);
    expect(blocksOf(tr?.doc ?? doc)).toEqual(after);
    const same = before.filter((entry) => after.includes(entry)).length;
    const kept = (tr?.doc ?? doc).content.content.filter((node) => doc.content.content.includes(node)).length;
    expect(kept).toBeGreaterThanOrEqual(Math.min(1, same));
  }
});
