import { expect, test } from "vitest";
import { readDocument } from "../../app/document-model/read";
import { ThreeWriters } from "../history/three-writers";
import { seeded } from "../sync/random";

/** A day in which Yjs itself threw in the middle of an undo: what it had brought back was removed and swept away by then. */
const SWEPT = 45;

test("[E43] a step whose paragraph others have removed for good takes back what is left of it, and throws nothing", () => {
  const writers = new ThreeWriters(seeded(SWEPT));
  for (let step = 0; step < 120; step += 1) writers.step();
  writers.hear();
  const [first, ...others] = writers.pages.map(({ doc }) => readDocument(doc));
  for (const other of others) expect(other).toEqual(first);
});
