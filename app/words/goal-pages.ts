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
  summary: (goals: number, met: number) => `${plural(goals, "mål", "mål")}, ${met} opfyldt hos mindst ét center`,
};
