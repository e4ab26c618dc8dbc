import { factsOf } from "./facts";
import type { Earlier, Parcel } from "./port";

/** The metadata in the words of SF2900 and SF1470, so that whoever empties the folder knows the fields. */
export function metadataXml(parcel: Parcel, earlier: Earlier | null): string {
  const { clientId, metadata, contentHash, main, attachments } = parcel;
  const fields: [string, string][] = [
    ["KlientId", clientId],
    ["Sagsnummer", metadata.caseNumber],
    ["BrugervendtNoegleTekst", metadata.userKey],
    ["TitelTekst", metadata.title],
    ["BeskrivelseTekst", metadata.description],
    ["Brevdato", metadata.letterDate],
    ["Dokumenttype", metadata.documentType],
    ["Retning", metadata.direction],
    ["Fremdrift", "Endeligt"],
    ["KLEEmne", metadata.kle],
    ["Handlingsfacet", metadata.facet],
    ["Modtager", metadata.recipient],
    ["Ansvarlig", metadata.responsible],
    ["Enhed", metadata.unit],
    ["Foelsomhed", metadata.sensitivity],
    ["Underskriver", metadata.signatory],
    ...factsOf(metadata),
    ["GodkendtIndholdSha256", contentHash],
    ...(earlier ? ([["NyRevisionAf", earlier.clientId]] satisfies [string, string][]) : []),
  ];
  const files = [main, ...attachments].map(
    ({ name, mediaType, sha256 }, index) =>
      `  <Fil rolle="${index === 0 ? "hoveddokument" : "bilag"}" navn="${escaped(name)}" type="${escaped(mediaType)}" sha256="${sha256}"/>`,
  );
  const lines = fields.map(([name, value]) => `  <${name}>${escaped(value)}</${name}>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<Journalisering>",
    ...lines,
    ...files,
    "</Journalisering>",
    "",
  ].join("\n");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\r": "&#13;",
};

/** Safe as text and as an attribute; characters that XML 1.0 cannot hold at all become U+FFFD. */
export function escaped(text: string): string {
  const legal = text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
  return legal.replace(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? character);
}
