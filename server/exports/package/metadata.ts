import { danishDay } from "../../clock";
import { escaped } from "../markup";
import type { VersionToExport } from "../queries";

/** What a package says of itself: facts of the version and its hearing, in an order that is always the same. */
export function metadataOf({ version, response, consultation, municipality, source, edition }: VersionToExport) {
  return {
    municipality: municipality.name,
    cvr: municipality.cvr,
    userKey: consultation.userKey,
    caseNumber: consultation.caseNumber,
    kle: consultation.kle,
    kind: consultation.kind,
    title: response.title,
    consultation: consultation.title,
    sender: consultation.sender,
    deadline: consultation.deadline,
    source: source.title,
    sourceEdition: edition.label,
    version: String(version.number),
    letterDate: danishDay(version.frozenAt),
    documentSha256: version.sha256,
  };
}

export type PackageMetadata = ReturnType<typeof metadataOf>;

/** The same in XML, by the words that the case systems' interfaces use where they have one. */
const WORDS: Record<keyof PackageMetadata, string> = {
  municipality: "Kommune",
  cvr: "CVRnummer",
  userKey: "BrugervendtNoegleTekst",
  caseNumber: "Sagsnummer",
  kle: "KLEEmne",
  kind: "Art",
  title: "TitelTekst",
  consultation: "Hoering",
  sender: "Modtager",
  deadline: "Hoeringsfrist",
  source: "Kilde",
  sourceEdition: "KildeUdgave",
  version: "Version",
  letterDate: "Brevdato",
  documentSha256: "GodkendtIndholdSha256",
};

export function metadataAsXml(metadata: PackageMetadata): string {
  const lines = Object.entries(WORDS).map(([key, word]) => {
    const value = Object.entries(metadata).find(([name]) => name === key)?.[1] ?? "";
    return `  <${word}>${escaped(value)}</${word}>`;
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', "<Pakke>", ...lines, "</Pakke>", ""].join("\n");
}
