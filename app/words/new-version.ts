import { enumerated, plural } from "./numbers";

/** A link whose clause stood in an earlier version. */
export const earlierClause = {
  changed: "Ordlyden er ændret i den nye udgave. Se bemærkningen igen.",
  wasChanged: "Ordlyden er ændret siden den forrige udgave.",
  compare: (label: string) => `Sammenlign med det tidligere ${label}`,
  looked: (center: string | null) => (center ? `Set igen (${center})` : "Set igen"),
  said: (label: string) => `${label} er set igen.`,
  notSaid: "Det blev ikke gemt. Prøv igen om lidt.",
  dropped: "udgået",
  droppedText: "Punktet er udgået i den nye udgave. Knyt afsnittet til et andet punkt, eller fjern henvisningen.",
  undecided: "venter",
  undecidedText: "Det er ikke afgjort, hvad punktet er blevet til i den nye udgave.",
  toDesk: "Gå til overførslen (ny fane)",
  chip: {
    changed: (label: string) => `Henviser til ${label}, ændret i den nye udgave. Se igen`,
    dropped: (label: string) => `Henviser til ${label}, udgået i den nye udgave`,
    undecided: (label: string) => `Henviser til ${label} i den forrige udgave, venter på afgørelse`,
  },
  alsoGone: (labels: readonly string[]) => `Henvisningen til ${enumerated(labels)} forsvinder også.`,
  again: "Ændret – se igen",
  left: "Ikke i den nye udgave",
  leftText: "Afsnit henviser stadig til disse punkter.",
};

/** A newer version of a hearing's source. */
export const newVersion = {
  title: (label: string) => `Der er kommet en ny udgave: ${label}`,
  text: (label: string) =>
    `Høringen er på udgaven “${label}”. Flytter du den, følger henvisninger, svar og fordeling med til den nye udgave, og centrene bliver bedt om at se igen på det, der er ændret. Teksten selv ændres ikke.`,
  waits: (label: string) => `Høringen er på udgaven “${label}”, indtil en tovholder har taget stilling.`,
  follow: "Flyt høringen til den nye udgave",
  stay: "Bliv på denne udgave",
  compare: "Se forskellene",
  followed: (label: string) =>
    `Høringen er flyttet til udgaven “${label}”. Henvisningerne i margenen viser, hvad punkterne er blevet til.`,
  seen: "Luk",
  failed: "Det blev ikke gemt. Prøv igen om lidt.",
};

/** What waits at the carry-over desk. */
export const carryingOver = {
  title: (count: number) =>
    count === 1
      ? "1 punkt fra en tidligere udgave venter på afgørelse"
      : `${plural(count, "punkt", "punkter")} fra en tidligere udgave venter på afgørelse`,
  text: (count: number) =>
    `${count === 1 ? "Det er" : "De er"} i brug i høringen. Teksten kan først sendes til godkendelse, når det er afgjort, hvad ${count === 1 ? "det er" : "de er"} blevet til i den nye udgave.`,
  decide: (count: number) => (count === 1 ? "Afgør det" : `Afgør de ${count}`),
  look: (count: number) => (count === 1 ? "Se det" : `Se de ${count}`),
  more: (count: number) => `og ${count} til`,
};
