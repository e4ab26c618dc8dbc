import type { ConsultationKind, DeskTask } from "../../server/consultations/shapes";
import { shortened } from "./clause-names";
import { plural } from "./numbers";
import { partOf } from "./part-names";
import { stepNames } from "./plan";
import { taskVerbs } from "./task-verbs";

const REASONS: Record<DeskTask["reason"], (task: DeskTask) => string> = {
  "answer-clauses": ({ open, total, center }) =>
    `${plural(open, "bestemmelse", "bestemmelser")} af ${total} venter på ${center ?? "svar"}.`,
  "newer-version": () => "Kilden er kommet i en nyere udgave. Vælg, om høringen skal følge den.",
  "start-response": () => "Bestemmelserne er fordelt, men svaret er ikke begyndt.",
  "assign-clauses": () => "Bestemmelserne er ikke fordelt til centrene endnu.",
  "write-together": (task) => `Svaret skrives. ${late(task)}Saml det, og send det til godkendelse.`,
  approve: () => "Teksten venter på din godkendelse.",
  "sign-off": ({ center }) => `${center ?? "Centeret"} har tekst, der venter på din godkendelse.`,
  returned: () => "Teksten er sendt tilbage med en begrundelse.",
  file: () => "Teksten er godkendt og skal journaliseres.",
  comments: ({ open }) => `Du er bedt om at tage dig af ${plural(open, "kommentar", "kommentarer")}.`,
  suggestions: ({ open }) => `${plural(open, "forslag", "forslag")} til dit centers afsnit venter på at blive afgjort.`,
  "part-returned": ({ by, center, why }) =>
    `${by ?? "Lederen"} har sendt ${partOf(center)} tilbage: “${shortened(why ?? "", 160)}”`,
  "confirm-plan": ({ step }) =>
    `Planen er et forslag, indtil du bekræfter den eller retter dens dage. Næste trin: ${step ? stepNames[step] : ""}.`,
  "plan-step": ({ step, deadline }) =>
    `Trinet “${step ? stepNames[step] : ""}” ${deadline.daysLeft < 0 ? "skulle være udført" : "er det næste"} i planen.`,
  invitation: ({ host }) => `${host ?? "En anden kommune"} har inviteret jer til at svare fælles.`,
};

/** What the coordinator has to know of the centers. */
function late({ lateCenters }: DeskTask): string {
  if (lateCenters === 0) return "";
  return `${plural(lateCenters, "center er", "centre er")} over fristen. `;
}

/** What is said otherwise of an assessment. */
const OF_ASSESSMENTS: Partial<typeof REASONS> = {
  "answer-clauses": ({ open, total, center }) => `${open} af ${total} mål venter på ${center ?? "svar"}.`,
  "newer-version": () => "Målpapiret er kommet i en nyere udgave. Vælg, om vurderingen skal følge den.",
  "start-response": () => "Målene er fordelt, men vurderingen er ikke begyndt.",
  "assign-clauses": () => "Målene er ikke fordelt til centrene endnu.",
  "write-together": (task) => `Vurderingen skrives. ${late(task)}Saml den, og send den til godkendelse.`,
};

const ASSESSMENT_VERBS: Partial<Record<DeskTask["reason"], string>> = {
  "answer-clauses": "Vurdér målene",
  "start-response": "Begynd vurderingen",
  "assign-clauses": "Fordel målene",
  "write-together": "Skriv vurderingen sammen",
  file: "Journalisér vurderingen",
};

/** What is said otherwise of a follow-up. */
const OF_FOLLOW_UPS: Partial<typeof REASONS> = {
  ...OF_ASSESSMENTS,
  "newer-version": () => "Kilden er kommet i en nyere udgave. Vælg, om opfølgningen skal følge den.",
  "start-response": () => "Målene er fordelt, men opfølgningen er ikke begyndt.",
  "write-together": () => "Opfølgningen skrives. Saml den, og send den til godkendelse.",
};

const FOLLOW_UP_VERBS: typeof ASSESSMENT_VERBS = {
  "answer-clauses": "Følg op på målene",
  "start-response": "Begynd opfølgningen",
  "assign-clauses": "Fordel målene",
  "write-together": "Skriv opfølgningen sammen",
  file: "Journalisér opfølgningen",
};

const SAID_OTHERWISE: Record<ConsultationKind, Partial<typeof REASONS>> = {
  hearing: {},
  assessment: OF_ASSESSMENTS,
  "follow-up": OF_FOLLOW_UPS,
};

const VERBS_OTHERWISE: Record<ConsultationKind, typeof ASSESSMENT_VERBS> = {
  hearing: {},
  assessment: ASSESSMENT_VERBS,
  "follow-up": FOLLOW_UP_VERBS,
};

export const desk = {
  title: "Mit bord",
  lead: (tasks: number, news: number) => {
    const waiting = tasks === 0 ? "Ingen opgaver venter på dig" : `${plural(tasks, "opgave", "opgaver")} venter på dig`;
    if (news > 0) return `${waiting}, og der er ${plural(news, "ny besked", "nye beskeder")}.`;
    return tasks === 0 ? "Intet venter på dig lige nu." : `${waiting}.`;
  },
  /** Of another municipality's hearing: whose it is. */
  joint: (host: string) => `Fælles svar · ${host.replace(/ Kommune$/, "")}`,
  groups: { past: "Overskredet", near: "I dag og i morgen", later: "Senere" },
  reason: (task: DeskTask) => (SAID_OTHERWISE[task.consultation.kind][task.reason] ?? REASONS[task.reason])(task),
  verb: (task: DeskTask) => VERBS_OTHERWISE[task.consultation.kind][task.reason] ?? taskVerbs[task.reason],
  empty: {
    title: "Bordet er ryddet",
    text: "Når en høring venter på dig, står den her med sin frist. Imens kan du læse de åbne høringer.",
    textForKeepers: "Din rolle har ingen opgaver i høringerne. Brug menuen for at komme til dine sider.",
  },
  open: "Åbne høringer og vurderinger",
  noneOpen: "Der er ingen åbne høringer.",
  all: "Se alle",
};
