import { shortened } from "./clause-names";

/** What the sender made of a remark. */
export const outcome = {
  none: "Intet udfald",
  columns: { about: "Punkt", remark: "Bemærkning", center: "Center", outcome: "Udfald" },
  whole: "Hele kilden",
  note: "Notér udfald",
  change: "Ret udfaldet",
  about: (text: string) => `for “${shortened(text, 60)}”`,
  question: "Hvad gjorde afsenderen?",
  reason: "Afsenderens begrundelse",
  reasonHint: "Skal udfyldes, når bemærkningen ikke er medtaget helt.",
  save: "Gem udfaldet",
  cancel: "Fortryd",
  saved: "Udfaldet er gemt.",
  by: (name: string, when: string) => `Noteret af ${name} ${when}`,
};
