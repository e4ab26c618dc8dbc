import type { FilingMetadata, FilingState } from "../../server/exports/shapes";

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
