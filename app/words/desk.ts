import type { DeskTask } from "../../server/consultations/shapes";
import { plural } from "./numbers";

const REASONS: Record<DeskTask["reason"], (task: DeskTask) => string> = {
  "answer-clauses": ({ open, total, center }) =>
    `${plural(open, "bestemmelse", "bestemmelser")} af ${total} venter på svar${center ? ` fra ${center}` : ""}.`,
  "start-response": () => "Bestemmelserne er fordelt, men svaret er ikke begyndt.",
  "assign-clauses": () => "Bestemmelserne er ikke fordelt til centrene endnu.",
  "write-together": () => "Svaret skrives. Saml det, og send det til godkendelse.",
  approve: () => "Teksten venter på din godkendelse.",
  returned: () => "Teksten er sendt tilbage med en begrundelse.",
  file: () => "Teksten er godkendt og skal journaliseres.",
};

export const desk = {
  title: "Mit bord",
  lead: (count: number) =>
    count === 0 ? "Intet venter på dig lige nu." : `${plural(count, "opgave", "opgaver")} venter på dig.`,
  groups: { past: "Overskredet", near: "I dag og i morgen", later: "Senere" },
  reason: (task: DeskTask) => REASONS[task.reason](task),
  empty: {
    title: "Bordet er ryddet",
    text: "Når en høring venter på dig, står den her med sin frist. Imens kan du læse de åbne høringer.",
    textForKeepers: "Din rolle har ingen opgaver i høringerne. Brug menuen for at komme til dine sider.",
  },
  open: "Åbne høringer og vurderinger",
  noneOpen: "Der er ingen åbne høringer.",
  all: "Se alle",
};
