import { danishDay } from "../../clock";
import type { MadeFile } from "../made-file";
import { escaped } from "../markup";
import type { VersionToExport } from "../queries";

/** What a package says of itself: facts of the version and its hearing, in an order that is always the same. */
export function metadataOf(
  { version, response, consultation, municipality, source, edition }: VersionToExport,
  attached: readonly MadeFile[],
) {
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
    // What was packed before there were any says nothing of them, as it always did.
    ...(attached.length > 0 ? { attached: attached.map(({ fileName, sha256 }) => ({ fileName, sha256 })) } : {}),
  };
}

export type PackageMetadata = ReturnType<typeof metadataOf>;

/** The same in XML, by the words that the case systems' interfaces use where they have one. */
const WORDS: Record<Exclude<keyof PackageMetadata, "attached">, string> = {
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
    return `  <${word}>${escaped(String(value))}</${word}>`;
  });
  const attached = (metadata.attached ?? []).map(
    ({ fileName, sha256 }) => `  <Bilag navn="${escaped(fileName)}" sha256="${sha256}"/>`,
  );
  return ['<?xml version="1.0" encoding="UTF-8"?>', "<Pakke>", ...lines, ...attached, "</Pakke>", ""].join("\n");
}
