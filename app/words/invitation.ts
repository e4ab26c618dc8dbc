import type { InvitationState } from "../../server/consultations/guests/shapes";
import type { ConsultationKind } from "../../server/consultations/shapes";
import { dateAndTime } from "./time";

/** The page on which an invited municipality answers. */
export const invitation = {
  title: "Invitation til et fælles svar",
  lead: (host: string, by: string, at: Date) => `${by}, ${host}, har inviteret jer ${dateAndTime(at)}.`,
  facts: {
    sender: "Afsender",
    deadline: "Ekstern frist",
    host: "Værtskommune",
    state: "Jeres svar",
  },
  states: {
    waiting: "Ikke besvaret",
    accepted: "I deltager",
    declined: "I deltager ikke",
    withdrawn: "Trukket tilbage",
  } satisfies Record<InvitationState, string>,
  explained: (host: string) =>
    `${host} leder arbejdet og sender svaret. Jeres centre skriver deres bemærkninger i den fælles tekst, jeres ledere godkender jeres del, og I kan få jeres eget tillæg.`,
  centers: "Centre, der deltager",
  centersHint: (host: string) => `${host} kan give bestemmelser til dem, I vælger. I kan tilføje flere senere.`,
  hasTasks: "har fået bestemmelser og kan ikke tages ud",
  accept: "Tag imod invitationen",
  change: "Gem, hvem der deltager",
  changed: "Jeres valg er gemt.",
  open: {
    hearing: "Åbn høringen",
    assessment: "Åbn vurderingen",
    "follow-up": "Åbn opfølgningen",
  } satisfies Record<ConsultationKind, string>,
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
