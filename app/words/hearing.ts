import type { ConsultationKind } from "../../server/consultations/shapes";

/** A hearing's front page. */
export const hearing = {
  facts: {
    title: "Fakta",
    kind: "Type",
    sender: { hearing: "Afsender", assessment: "Modtager", "follow-up": "Modtager" } satisfies Record<
      ConsultationKind,
      string
    >,
    source: "Kilde",
    deadline: "Ekstern frist",
    caseNumber: "Sagsnummer",
    kle: "KLE-nummer",
    coordinator: "Tovholder",
  },
  start: {
    hearing: "Begynd svaret",
    assessment: "Begynd vurderingen",
    "follow-up": "Begynd opfølgningen",
  } satisfies Record<ConsultationKind, string>,
  startTitle: {
    hearing: "Høringssvaret er ikke begyndt",
    assessment: "Vurderingen er ikke begyndt",
    "follow-up": "Opfølgningen er ikke begyndt",
  } satisfies Record<ConsultationKind, string>,
  startText: "Når du begynder, får alle deltagende centre adgang til at skrive i det samme dokument.",
  waitText: {
    hearing: "Tovholderen begynder svaret. Imens kan centrene markere bestemmelser uden bemærkninger under Dækning.",
    assessment: "Tovholderen begynder vurderingen. Imens kan centrene sætte status på deres mål under Dækning.",
    "follow-up": "Tovholderen begynder opfølgningen. Imens kan centrene skrive tal under Indsatser.",
  } satisfies Record<ConsultationKind, string>,
  openText: {
    hearing: "Åbn høringssvaret",
    assessment: "Åbn vurderingen",
    "follow-up": "Åbn opfølgningen",
  } satisfies Record<ConsultationKind, string>,
  progress: "Centrenes svar",
  progressColumns: {
    center: "Center",
    deadline: "Intern frist",
    settled: "Afklaret",
    open: "Mangler at se på",
    state: "Fremdrift",
    part: "Centerets del",
  },
  settled: (settled: number, total: number) => `${settled} af ${total}`,
  holesOf: (count: number, center: string) => `${count} mangler ${center} at se på. Se hullerne`,
  noneAssigned: {
    title: "Ingen bestemmelser er fordelt",
    text: "Fordel bestemmelserne til centrene, så står deres fremdrift her.",
  },
  assignNow: "Fordel bestemmelser",
};
