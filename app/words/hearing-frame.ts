import type { ConsultationKind } from "../../server/consultations/shapes";

/** What stands above every page of a hearing: apart from what its front page says alone, for each of them loads it. */
export const hearingFrame = {
  all: "Høringer",
  deadline: "Ekstern frist",
  /** Of a guest's: whose hearing it is. */
  joint: (host: string) => `Fælles svar · ${host.replace(/ Kommune$/, "")}`,
  tabs: "Høringens sider",
  overview: "Overblik",
  plan: "Plan",
  assigning: "Fordeling",
  goals: "Mål",
  initiatives: "Indsatser",
  coverage: "Dækning",
  writing: "Skriv",
  parts: "Centrenes dele",
  history: "Historik",
  approval: "Godkendelse",
  filing: "Eksport og journalisering",
  outcomes: "Udfald",
  notStarted: {
    hearing: "svaret er ikke begyndt",
    assessment: "vurderingen er ikke begyndt",
    "follow-up": "opfølgningen er ikke begyndt",
  } satisfies Record<ConsultationKind, string>,
};
