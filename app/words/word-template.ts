import type { Field } from "../../server/exports/word-template/fields";
import type { References } from "../../server/exports/word-template/shapes";

const FIELDS: Readonly<Record<Field, string>> = {
  brev: "Brevets tekst. Skal stå alene i et afsnit",
  indhold: "Indholdsfortegnelse. Skal stå alene i et afsnit",
  titel: "Svarets titel",
  art: "Høringssvar eller vurdering",
  sagsnummer: "Sagsnummer",
  nummer: "Høringens nummer, for eksempel HS-2026-0007",
  kle: "KLE-nummer",
  dato: "Brevets dato",
  modtager: "Den, der har sendt høringen",
  afsender: "Kommunens navn",
  underskriver: "Den, der har godkendt",
  version: "Versionens nummer",
};

const REFERENCES: Readonly<Record<References, string>> = {
  inline: "I parentes efter afsnittet: (pkt. 4.2)",
  footnote: "Som fodnote",
  bookmark: "Som skjulte bogmærker",
  none: "Slet ikke",
};

/** The municipality's own Word template. */
export const wordTemplate = {
  title: "Word-skabelon",
  lead: "Høringssvar hentes som Word i kommunens egen skabelon med brevhoved og typografier. Filer, der allerede er lavet, ændrer sig ikke.",
  change: "Se og vælg kommunens Word-skabelon",
  now: "I brug nu",
  none: "Kommunen har ingen skabelon. Word-filer ser ud, som Samsvar tegner dem.",
  uploaded: (file: string, size: string, name: string, when: string) => `${file} (${size}), valgt af ${name} ${when}`,
  file: "Skabelon (.docx)",
  fileHint: "Højst 5 MB, uden makroer og uden noget, der hentes udefra.",
  other: "Vælg en anden skabelon",
  references: "Sådan henvises til bestemmelser",
  referenceNames: REFERENCES,
  save: "Gem",
  saved: "Gemt. Nye Word-filer bruger det.",
  remove: "Fjern skabelonen",
  fields: "Felter i skabelonen",
  fieldsLead: "Skriv felterne, hvor de skal stå, også i sidehoved og sidefod.",
  fieldNames: FIELDS,
  columns: { field: "Felt", meaning: "Betydning" },
  example: "Hent et eksempel at begynde med",
};
