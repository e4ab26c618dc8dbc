import type { SourceKind } from "../../server/agreements/shapes";
import type { ConsultationKind } from "../../server/consultations/shapes";
import type { Answer, CoverageState } from "../../server/links/shapes";
import type { Outcome } from "../../server/outcomes/shapes";
import type { ReviewState } from "../../server/reviews/shapes";
import type { ResponseStatus } from "../../server/standing/shapes";
import type { Stance } from "../document-model/document";
import type { NodeKind } from "../document-model/proposal";

export const consultationKinds: Record<ConsultationKind, string> = {
  hearing: "Høring",
  assessment: "Vurdering",
  "follow-up": "Opfølgning",
};

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

export const coverageStates: Record<CoverageState, string> = {
  "not-looked-at": "Ikke set på",
  "look-again": "Se igen",
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

export const stances: Record<Stance, string> = {
  support: "Støtter",
  "point-of-attention": "Opmærksomhedspunkt",
  "change-proposal": "Ændringsforslag",
  question: "Spørgsmål",
};

/** For the margin, where there is room for a word. */
export const shortStances: Record<Stance, string> = {
  support: "støtter",
  "point-of-attention": "obs",
  "change-proposal": "ændring",
  question: "spørgsmål",
};

export const outcomes: Record<Outcome, string> = {
  accepted: "Medtaget",
  partly: "Delvist medtaget",
  "not-accepted": "Ikke medtaget",
};
