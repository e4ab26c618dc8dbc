/** Quotes of a clause in the text. */
export const quotes = {
  cite: "Citér",
  citeLabel: (label: string) => `Citér ${label} i teksten`,
  cited: (label: string) => `${label} er citeret i teksten.`,
  from: (label: string) => `– ${label}`,
  changed: "Punktet lyder nu anderledes",
  compare: "Se forskellen",
  hide: "Skjul forskellen",
  update: "Opdatér citatet",
  keep: "Behold",
  gone: "Punktet er udgået i den nye udgave",
  undecided: "Det er ikke afgjort, hvad punktet er blevet til",
  split: "Punktet er delt i flere",
};
