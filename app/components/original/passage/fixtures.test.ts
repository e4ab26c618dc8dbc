import type { TextItem } from "pdfjs-dist/types/src/display/api";
import { describe, expect, test } from "vitest";
import { type FlatNode, flatten } from "~/document-model/proposal";
import { readFileAs } from "../../../../tests/bench/import/read-as";
import { toTypstPdf } from "../../../../tests/bench/import/to-typst";
import { PAPERS } from "../../../../tests/fixtures/papers/index";
import { findPassage } from "./find";
import { type Letters, lettersOf } from "./letters";

/** The letters of each page as the browser will find them. */
async function printed(bytes: Uint8Array): Promise<Letters[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false }).promise;
  const pages: Letters[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(lettersOf(items.filter((item): item is TextItem => "str" in item).map(({ str }) => str)));
  }
  await document.destroy();
  return pages;
}

const wordsOf = (node: FlatNode | undefined) => (node ? `${node.number} ${node.heading} ${node.text}` : "");

async function read(bytes: Uint8Array): Promise<FlatNode[]> {
  const proposal = await readFileAs(bytes, "paper.pdf");
  if ("refused" in proposal) throw new Error(`Expected the fixture to be read; got ${proposal.refused}.`);
  return flatten(proposal.proposal.nodes);
}

describe.each(PAPERS.map((paper) => ({ name: paper.name, paper })))("$name", ({ paper }) => {
  test("[S19] each clause read from a PDF is found on its page, and one after the other", async () => {
    const bytes = toTypstPdf(paper);
    const pages = await printed(bytes);
    const nodes = await read(bytes);
    const notFound: string[] = [];
    const outOfOrder: string[] = [];
    let last = 0;
    for (const [index, node] of nodes.entries()) {
      const first = (node.page ?? 1) - 1;
      const around = { before: wordsOf(nodes[index - 1]), after: wordsOf(nodes[index + 1]) };
      const found = findPassage({ ...node, ...around }, pages.slice(first, first + 2));
      const place = found?.places[0];
      if (found?.share !== 1 && (found?.share ?? 0) < 0.9) notFound.push(wordsOf(node));
      if (place?.page !== 0) notFound.push(`page ${node.page}: ${wordsOf(node)}`);
      // Notes are printed at the foot of the page and read where they stand.
      const at = first * 100_000 + (place?.from ?? 0);
      if (node.kind !== "text" && at < last) outOfOrder.push(wordsOf(node));
      if (node.kind !== "text") last = at;
    }
    expect({ notFound, outOfOrder }).toEqual({ notFound: [], outOfOrder: [] });
  });
});
