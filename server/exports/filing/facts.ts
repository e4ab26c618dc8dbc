import type { FilingMetadata } from "../shapes";

/** What a filing says beside its title and its numbers, by the words of SF2900 and SF1470; only what there is. */
export function factsOf(metadata: FilingMetadata): [string, string][] {
  const { recipientId, version } = metadata;
  const all: [string, string][] = [
    ["KLETitel", metadata.kleTitle],
    ["HandlingsfacetTitel", metadata.facetTitle],
    ["Modtagetdato", metadata.receivedDate],
    ["Afsendtdato", metadata.sentDate],
    ["Fristdato", metadata.deadline],
    ["Fristoverskridelse", metadata.lateReason],
    [/^\d{8}$/.test(recipientId) ? "ModtagerCVR" : "ModtagerUUID", recipientId],
    ["SvarPaa", metadata.answerTo],
    ["KassationskodeTekst", metadata.disposal],
    ["OffentlighedUndtagetTitelAlternativTekst", metadata.exemptionTitle],
    ["OffentlighedUndtagetHjemmelTekst", metadata.exemptionLaw],
    ["VersionIdentifikator", version === 0 ? "" : String(version)],
  ];
  return all.filter(([, value]) => value !== "");
}

const SPOKEN: Readonly<Record<string, string>> = {
  Modtagetdato: "Modtaget",
  Afsendtdato: "Afsendt",
  Fristdato: "Frist",
  Fristoverskridelse: "Efter fristen, fordi",
  ModtagerCVR: "Modtagers CVR-nummer",
  ModtagerUUID: "Modtagers UUID",
  SvarPaa: "Svar på",
  KassationskodeTekst: "Kassationskode",
  OffentlighedUndtagetTitelAlternativTekst: "Offentlig titel",
  OffentlighedUndtagetHjemmelTekst: "Undtaget fra aktindsigt efter",
  VersionIdentifikator: "Version",
};

/** The same for a system that has a description and no fields for it: a line each, after what the officer wrote. */
export function spokenFacts(metadata: FilingMetadata): string {
  const { kle, kleTitle, facet } = metadata;
  const facts = factsOf(metadata).flatMap(([name, value]) => (SPOKEN[name] ? [`\n${SPOKEN[name]}: ${value}`] : []));
  return [`\nKLE: ${[kle, kleTitle].filter(Boolean).join(" ")}, ${facet}`, ...facts].join("");
}
