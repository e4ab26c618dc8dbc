import { getSchema } from "@tiptap/core";
import type { Node as PmNode } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { schemaExtensions } from "../schema/extensions";
import { presentIn } from "./use-links";

const schema = getSchema(schemaExtensions());
const block = (id: string, text: string) => schema.nodes["block"]!.create({ id }, schema.text(text));
const doc = (...blocks: PmNode[]) => schema.nodes["doc"]!.create(null, blocks);

test("[L4] the list of paragraphs stays the very same while somebody types, and changes when one comes, goes or moves", () => {
  const [one, two] = [block("line-01", "Et"), block("line-02", "To")];
  const before = presentIn(doc(one, two), null);
  const typed = presentIn(doc(one, block("line-02", "Tos")), before);
  expect(typed.ids).toBe(before.ids);
  expect(presentIn(doc(two, one), typed).ids).toEqual(["line-02", "line-01"]);
  expect(presentIn(doc(one, two, block("line-03", "Tre")), typed).ids).toEqual(["line-01", "line-02", "line-03"]);
  expect(presentIn(doc(one, block("line-04", "To")), typed).ids).toEqual(["line-01", "line-04"]);
});
