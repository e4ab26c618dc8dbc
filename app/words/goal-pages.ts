import { enumerated, plural } from "./numbers";

export const goalPage = {
  title: "Status gennem årene",
  none: {
    title: "Ingen status endnu",
    text: "Når et center sætter status på målet i en vurdering, står det her – år efter år.",
  },
  by: (name: string) => `sat af ${name}`,
  wordings: "Ordlyd gennem årene",
  toBoard: "Se alle mål",
  showAll: (count: number) => `Vis alle ${count} vurderinger`,
};

export const goalBoard = {
  title: "Målene og centrene",
  lead: "Hvad hvert center senest har sagt om hvert mål, og hvordan det er gået siden vurderingen før.",
  open: "Måltavle",
  goal: "Mål",
  caption: "Mål og centre med seneste status",
  none: {
    title: "Ingen status endnu",
    text: "Tavlen fyldes, når centrene sætter status på målene i en vurdering.",
  },
  noGoals: { title: "Kilden har ingen mål", text: "Ret kildens opdeling, hvis noget af den er mål." },
  nothing: "Intet sagt",
  since: {
    title: (label: string) => `Siden “${label}”`,
    summary: (changes: readonly { count: number; name: string }[]) =>
      changes.length > 0
        ? `${enumerated(changes.map(({ count, name }) => `${count} ${name.toLowerCase()}`))}.`
        : "Alle mål er uændrede.",
    waiting: (count: number) => `${plural(count, "mål", "mål")} fra den udgave er ikke afgjort endnu.`,
    toDesk: "Afgør dem på overførslen",
    gone: "Mål, der er taget ud",
    next: "Begynd næste udgave",
  },
  summary: {
    center: (goals: number, met: number) => `${plural(goals, "mål", "mål")}, ${met} opfyldt hos mindst ét center`,
    municipality: (goals: number, met: number) => `${plural(goals, "mål", "mål")}, ${met} opfyldt i mindst én kommune`,
  },
  /** The board of one assessment or follow-up alone. */
  inOne: {
    title: "Målene i denne runde",
    lead: {
      assessment: "Hvad hvert center har sagt om hvert mål i denne vurdering.",
      "follow-up": "Hvad hvert center har sagt om hvert mål i denne opfølgning.",
    },
    toAll: "Se målene gennem årene",
  },
  per: {
    label: "Kolonner",
    center: "Pr. center",
    municipality: "Pr. kommune",
    explained:
      "En kommune står med den status, som det center, der er længst tilbage, har givet målet. Centre, der har sagt »Ikke relevant«, tæller kun med, når ingen har sagt andet. Frem eller tilbage vises kun, når alle de centre, der tæller med, også havde sagt noget i vurderingen før.",
  },
  /** Whose status it is that a municipality stands with; of one center alone, its name. */
  furthestBehind: (centers: readonly string[], of: number) => {
    if (of === 1) return enumerated(centers);
    return centers.length === of ? `ens hos alle ${of} centre` : `længst tilbage: ${enumerated(centers)}`;
  },
};
