import type { InvitationState } from "../../server/consultations/guests/shapes";
import { enumerated } from "./numbers";
import { dateAndTime } from "./time";

/** Several municipalities in one hearing. */
export const joint = {
  title: "Kommuner",
  lead: "Kommuner, der er inviteret til at svare fælles. Deres centre skriver med, godkender hver deres del og kan få et tillæg. I leder arbejdet.",
  leadOfOthers: "Kommuner, der svarer fælles.",
  alone: "Jeres egen kommune svarer alene.",
  states: {
    waiting: "Afventer svar",
    accepted: "Deltager",
    declined: "Deltager ikke",
    withdrawn: "Trukket tilbage",
  } satisfies Record<InvitationState, string>,
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
