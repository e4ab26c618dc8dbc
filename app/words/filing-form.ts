import type { FilingMetadata } from "../../server/exports/shapes";
import { day } from "./time";

/** What the filing form asks for beside what is in `filing.fields`, and how it is laid out. */
export const filingForm = {
  groups: {
    document: "Dokumentet",
    case: "Sag og emne",
    dates: "Datoer",
    parties: "Parter",
    access: "Fortrolighed og bevaring",
  },
  fields: {
    receivedDate: "Høringen modtaget",
    sentDate: "Svaret afsendt",
    deadline: "Høringsfrist",
    lateReason: "Hvorfor kommer svaret efter fristen?",
    recipientId: "Modtagers CVR-nummer eller UUID",
    answerTo: "Svar på (afsenderens nummer)",
    exemptionLaw: "Undtaget fra aktindsigt efter",
    exemptionTitle: "Titel, som offentligheden må se",
    disposal: "Kassation",
    version: "Version",
    kle: "KLE",
  },
  hints: {
    sentDate: "Lad feltet stå tomt, hvis svaret sendes i dag.",
    exemptionLaw: "For eksempel offentlighedslovens § 23",
    lateReason: (deadline: string) =>
      `Fristen var ${day(deadline)}. Er svaret sendt i tide, så skriv afsendelsesdagen ovenfor i stedet.`,
  },
  deadline: (when: string) => `Høringsfristen er ${day(when)}.`,
  datedAhead: "Brevet skal være dateret frem",
  exemption: "Undtagelse fra aktindsigt",
  facts: "Oplysninger, der fulgte med",
  cpr: {
    title: (count: number) =>
      count === 1 ? "Noget i teksten ligner et CPR-nummer" : `${count} steder i teksten ligner CPR-numre`,
    lead: "Står der et rigtigt CPR-nummer, skal teksten åbnes igen og rettes. Ellers skriv, hvorfor tallet skal stå der.",
    reason: "Hvorfor skal nummeret stå der?",
    hint: "Begrundelsen gemmes i revisionssporet. Skriv den uden nummeret.",
  },
};

export const disposals: Record<FilingMetadata["disposal"], string> = {
  "": "Som sagen",
  B: "B – bevares",
  K: "K – kasseres",
};
