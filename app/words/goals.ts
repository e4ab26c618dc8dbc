import type { Trend } from "../../server/goals/shapes";
import type { GoalStatus } from "../document-model/goals";

export const goalStatuses: Record<GoalStatus, string> = {
  "not-current": "Ikke aktuelt i gang",
  planned: "Planlagt",
  "in-progress": "I gang",
  "partly-met": "Delvist opfyldt",
  met: "Opfyldt",
  "not-relevant": "Ikke relevant",
};

export const trends: Record<Trend, string> = { forward: "frem", same: "uændret", back: "tilbage" };

/** Drawn beside the word, never alone. */
export const trendSigns: Record<Trend, string> = { forward: "↑", same: "→", back: "↓" };

export const goals = {
  status: "Status",
  none: "Uden status",
  nextStep: "Næste skridt",
  due: "Senest",
  save: "Gem",
  remove: "Fjern status",
  goToText: "Gå til teksten",
  said: (goal: string, center: string, status: string) => `${goal}, ${center}: ${status}.`,
  until: (step: string, day: string | null) => (day ? `${step ? `${step}, ` : ""}senest ${day}` : step),
  approvedToo: (isShown: boolean) =>
    `Status på målene godkendes sammen med teksten${isShown ? "." : ", men vises ikke i filerne."}`,
  owner: "ansvarlig",
  makeOwner: (center: string, goal: string) => `Gør ${center} ansvarlig for ${goal}`,
  makeOwnerShort: "Gør ansvarlig",
};
