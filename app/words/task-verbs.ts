import type { DeskTask } from "../../server/consultations/shapes";

export const taskVerbs: Record<DeskTask["reason"], string> = {
  "answer-clauses": "Svar på bestemmelserne",
  "newer-version": "Vælg udgave",
  "start-response": "Begynd svaret",
  "assign-clauses": "Fordel bestemmelserne",
  "write-together": "Skriv svaret sammen",
  approve: "Læs og godkend",
  "sign-off": "Godkend centerets del",
  returned: "Ret teksten",
  file: "Journalisér svaret",
  comments: "Tag dig af kommentarer",
  suggestions: "Tag stilling til forslag",
  "part-returned": "Ret centerets del",
  "confirm-plan": "Bekræft planen",
  "plan-step": "Følg planen",
  invitation: "Svar på invitationen",
};
