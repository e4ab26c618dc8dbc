import type { SignOffState } from "../../server/sign-offs/shapes";
import { plural } from "./numbers";

export const signOffStates: Record<SignOffState, string> = {
  none: "Ikke godkendt endnu",
  signed: "Godkendt",
  lapsed: "Bortfaldet",
  returned: "Sendt tilbage",
};

/** Of the parts, at the writing desk. */
export const partsAtDesk = {
  signed: (count: number, of: number) => `${count} af ${plural(of, "center", "centre")} har godkendt`,
  stands: (center: string, state: SignOffState) => `${center}: ${signOffStates[state].toLowerCase()}`,
  give: (heading: string) => `Hvilket center hører “${heading}” til?`,
  giveMenu: "Hører til center …",
  lead: "Overskriften og alt under den er centerets del, uanset koblingerne.",
  center: "Center",
  nobody: "Intet bestemt center",
  untitled: "(uden tekst)",
  save: "Gem",
  cancel: "Annullér",
  unheard: "Det kunne ikke gemmes nu. Prøv igen om lidt.",
  belongs: (center: string, state: SignOffState | undefined) =>
    state && state !== "none" ? `Hører til ${center}: ${signOffStates[state].toLowerCase()}` : `Hører til ${center}`,
};
