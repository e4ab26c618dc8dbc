import { plural } from "./numbers";

export const newAssessment = {
  open: "Ny vurdering",
  title: "Ny vurdering",
  lead: "Vurderingen begynder med målene fra kilden, spørgsmålet til hvert område og plads til centrenes svar. Ret forslagene, hvis de ikke passer.",
  proposedTitle: (source: string) => `Vurdering af implementering: ${source}`,
  sender: "Modtager",
  senderHint: "Den, der har bedt om vurderingen, for eksempel KKR.",
  coordinator: "Tovholder",
  submit: "Opret vurdering",
  noGoals: (source: string) => `“${source}” har ingen mål at vurdere.`,
  correct: "Ret kildens opdeling",
};

export const startingAssessment = {
  answeredPer: "Svar",
  per: { area: "samlet for hvert målområde", goal: "for hvert mål" },
  unassigned: (count: number) =>
    `${plural(count, "mål", "mål")} er ikke fordelt. Svarafsnit hører kun til et center, når målene er fordelt først.`,
  assign: "Fordel målene",
  showsStatus: "Vis status ved hvert mål i filerne",
  showsStatusHint: "Status godkendes sammen med teksten, også når filerne ikke viser den.",
  save: "Gem",
  files: "Filerne",
};
