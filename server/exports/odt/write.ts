import type { Letter } from "../letter/shapes";
import { packed } from "../zip";
import { nodesAsOdf, paragraph } from "./nodes";
import { manifest, meta, ODT, part, spaced } from "./parts";
import { styles, TABLE_STYLES } from "./styles";

/**
 * The letter as OpenDocument text. Its type stands first and unpacked, so that a reader knows the file by its first bytes.
 * [X1] [X2]
 */
export function odtOf(letter: Letter): Promise<Uint8Array> {
  const parts = [
    ["mimetype", ODT],
    ["META-INF/manifest.xml", manifest()],
    ["content.xml", content(letter)],
    ["meta.xml", meta(letter)],
    ["styles.xml", styles(letter)],
  ] as const;
  return packed(parts, letter.date, ["mimetype"]);
}

function content(letter: Letter): string {
  const head = [
    paragraph("Kommune", spaced(letter.municipality)),
    letter.mark === "" ? "" : paragraph("Stempel", spaced(letter.mark)),
    paragraph("Brevtype", spaced(letter.kind)),
    paragraph("Title", spaced(letter.title)),
    ...letter.about.map(({ label, value }) => {
      const name = `<text:span text:style-name="Navn">${spaced(label)}</text:span>`;
      return paragraph("Oplyst", `${name}<text:tab/>${spaced(value)}`);
    }),
    paragraph("Streg", ""),
  ];
  const body = `${head.join("")}${nodesAsOdf(letter.body, letter.notes)}`;
  return part(
    "document-content",
    `<office:automatic-styles>${TABLE_STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
  );
}
