import { editionNumber } from "./edition-number";
import { plural } from "./numbers";

export const sources = {
  title: "Kilder",
  lead: "Aftaler, målpapirer og strategier, som høringer og vurderinger handler om.",
  add: "Tilføj kilde",
  none: { title: "Ingen kilder endnu", text: "Tilføj aftalen eller målpapiret, før du opretter en høring." },
  columns: {
    title: "Titel",
    kind: "Type",
    publisher: "Udgiver",
    version: "Udgave",
    content: "Indhold",
    state: "Opdeling",
    compare: "Ændringer",
  },
  pages: "Sider med kilder",
  edition: (edition: { number: number; minor: number }) => `Udgave ${editionNumber(edition)}`,
  of: (title: string) => `af ${title}`,
  accepted: "Godkendt",
  proposed: "Skal rettes til",
  content: (clauses: number, goals: number) => {
    const parts = [
      ...(clauses > 0 ? [plural(clauses, "bestemmelse", "bestemmelser")] : []),
      ...(goals > 0 ? [plural(goals, "mål", "mål")] : []),
    ];
    return parts.length > 0 ? parts.join(", ") : "–";
  },
};

/** The editions of one source. */
export const editions = {
  title: "Udgaver",
  here: "vises her",
  older: "Du ser en tidligere udgave. Den nyeste er",
};

export const version = {
  addVersion: "Tilføj ny udgave",
  facts: "Oplysninger",
  publisher: "Udgiver",
  kind: "Type",
  label: "Udgave",
  file: "Original fil",
  download: "Hent originalen",
  fingerprint: "Fingeraftryk (SHA-256)",
  accepted: "Godkendt",
  content: "Indhold",
  openHearing: "Opret høring på kilden",
  none: "Kilden har ingen punkter.",
};
