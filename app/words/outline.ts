import type { Correction } from "../document-model/correction/shapes";
import { type Edition, editionNumber } from "./edition-number";
import { plural } from "./numbers";

/** The screen that corrects a tree of clauses, whether it is a proposal or in use. */
export const outline = {
  list: "Punkter i læserækkefølge",
  drag: "Træk for at flytte punktet",
  inUse: "I brug",
  toCheck: (count: number) =>
    count === 0 ? "Ingen punkter skal ses efter" : `${plural(count, "punkt", "punkter")} skal ses efter`,
  next: "Næste",
  saving: "Gemmer …",
  again: "Prøv igen",
  undo: "Fortryd",
  help: "Genveje",
  chosen: (count: number) => `${count} punkter er valgt`,
  together: "Alle de valgte punkter rettes på én gang og kan fortrydes på én gang.",
  joinThese: "Saml dem til ét",
  /** In brackets, as what a person is to look at. */
  added: "[Nyt punkt]",
  keysTitle: "Tastaturgenveje",
  keysClose: "Luk",
  keys: [
    ["↑ ↓", "vælg punkt (Home, End, Page Up og Page Down virker også)"],
    ["← →", "gå ud til punktet, det hører under, eller ind til det første under det"],
    ["Shift + ↑ ↓", "vælg flere punkter"],
    ["3.2", "skriv et nummer for at gå til det"],
    ["N, Shift + N", "næste og forrige punkt, der skal ses efter"],
    ["K B M U T", "gør til kapitel, bestemmelse, mål, udviklingsområde, brødtekst"],
    ["X eller Delete", "udelad"],
    ["S", "saml med forrige, eller saml de valgte"],
    ["A", "tilføj et punkt af samme slags efter dette"],
    ["Alt + ← →", "ryk ud og ind"],
    ["Alt + ↑ ↓", "flyt op og ned"],
    ["Enter", "ret teksten"],
    ["R eller F2", "ret overskriften"],
    ["Ctrl + Enter", "del ved markøren (i teksten)"],
    ["Esc", "tilbage til listen"],
    ["Z eller Ctrl + Z", "fortryd"],
    ["O", "vis eller skjul papiret"],
    ["?", "vis eller skjul genvejene"],
  ] as const,
};

export const amending = {
  title: (title: string) => `Ret opdelingen: ${title}`,
  lead: "Kilden er taget i brug. Hver rettelse bliver en ny underudgave, og bemærkninger, svar og fordelinger følger med.",
  standing: (edition: Edition, counts: string) => `Udgave ${editionNumber(edition)} · ${counts}`,
  done: "Til kilden",
  open: "Ret opdelingen",
  log: "Rettelser efter godkendelsen",
  did: {
    rename: "Nummer eller overskrift er rettet",
    rewrite: "En tekst er rettet",
    retype: "Punkter har fået en anden slags",
    split: "Et punkt er delt",
    add: "Et punkt er tilføjet",
    join: "Punkter er samlet",
    promote: "Punkter er rykket ud",
    demote: "Punkter er rykket ind",
    move: "Punkter er flyttet",
    place: "Et punkt er flyttet",
  } satisfies Record<Correction["op"], string>,
  undid: (edition: string) => `Rettelsen i ${edition} er fortrudt`,
};
