import { plural } from "./numbers";

export const assigning = {
  clauses: "Bestemmelser",
  selected: (count: number) => (count === 0 ? "Ingen valgt" : `${count} valgt`),
  selectAll: "Vælg alle",
  selectNone: "Fravælg alle",
  selectUnassigned: "Vælg dem, ingen har",
  give: "Fordel til",
  centers: "Centre og råd",
  deadline: "Intern frist",
  deadlineHint: (external: string) => `Senest den eksterne frist, ${external}.`,
  submit: "Fordel",
  submitCount: (count: number) => (count === 0 ? "Fordel" : `Fordel ${plural(count, "punkt", "punkter")}`),
  done: "Fordelingen er gemt.",
  unassign: (clause: string, center: string) => `Tag ${clause} fra ${center}`,
  nobody: "Ikke fordelt",
  locked: "Teksten er sendt til godkendelse eller godkendt. Fordelingen kan ikke ændres.",
  readOnly: "Kun tovholdere kan ændre fordelingen.",
  sectionHint: "Et kapitel gælder alle punkter under det.",
  summary: (unassigned: number) =>
    unassigned === 0 ? "Alle punkter er fordelt." : `${plural(unassigned, "punkt", "punkter")} er ikke fordelt.`,
};
