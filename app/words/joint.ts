import type { InvitationState } from "../../server/consultations/guests/shapes";
import { enumerated } from "./numbers";
import { dateAndTime } from "./time";

const STATES: Readonly<Record<InvitationState, string>> = {
  waiting: "Afventer svar",
  accepted: "Deltager",
  declined: "Deltager ikke",
  withdrawn: "Trukket tilbage",
};

/** Several municipalities in one hearing. */
export const joint = {
  title: "Kommuner",
  lead: "Kommuner, der er inviteret til at svare fælles. Deres centre skriver med, godkender hver deres del og kan få et tillæg. I leder høringen.",
  leadOfOthers: "Kommuner, der svarer fælles på høringen.",
  alone: "Høringen besvares af jeres egen kommune alene.",
  states: STATES,
  centers: (names: readonly string[]) => enumerated(names),
  answered: {
    accepted: (by: string, at: Date) => `${by} sagde ja ${dateAndTime(at)}.`,
    declined: (by: string, at: Date) => `${by} sagde nej ${dateAndTime(at)}.`,
  },
  reason: (reason: string) => `Begrundelse: ${reason}`,
  invite: "Invitér en kommune",
  municipality: "Kommune",
  municipalityHint: "Kommunens tovholdere får besked og vælger, hvilke af deres centre der deltager.",
  choose: "Vælg en kommune",
  send: "Send invitationen",
  withdraw: "Træk tilbage",
  withdrawOf: (municipality: string) => `Træk invitationen til ${municipality} tilbage`,
  withdrawText: (municipality: string) =>
    `${municipality} mister straks adgangen. Bestemmelserne tages tilbage fra deres centre, men det, de har skrevet, bliver stående.`,
};

/** The page on which an invited municipality answers. */
export const invitation = {
  title: "Invitation til et fælles svar",
  lead: (host: string, by: string, at: Date) => `${by}, ${host}, har inviteret jer ${dateAndTime(at)}.`,
  facts: {
    hearing: "Høring",
    sender: "Afsender",
    deadline: "Ekstern frist",
    host: "Værtskommune",
    state: "Jeres svar",
  },
  states: { ...STATES, waiting: "Ikke besvaret", accepted: "I deltager", declined: "I deltager ikke" },
  explained: (host: string) =>
    `${host} leder høringen og sender svaret. Jeres centre skriver deres bemærkninger i den fælles tekst, jeres ledere godkender jeres del, og I kan få jeres eget tillæg.`,
  centers: "Centre, der deltager",
  centersHint: (host: string) => `${host} kan give bestemmelser til dem, I vælger. I kan tilføje flere senere.`,
  hasTasks: "har fået bestemmelser og kan ikke tages ud",
  accept: "Tag imod invitationen",
  change: "Gem, hvem der deltager",
  changed: "Jeres valg er gemt.",
  open: "Åbn høringen",
  decline: { waiting: "Sig nej tak", accepted: "Træd ud af det fælles svar" },
  declineText: {
    waiting: (host: string) => `${host} får besked og kan læse begrundelsen.`,
    accepted: (host: string) =>
      `I mister straks adgangen, og jeres bestemmelser gives tilbage. Det, I har skrevet, bliver stående. ${host} kan læse begrundelsen.`,
  },
  reason: "Begrundelse",
  declineSubmit: { waiting: "Send afslaget", accepted: "Træd ud" },
  over: {
    waiting: "Svaret er sendt, så invitationen kan ikke besvares mere.",
    accepted: "Svaret er sendt, så det kan ikke ændres, hvem der deltager.",
    declined: "I har sagt nej. Værtskommunen kan invitere jer igen.",
    withdrawn: "Værtskommunen har trukket invitationen tilbage.",
  } satisfies Record<InvitationState, string>,
  given: (reason: string) => `I skrev: ${reason}`,
};

/** A guest's own section of the text. */
export const addendum = {
  title: (municipality: string) => `Tillæg fra ${municipality}`,
  lead: "Et tillæg er jeres eget afsnit til sidst i teksten. Det hører til jeres del og godkendes og sendes sammen med resten.",
  center: "Hvilket center skriver det?",
  add: (municipality: string) => `Tilføj tillæg fra ${municipality}`,
  added: "Tillægget står nu til sidst i teksten.",
  goTo: "Gå til tillægget",
  notYet: "Når et af jeres centre har fået en bestemmelse, kan I tilføje et tillæg.",
  closed: "Svaret er sendt, så der kan ikke tilføjes et tillæg.",
};
