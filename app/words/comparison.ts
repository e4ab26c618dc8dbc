import { editionNumber } from "./edition-number";
import { plural } from "./numbers";

/** What differs between two texts, said to who cannot see strokes and colours. */
export const compared = {
  removed: "Fjernet:",
  added: "Tilføjet:",
  end: "(slut)",
  before: "Før",
  after: "Nu",
  by: {
    sentences: "Meget er ændret. Der er derfor sammenlignet sætning for sætning.",
    whole: "Teksterne er for forskellige til at blive sammenlignet. De vises hver for sig.",
  },
};

/** The page that shows two editions of a source beside each other. */
export const comparison = {
  title: "Sammenlign udgaver",
  lead: (from: string, to: string) => `“${to}” sammenlignet med “${from}”`,
  withEdition: (number: number) => `Sammenlign med udgave ${number}`,
  edition: (edition: { number: number; minor: number; label: string }) =>
    `Udgave ${editionNumber(edition)}: ${edition.label}`,
  before: (label: string) => `Før: ${label}`,
  after: (label: string) => `Nu: ${label}`,
  counts: (changed: number, unchanged: number) =>
    changed === 0
      ? "De to udgaver er ens."
      : `${plural(changed, "ændring", "ændringer")}, ${plural(unchanged, "punkt er uændret", "punkter er uændrede")}.`,
  proposed: (count: number) =>
    plural(count, "er et forslag, som ingen har afgjort endnu.", "er forslag, som ingen har afgjort endnu."),
  allDecided: "Alt er afgjort.",
  toDesk: "Gå til overførslen",
  decided: "Afgjort",
  suggested: "Forslag",
  suggestedHint: "Ingen har afgjort det endnu",
  filter: "Vis kun",
  filterHint: "Sæt hak ved en eller flere. Uden hak vises alt.",
  show: "Vis",
  showAll: "Vis alt",
  layout: "Opstilling",
  layouts: { "side-by-side": "Side om side", inline: "I én tekst" },
  changes: "Ændringer",
  previous: "Forrige",
  next: "Næste",
  position: (at: number, of: number) => (at === 0 ? `${of} i alt` : `${at} af ${of}`),
  folded: (count: number) => plural(count, "uændret punkt", "uændrede punkter"),
  foldedProposed: (count: number) => `${count} heraf er forslag`,
  notThen: (label: string) => `Findes ikke i “${label}”`,
  anchor: (name: string) => `Link til ${name}`,
  none: { title: "Ingen punkter at vise", text: "Ingen punkter er ændret på den måde." },
  nothing: { title: "Der er intet at sammenligne", text: "Ingen af udgaverne har punkter." },
  shortcuts: "Tastaturgenveje",
  keys: [
    ["N", "næste ændring"],
    ["P", "forrige ændring"],
    ["1–7", "vis kun uændret, flyttet, omformuleret, delt, samlet, udgået, ny; igen: vis ikke"],
    ["0", "vis alt"],
    ["O", "skift mellem side om side og én tekst"],
  ] as const,
};
