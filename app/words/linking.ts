import { enumerated, plural } from "./numbers";

/** What the search that § opens says beside its results. */
export const linkSearch = {
  recent: "Senest brugt",
  mine: "Jeres punkter",
  rest: "Kilden i rækkefølge",
  help: "↑↓ vælger · Enter knytter · Skift+Enter knytter flere · Esc skriver tegnet §",
  helpPlain: "↑↓ vælger · Enter knytter · Skift+Enter knytter flere · Esc lukker",
  /** In the row that would be chosen. */
  cite: (key: string) => `${key} citerer`,
  many: "Vælg flere",
  done: "Færdig",
  several: (count: number) => `De ${count} afsnit, der er markeret, bliver knyttet.`,
};

/** What is offered beside the paragraph of the caret; nothing of it is done by itself. */
export const offer = {
  label: "Forslag til henvisning",
  /** "5.3 Varsling?" */
  clause: (names: readonly string[]) => `${enumerated(names)}?`,
  heading: (names: readonly string[]) => `${enumerated(names)} som overskriften?`,
  below: (count: number) =>
    count === 1 ? "Gælder også afsnittet herunder?" : `Gælder også de ${count} afsnit herunder?`,
  take: "Knyt",
  dismiss: "Afvis forslaget",
  dismissed: "Forslaget er afvist",
  heard: (text: string) => `Forslag: ${text} Alt+Enter knytter, Escape afviser.`,
};

/** In the source beside the text. */
export const sourceLinking = {
  several: (count: number) => `${count} afsnit er markeret: et klik knytter dem alle.`,
  drop: (label: string, count: number) =>
    count === 1 ? `Slip for at knytte afsnittet til ${label}` : `Slip for at knytte de ${count} afsnit til ${label}`,
  suggested: "foreslået",
  more: (label: string) => `Holdning til ${label}`,
  legend: (center: string | null) => (center ? `Holdning, ${center}` : "Holdning"),
  noRemarksHelp: "Ingen bemærkninger er centerets svar på hele punktet.",
  answered: (label: string, answer: string | null) =>
    answer ? `${label}: ${answer.toLowerCase()}` : `Svaret på ${label} er fjernet`,
  notAnswered: "Svaret kunne ikke gemmes. Prøv igen.",
  speaks: (count: number) =>
    `Centeret har skrevet ${plural(count, "afsnit", "afsnit")} om punktet, så det er besvaret.`,
};
