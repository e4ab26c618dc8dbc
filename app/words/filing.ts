export const filing = {
  title: "Eksport og journalisering",
  nothing: {
    title: "Der er intet at eksportere endnu",
    text: "Når teksten er godkendt, kan den hentes som Word og PDF og journaliseres i sagssystemet.",
  },
  approved: (name: string | null, when: string) =>
    name === null ? `Godkendt stiltiende ${when}` : `Godkendt af ${name} ${when}`,
  version: (number: number) => `Version ${number}`,
  files: "Filer",
  docx: "Hent Word",
  pdf: "Hent PDF",
  filesLead: "Filerne laves af den godkendte version og ændrer sig ikke.",
  form: "Journalisér",
  formLead: "Oplysningerne følger dokumentet til sagssystemet.",
  fields: {
    caseNumber: "Sagsnummer",
    title: "Titel",
    description: "Beskrivelse",
    userKey: "Brugervendt nøgle",
    documentType: "Dokumenttype",
    direction: "Retning",
    kle: "KLE-nummer",
    facet: "KLE-facet",
    letterDate: "Brevdato",
    recipient: "Modtager",
    responsible: "Ansvarlig",
    unit: "Enhed",
    sensitivity: "Følsomhed",
    signatory: "På vegne af",
  },
  submit: "Journalisér",
  correct: "Ret oplysningerne",
  correctLead: "Sagssystemet kunne ikke bruge dem. Ret det, der er galt, og prøv igen.",
  correctSubmit: "Ret, og prøv igen",
  system: (name: string) => `Sagssystem: ${name}`,
  waitingForReceipt: "Sagssystemet har fået dokumentet. Der ventes på, at det kvitterer. Siden opdaterer sig selv.",
  waitingForNext: "Det lykkedes ikke, men prøves igen af sig selv. Siden opdaterer sig selv.",
  rejected:
    "Sagssystemet har afvist dokumentet. Journalisér det dér i hånden, eller få teksten åbnet igen, rettet og godkendt på ny.",
  move: (name: string) =>
    `Kommunen bruger et andet sagssystem nu. Se efter, at dokumentet ikke ligger i ${name}, før det sendes et andet sted hen.`,
  moveTo: (name: string) => `Send til ${name} i stedet`,
  readBack: "Filerne er læst tilbage fra sagssystemet og er dem, der blev sendt.",
  notReadBack: "Sagssystemet giver ikke filerne tilbage, så fingeraftrykkene er af det, der blev sendt.",
  status: "Journalisering",
  requested: (name: string, when: string) => `Bestilt af ${name} ${when}`,
  filed: (when: string) => `Journaliseret ${when}`,
  waiting: "Afleveres til sagssystemet. Siden opdaterer sig selv.",
  retry: "Prøv igen",
  receipt: "Kvittering",
  receiptFields: {
    filingId: "Journaliserings-id",
    caseNumber: "Sagsnummer",
    documentNumber: "Dokumentnummer",
    receivedAt: "Modtaget",
    files: "Filer",
  },
  file: (name: string, bytes: string) => `${name} (${bytes})`,
  attempts: "Forsøg",
  attempt: (number: number, when: string, outcome: "filed" | "failed") =>
    `Forsøg ${number}, ${when}: ${outcome === "filed" ? "lykkedes" : "mislykkedes"}`,
  failure: (code: string) => FAILURES[code] ?? "",
  cpr: {
    place: (number: number) => `Sted ${number}`,
  },
};

/** Why an attempt failed, by the code that the services give it. */
const FAILURES: Readonly<Record<string, string>> = {
  "case-system-auth":
    "Sagssystemet afviste vores adgang. Det prøves igen; sker det fortsat, så kontakt jeres administrator.",
  "case-system-no-case": "Sagen findes ikke i sagssystemet. Kontrollér sagsnummeret.",
  "case-system-case-closed": "Sagen er lukket i sagssystemet.",
  "case-system-locked": "Sagen er låst af en anden lige nu. Det prøves igen.",
  "case-system-conflict": "Sagssystemet har allerede et andet dokument under samme id.",
  "case-system-too-big": "Filerne er for store til sagssystemet.",
  "case-system-bad-metadata": "Sagssystemet kunne ikke bruge oplysningerne. Ret dem, og prøv igen.",
  "case-system-not-allowed": "Sagssystemet tillader ikke journaliseringen.",
  "case-system-lapsed": "Godkendelsen var bortfaldet, før teksten blev sendt. Intet er journaliseret.",
  "case-system-no-receipt":
    "Sagssystemet har fået dokumentet, men ikke kvitteret i tre dage. Se efter i sagssystemet, før du prøver igen.",
  "case-system-rejected": "Sagssystemet afviste dokumentet.",
  "case-system-not-the-server":
    "Serveren, der svarede, er ikke den, der er aftalt (nøgle eller certifikat er en anden). Kontakt jeres administrator.",
  "case-system-unavailable": "Sagssystemet svarer ikke lige nu. Det prøves igen.",
  "case-system-unknown": "Sagssystemet svarede med en ukendt fejl. Det prøves igen.",
};
