/** What a text may begin with; written as a municipality writes. */
export const templates = {
  label: "Skabeloner",
  offer: "Begynd med en skabelon, eller skriv løs.",
  names: {
    general: "Generelle bemærkninger",
    attention: "Opmærksomhedspunkter",
    pointByPoint: "Bemærkninger punkt for punkt",
    signature: "Underskrift",
  },
  general: {
    heading: "Generelle bemærkninger",
    thanks: (from: string, source: string) => `${from} takker for muligheden for at afgive bemærkninger til ${source}.`,
    overall: "Overordnet set finder vi, at ",
  },
  attention: {
    heading: "Opmærksomhedspunkter",
    intro: "Vi gør særligt opmærksom på følgende:",
  },
  about: (section: string) => `Vedr. ${section}`,
  signature: (from: string) => `På vegne af ${from}`,
  we: "Vi",
  done: (name: string) => `${name} er sat ind. Fortryd med Ctrl+Z.`,
  already: (name: string) => `${name} står allerede i teksten.`,
  nothingAssigned: "Centeret har ingen punkter i kilden at svare på.",
};
