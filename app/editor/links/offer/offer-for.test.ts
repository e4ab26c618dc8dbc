import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import type { ClauseRow } from "../../../../server/agreements/shapes";
import type { Link } from "../../../document-model/document";
import { schemaExtensions } from "../../schema/extensions";
import type { Known } from "../reach";
import { indexClauses } from "./clause-index";
import { offerFor } from "./offer-for";

const schema = getSchema(schemaExtensions());
const rows = [
  { id: "n1", parentId: null, kind: "clause", number: "1", heading: "", text: "Hjælpemidler hentes af depotet." },
  { id: "n2", parentId: null, kind: "clause", number: "2", heading: "", text: "Tolkning bestilles af lægen." },
] as unknown as ClauseRow[];
const others = [
  "Frister",
  "Klager",
  "Pris",
  "Møder",
  "Ledelse",
  "Samtykke",
  "Uenighed",
  "Varsel",
  "Opsigelse",
  "Bilag",
];
const index = indexClauses([
  ...rows,
  ...others.map((text, at) => ({ ...rows[0], id: `o${at}`, number: "", text }) as ClauseRow),
]);
const source: Known = { whole: { kind: "source", id: "v" }, clauses: new Set(["n1", "n2"]), earlier: new Map() };
const link = (id: string, center = "social"): Link => ({ kind: "clause", id, center });

/** "# Overskrift [n1]": level by signs, links in brackets; the id is "line-00" and so on. */
function asked(lines: readonly string[], place: number, over: { waved?: string[]; center?: string } = {}) {
  const links = new Map<string, Link[]>();
  const blocks = lines.map((line, at) => {
    const id = `line-0${at}`;
    const [, signs = "", text = "", linked] = /^(#*) ?(.*?)(?: ?\[(.+)\])?$/.exec(line) ?? [];
    if (linked)
      links.set(
        id,
        linked.split(" ").map((one) => link(one)),
      );
    const kind = signs ? "heading" : "paragraph";
    return schema.nodes["block"]!.create({ id, kind, level: signs.length }, text ? schema.text(text) : null);
  });
  const doc = schema.nodes["doc"]!.create(null, blocks);
  return offerFor({ doc, place, links, center: over.center ?? "social", source, index, waved: new Set(over.waved) });
}

const section = ["# Vedr. depotet [n1]", "Først.", "", "## Under", "Så.", "Eget. [n2]", "# Andet", "Uden for."];

test("[L10] a linked heading offers what stands under it, until the next of its level: what has words and no link", () => {
  expect(asked(section, 0)).toEqual({
    kind: "below",
    blockId: "line-00",
    blockIds: ["line-01", "line-04"],
    targets: [{ kind: "clause", id: "n1" }],
  });
});

test("[L10] what came under a linked heading later is offered what the heading has, whatever lies between", () => {
  expect(asked(section, 4)).toMatchObject({ kind: "heading", blockIds: ["line-04"], targets: [{ id: "n1" }] });
  expect(asked(section, 7)).toBe(null);
});

test("[L10] nothing is offered for an empty line, for what is linked, or on behalf of who has not linked the heading", () => {
  expect(asked(section, 2)).toBe(null);
  expect(asked(section, 5)).toBe(null);
  expect(asked(section, 0, { center: "elderly" })).toBe(null);
  expect(asked(section, 1, { center: "elderly" })).toBe(null);
});

test("[L9] words are offered where no heading says it, and what was waved away is not offered again", () => {
  const lines = ["Hjælpemidlerne hentes ikke af depotet i dag."];
  expect(asked(lines, 0)).toMatchObject({ kind: "clause", targets: [{ kind: "clause", id: "n1" }] });
  expect(asked(lines, 0, { waved: ["line-00"] })).toBe(null);
  expect(asked(section, 0, { waved: ["line-04"] })).toMatchObject({ blockIds: ["line-01"] });
});
