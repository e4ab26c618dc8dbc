/** The files of a text: the approved version's, and drafts. */
export const files = {
  title: "Filer",
  back: "Eksport og journalisering",
  approved: {
    title: "Den godkendte tekst",
    lead: "Filerne laves af den godkendte version og ændrer sig ikke.",
  },
  draft: {
    title: "Udkast",
    lead: "Teksten, som den er lige nu. Den er ikke godkendt, og hver side er mærket UDKAST.",
    none: "Du kan hente filer, når teksten er godkendt.",
  },
  groups: { letter: "Brevet", receiver: "Til modtageren", council: "Til politikerne", all: "Alt samlet" },
  kinds: {
    docx: { name: "Word", what: "Til at arbejde videre med" },
    pdf: { name: "PDF", what: "Til at sende og arkivere (PDF/A-2, tilgængelig)" },
    html: { name: "Webside", what: "Én fil, der kan læses i enhver browser" },
    "pdf-remarks": { name: "PDF med bemærkninger", what: "Brevet, og bemærkningerne som bilag i kildens rækkefølge" },
    "remarks-docx": { name: "Bemærkninger i Word", what: "Tabel: afsnit, bemærkning, ændringsforslag, center" },
    "remarks-xlsx": { name: "Bemærkninger i Excel", what: "Samme tabel, til modtagerens egen oversigt" },
    "pdf-data": { name: "PDF med data", what: "Brevet, og teksten som maskinlæsbar fil indeni (PDF/A-3)" },
    "agenda-docx": { name: "Dagsordenspunkt i Word", what: "Det kendte er skrevet, resten er mærket til udfyldning" },
    package: { name: "Pakke (ZIP)", what: "Alle filer, data og en liste med fingeraftryk" },
    odt: { name: "OpenDocument", what: "Til LibreOffice og andre programmer end Word (ODT)" },
  },
  problems: {
    title: "Se på dette først",
    fixed: "Teksten er godkendt og kan kun rettes, hvis den åbnes igen.",
    kinds: {
      "missing-glyph": "Tegn, som en PDF ikke kan vise",
      cpr: "Ligner et CPR-nummer. Fjern det, eller skriv ved journaliseringen, hvorfor det skal stå der",
      "no-title": "Svaret har ingen titel",
      "skipped-heading": "Overskriften springer et niveau over. I filen rykkes den et niveau op",
      "no-header-row": "Tabellen har ingen overskriftsrække, så en skærmlæser kan ikke sige, hvad tallene er",
    },
    signs: (signs: readonly string[]) => signs.join(" "),
    above: "Titel og oplysninger",
  },
  link: "Alle formater",
  draftLink: "Hent et udkast",
};
