import { expect, test } from "vitest";
import { flatten } from "../../../../app/document-model/proposal";
import { proposalOf } from "../proposal";
import { p, paperOf, r, textsOf } from "./word-by-hand";

const note = (kind: string, id: number, inside: string, type = "") =>
  `<w:${kind} w:id="${id}"${type}>${inside}</w:${kind}>`;
const ref = (kind: string, id: number, more = "") => `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`;

test("[S2] notes stand at the end, in the order the text names them, with their numbers", async () => {
  const footnotes =
    note("footnote", -1, p("<w:r><w:separator/></w:r>"), ' w:type="separator"') +
    note("footnote", 1, p(`<w:r><w:footnoteRef/></w:r>${r(" Jf. sundhedsloven.")}`) + p("Se også vejledningen.")) +
    note("footnote", 2, p("Den anden.")) +
    note("footnote", 3, p("Ingen nævner mig."));
  const endnotes = note("endnote", 1, p("Sidst."));
  const body =
    p(`${r("Klynger")}${ref("footnote", 2)}${r(" og nævn")}${ref("footnote", 1)}${r(".")}${ref("endnote", 1)}`) +
    p(`Igen${""}`);
  expect(await textsOf({ body, footnotes, endnotes })).toEqual([
    "Klynger¹ og nævn².³",
    "Igen",
    "¹ Den anden.",
    "² Jf. sundhedsloven. Se også vejledningen.",
    "³ Sidst.",
  ]);
});

test("[S2] the tree knows them as notes", async () => {
  const body =
    p("1. Formål", '<w:outlineLvl w:val="0"/>') + p(`${r("1.1 Aftalen gælder klynger")}${ref("footnote", 1)}${r(".")}`);
  const paper = await paperOf({
    body,
    footnotes: note("footnote", 1, p("En klynge er et sygehus med sine kommuner.")),
  });
  const { proposal } = proposalOf(paper, { newId: () => "" });
  const found = flatten(proposal.nodes).map(({ kind, text }) => [kind, text]);
  expect(found).toContainEqual(["text", "¹ En klynge er et sygehus med sine kommuner."]);
});

test("[S2] a note that is missing, deleted or has a sign of its own is not made up", async () => {
  const body =
    p(`${r("Et")}${ref("footnote", 9)}`) +
    p(`${r("To")}<w:del>${ref("footnote", 1)}</w:del>`) +
    p(`${r("Tre")}${ref("footnote", 1, ' w:customMarkFollows="1"')}${r("*")}`);
  expect(await textsOf({ body, footnotes: note("footnote", 1, p("Væk.")) })).toEqual(["Et¹", "To", "Tre*"]);
});
