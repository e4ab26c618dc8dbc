import { counted, enumerated, plural } from "./numbers";

type Counts = { added: number; changed: number; removed: number; moved: number };

const passages = (count: number) => `${counted(count)} afsnit`;

export const history = {
  title: "Historik",
  open: "Historik",
  toText: "Til teksten",
  lead: "Hvem skrev hvad, hvordan teksten så ud på et tidligere tidspunkt, og hvordan den kan gendannes. Intet i historikken kan slettes.",
  waiting: {
    title: "Historikken læses igennem",
    text: (rows: number, total: number) => `${counted(rows)} af ${counted(total)} ændringer er læst.`,
    hint: "Siden viser historikken, så snart den er klar.",
  },
  slider: {
    label: "Tidspunkt",
    now: "Nu",
    hint: "Piletaster går fra ændring til ændring, Home og End til begyndelsen og nu.",
    newer: "Vis nu",
    place: (place: number, of: number) => `${counted(place)} af ${counted(of)}`,
  },
  begun: "Teksten blev begyndt",
  someone: "En, der ikke længere findes",
  beginning: "Starttekst",
  moment: (when: string, who: string) => `${when}, ${who}`,
  compareWith: "Sammenlign med",
  compareNone: "Ingen – vis teksten",
  compareNow: "Teksten, som den er nu",
  compareBegun: "Teksten, som den begyndte",
  show: "Vis",
  sittings: {
    title: "Skriveforløb",
    words: (added: number, removed: number) =>
      [added > 0 && `${plural(added, "ord", "ord")} til`, removed > 0 && `${plural(removed, "ord", "ord")} fra`]
        .filter(Boolean)
        .join(", ") || "ingen ord ændret",
    text: "Teksten",
    changes: "Ændringer",
    textAt: (who: string, when: string) => `Teksten, som den var, da ${who} holdt op ${when}`,
    changesOf: (who: string, when: string) => `Ændringer, mens ${who} skrev ${when}`,
    span: (from: string, to: string) => (from === to ? `kl. ${from}` : `kl. ${from}–${to}`),
    more: (count: number) => `Vis ${counted(count)} ældre`,
  },
  versions: {
    title: "Versioner",
    none: "Ingen versioner er gemt eller sendt endnu.",
    name: "Navn",
    nameHint: "Teksten, som den er nu, får et navn. Der kan skrives videre.",
    opener: "Gem version",
    save: "Gem version",
    saved: "Versionen er gemt.",
    frozen: (round: number, state: string) => `Runde ${counted(round)}: ${state}`,
    states: {
      waiting: "sendt til godkendelse",
      approved: "godkendt",
      returned: "sendt tilbage",
      reopened: "åbnet igen",
      filed: "journaliseret",
    },
  },
  written: {
    title: (when: string) => `Teksten ${when}`,
    now: "Teksten, som den er nu",
    who: "Hvem skrev det",
    empty: "Teksten er tom.",
    suggestion: (by: string, accepted: string) => `${by} (forslag, taget ind af ${accepted})`,
    also: "også",
    restore: "Gendan afsnittet",
    restoreAs: (words: string) => `Gendan afsnittet: ${words}`,
  },
  compared: {
    title: "Ændringer",
    between: (before: string, after: string) => `Fra ${before} til ${after}`,
    same: (count: number) => `${passages(count)} uændret`,
    none: "Der er ingen forskel på de to.",
    kinds: { changed: "Ændret", added: "Tilføjet", removed: "Slettet", same: "Flyttet" },
    moved: "Flyttet",
    form: "Ordene er de samme; udseende eller henvisninger er ændret.",
    emptyPassage: "(tomt afsnit)",
    restore: "Gendan afsnittet, som det var",
  },
  counts: ({ added, changed, removed, moved }: Counts) => {
    const parts = [
      changed > 0 && `${passages(changed)} ændret`,
      added > 0 && `${passages(added)} tilføjet`,
      removed > 0 && `${passages(removed)} slettet`,
      moved > 0 && `${passages(moved)} flyttet`,
    ].filter((part) => part !== false);
    return parts.length > 0 ? enumerated(parts) : "intet ændret";
  },
  restore: {
    opener: "Gendan hele teksten",
    title: (when: string) => `Gendan teksten fra ${when}`,
    titleItem: (when: string) => `Gendan afsnittet fra ${when}`,
    will: (counts: string) => `Det sker der med teksten, som den er nu: ${counts}.`,
    keeps: "Det, der er skrevet siden, står stadig i historikken, så gendannelsen kan fortrydes.",
    nothing: "Teksten er, som den var. Der er intet at gendanne.",
    submit: "Gendan",
    cancel: "Annullér",
    done: "Teksten er gendannet.",
    see: "Se, hvad der blev ændret",
  },
  who: {
    label: "Hvem skrev dette?",
    loading: "Finder ud af, hvem der skrev afsnittet …",
    failed: "Det kunne ikke hentes lige nu. Prøv igen.",
    slow: "Historikken er lang og læses igennem. Prøv igen om lidt.",
    none: "Afsnittet er tomt.",
    close: "Luk",
    more: "Se historikken",
    share: (percent: number) => `${counted(percent)} %`,
  },
} as const;
