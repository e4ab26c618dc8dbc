import { plural } from "./numbers";
import { day } from "./time";

/** KLE, the municipalities' common plan of what a case is about. */
export const kle = {
  title: "KLE",
  lead: "Journaliseringer får et KLE-nummer og en facet. Med en liste her kan numrene slås op, og et nummer, der er udgået på brevets dato, bliver stoppet.",
  change: "Se og læg KLE-listen ind",
  topics: "Emner",
  facets: "Facetter",
  none: {
    topics: "Der er ingen liste med emner. Indtil der er, tjekkes kun, at et nummer har form som 29.30.00.",
    facets: "Der er ingen liste med facetter. Indtil der er, tjekkes kun, at en facet har form som G01.",
  },
  counts: {
    topics: (count: number) => plural(count, "emne", "emner"),
    facets: (count: number) => plural(count, "facet", "facetter"),
  },
  edition: (when: string) => `udgivet ${day(when)}`,
  brought: (file: string, name: string, when: string) => `${file}, lagt ind af ${name} ${when}`,
  ending: (count: number) => `Udgår (${count})`,
  columns: { number: "Nummer", title: "Titel", ends: "Sidste dag", successor: "Afløses af" },
  noSuccessor: "Fremgår ikke af listen",
  tryIt: "Slå et nummer op",
  tryHint:
    "Skriv et nummer eller et ord. Det samme opslag bruges, når en høring oprettes, og når et svar journaliseres.",
  bring: {
    title: "Læg en liste ind",
    lead: "Listen erstatter den, der er i brug. Det, der er journaliseret, beholder sit nummer og sin titel.",
    file: "Fil",
    fileHint:
      "OS2KLE.txt fra OS2 (github.com/os2kle/os2kle) eller XML-filen med emner eller facetter fra KLE-Online. Højst 20 MB.",
    edition: "Udgivet",
    editionHint:
      "Står der “[udgår 2027]” i listen, regnes 31.12.2026 som den sidste dag. Er listen selv fra 2027, gælder nummeret året ud.",
    submit: "Læg ind",
    done: (what: string) => `Listen er i brug: ${what}.`,
    same: "Det er den liste, der er i brug i forvejen. Intet er ændret.",
  },
  facet: {
    title: "Fast facet",
    label: "Facet, som journaliseringer begynder med",
    hint: "Journalføreren kan vælge en anden. Lad feltet stå tomt, hvis der skal vælges hver gang.",
    submit: "Gem",
    saved: "Gemt.",
  },
  field: {
    results: "Numre i KLE-listen",
    found: (count: number) => plural(count, "nummer", "numre"),
    nothing: "Intet i KLE-listen passer.",
    noList: "Kommunen har ingen KLE-liste. Kun formen tjekkes.",
    ends: (when: string) => `Udgår ${day(when)}.`,
    ended: (when: string) => `Udgik ${day(when)} og kan ikke bruges på brevets dato.`,
    begins: (when: string) => `Gælder først fra ${day(when)}.`,
    successor: (number: string, title: string) => `Afløses af ${number} ${title}.`,
  },
};
