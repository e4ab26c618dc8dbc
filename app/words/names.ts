import type { SourceKind } from "../../server/agreements/shapes";
import type { ConsultationKind, DeskTask } from "../../server/consultations/shapes";
import type { FilingMetadata, FilingState } from "../../server/exports/shapes";
import type { Role } from "../../server/identity/viewer";
import type { Answer, CoverageState } from "../../server/links/shapes";
import type { ReviewState } from "../../server/reviews/shapes";
import type { ResponseStatus } from "../../server/standing/shapes";
import type { NodeKind } from "../document-model/proposal";

/** The Danish word for each value of the domain's unions; the types see to it that none is forgotten. */
export const roleNames: Record<Role, string> = {
  contributor: "Bidragyder",
  coordinator: "Tovholder",
  manager: "Leder",
  "case-officer": "Journalfører",
  reader: "Læser",
  auditor: "Revisor",
  administrator: "Administrator",
};

export const consultationKinds: Record<ConsultationKind, string> = { hearing: "Høring", assessment: "Vurdering" };

export const sourceKinds: Record<SourceKind, string> = {
  agreement: "Aftale",
  "goal-paper": "Målpapir",
  strategy: "Strategi",
};

export const nodeKinds: Record<NodeKind, string> = {
  section: "Kapitel",
  clause: "Bestemmelse",
  goal: "Mål",
  area: "Udviklingsområde",
  text: "Brødtekst",
  ignored: "Udeladt",
};

export const centerKinds: Record<"center" | "council", string> = { center: "Center", council: "Råd" };

export const responseStatuses: Record<ResponseStatus | "not-started", string> = {
  "not-started": "Ikke begyndt",
  writing: "Skrives",
  "in-review": "Til godkendelse",
  approved: "Godkendt",
  filed: "Journaliseret",
};

export const reviewStates: Record<ReviewState, string> = {
  waiting: "Afventer",
  approved: "Godkendt",
  returned: "Sendt tilbage",
  reopened: "Åbnet igen",
};

export const filingStates: Record<FilingState, string> = {
  ready: "Klar til afsendelse",
  sent: "Sendt",
  received: "Modtaget",
  delivered: "Afleveret",
  accepted: "Accepteret",
  filed: "Journaliseret",
  failed: "Mislykkedes",
  rejected: "Afvist",
};

export const coverageStates: Record<CoverageState, string> = {
  "not-looked-at": "Ikke set på",
  "in-work": "I gang",
  answered: "Besvaret",
  "no-remarks": "Ingen bemærkninger",
  "not-relevant": "Ikke relevant",
};

export const answers: Record<Answer, string> = {
  "in-work": "Vi er i gang",
  "no-remarks": "Ingen bemærkninger",
  "not-relevant": "Ikke relevant",
};

export const documentTypes: Record<FilingMetadata["documentType"], string> = {
  Brev: "Brev",
  Notat: "Notat",
  Rapport: "Rapport",
};

export const directions: Record<FilingMetadata["direction"], string> = { Udgaaende: "Udgående", Internt: "Internt" };

export const sensitivities: Record<FilingMetadata["sensitivity"], string> = {
  IKKE_FORTROLIGE_DATA: "Ikke fortrolige oplysninger",
  FORTROLIGE_PERSONOPLYSNINGER: "Fortrolige personoplysninger",
  FOELSOMME_PERSONOPLYSNINGER: "Følsomme personoplysninger",
};

export const taskVerbs: Record<DeskTask["reason"], string> = {
  "answer-clauses": "Svar på bestemmelserne",
  "start-response": "Begynd svaret",
  "assign-clauses": "Fordel bestemmelserne",
  "write-together": "Skriv svaret sammen",
  approve: "Læs og godkend",
  returned: "Ret teksten",
  file: "Journalisér svaret",
};
