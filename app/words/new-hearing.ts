import type { ConsultationKind } from "../../server/consultations/shapes";
import { plural } from "./numbers";

export const newHearing = {
  title: "Opret høring",
  lead: "Høringen oprettes på en kilde, hvis opdeling er godkendt. Derefter fordeler du bestemmelserne til centrene.",
  kind: "Hvad skal der skrives?",
  kinds: {
    hearing: "Et høringssvar",
    assessment: "En vurdering af implementering",
    "follow-up": "En opfølgning på indsatser",
  } satisfies Record<ConsultationKind, string>,
  source: "Kilde",
  chooseSource: "Vælg en kilde",
  sourceOption: (title: string, label: string, clauses: number) =>
    `${title}, ${label} (${plural(clauses, "punkt", "punkter")})`,
  noSource: "Der er ingen kilder med godkendt opdeling endnu.",
  addSource: "Tilføj en kilde",
  hearingTitle: "Titel",
  sender: "Afsender",
  senderHint: "Den, der har sendt høringen, for eksempel Region Hovedstaden.",
  deadline: "Ekstern frist",
  deadlineTime: "Klokkeslæt",
  caseNumber: "Sagsnummer",
  kle: "KLE-nummer",
  kleHint: "Et nummer eller et ord, for eksempel 29.30.00",
  submit: "Opret høring",
};
