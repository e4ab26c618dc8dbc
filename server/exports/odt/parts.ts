import type { Letter } from "../letter/shapes";
import { escaped } from "../markup";

export const ODT = "application/vnd.oasis.opendocument.text";

const SPACES: Readonly<Record<string, string>> = {
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  table: "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  xlink: "http://www.w3.org/1999/xlink",
  meta: "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  dc: "http://purl.org/dc/elements/1.1/",
};

/** A part of an ODT: what stands in its root element. */
export function part(root: string, inside: string): string {
  const names = Object.entries(SPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return `${head}\n<office:${root} ${names.join(" ")} office:version="1.3">${inside}</office:${root}>`;
}

export function manifest(): string {
  const entries = [["/", ODT], ...["content.xml", "styles.xml", "meta.xml"].map((name) => [name, "text/xml"])].map(
    ([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`,
  );
  const space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest ${space}>${entries.join("")}</manifest:manifest>`;
}

export function meta({ title, kind, municipality, footer, date }: Letter): string {
  const at = date.toISOString().slice(0, 19);
  const said = [
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:subject>${escaped(kind)}</dc:subject>`,
    `<dc:description>${escaped(footer)}</dc:description>`,
    `<meta:initial-creator>${escaped(municipality)}</meta:initial-creator>`,
    `<dc:creator>${escaped(municipality)}</dc:creator>`,
    `<meta:creation-date>${at}</meta:creation-date><dc:date>${at}</dc:date><dc:language>da-DK</dc:language>`,
  ];
  return part("document-meta", `<office:meta>${said.join("")}</office:meta>`);
}

/** ODF takes several spaces for one, and a tab for a space, unless they are said. */
export function spaced(text: string): string {
  return escaped(text).replace(/ {2,}/g, (run) => ` <text:s text:c="${run.length - 1}"/>`);
}
