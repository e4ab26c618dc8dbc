import type { HitKind, Way } from "../../server/search/shapes";
import { enumerated, plural } from "./numbers";

export const search = {
  title: "Søg",
  lead: "Find det, der står i kilderne, i bemærkningerne og i svarene.",
  query: "Søg efter",
  hint: "Bøjninger og slåfejl findes også. Sæt “…” om ord, der skal stå præcis sådan.",
  submit: "Søg",
  filters: "Afgræns",
  kind: "Type",
  year: "År",
  center: "Center",
  source: "Kilde",
  stance: "Holdning",
  all: "Alle",
  kinds: { source: "Kilder", clause: "Punkter i kilder", remark: "Bemærkninger", response: "Svar" } satisfies Record<
    HitKind,
    string
  >,
  oneKind: { source: "Kilde", clause: "Punkt i kilde", remark: "Bemærkning", response: "Svar" } satisfies Record<
    HitKind,
    string
  >,
  ways: {
    stem: "Ordene, du skrev",
    beginning: "Længere ord, der begynder sådan",
    near: "Ord, der ligner",
  } satisfies Record<Way, string>,
  count: (total: number, isBounded: boolean) => (isBounded ? `De ${total} bedste fund` : plural(total, "fund", "fund")),
  bounded: "Der er flere, end der kan vises. Skriv flere ord, eller afgræns søgningen.",
  reset: "Ryd afgrænsningen",
  empty: {
    title: "Hvad leder du efter?",
    text: "Du kan finde bestemmelser og mål i kilderne, hvad centrene har bemærket gennem årene, og hele svar på titel, afsender eller nummer.",
    examples: "Prøv for eksempel",
  },
  examples: ["genoptræning", "“tre dage før”", "HS-2026"],
  none: {
    title: (query: string) => `Ingen fund på “${query}”`,
    text: "Prøv færre eller andre ord, eller tag citationstegnene væk.",
    filtered: "Prøv færre eller andre ord, eller ryd afgrænsningen.",
  },
  onlySmallWords: {
    title: "Ordene står i næsten alle tekster",
    text: "Ord som “og”, “i” og “der” kan ikke søges alene. Skriv et ord mere.",
  },
  unnamed: (source: string) => `Punkt i ${source}`,
  under: (heading: string) => `Under “${heading}”`,
  about: (clauses: readonly string[]) => `Om pkt. ${enumerated(clauses)}`,
  centers: (names: readonly string[]) => enumerated(names),
  pages: "Sider med fund",
  previous: "Forrige",
  next: "Næste",
  pageOf: (page: number, pages: number) => `Side ${page} af ${pages}`,
  keys: "Tastatur: / går til feltet, ↑ og ↓ går mellem fundene, Enter åbner.",
};
