import { linesOf } from "../letter/letter";
import type { Letter, LetterNode } from "../letter/shapes";
import { escaped } from "../markup";

/**
 * Word's own contents field, already holding the headings: Word adds the page numbers when the file is opened, and whoever
 * does not still reads what there is.
 */
export function contentsOf({ body }: Letter): string {
  const headings = body.filter((node): node is LetterNode & { kind: "heading" } => node.kind === "heading");
  const field = (kind: string) =>
    `<w:r><w:fldChar w:fldCharType="${kind}"${kind === "begin" ? ' w:dirty="true"' : ""}/></w:r>`;
  const begin = `${field("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>${field("separate")}`;
  const lines = headings.map((heading, at) => {
    const indent = `<w:pPr><w:ind w:left="${(heading.level - 1) * 220}"/></w:pPr>`;
    const text = [...linesOf([heading])].flatMap(({ content }) =>
      content.map((each) => ("text" in each ? each.text : "")),
    );
    const run = `<w:r><w:t xml:space="preserve">${escaped(text.join(""))}</w:t></w:r>`;
    return `<w:p>${indent}${at === 0 ? begin : ""}${run}${at === headings.length - 1 ? field("end") : ""}</w:p>`;
  });
  return lines.join("");
}
