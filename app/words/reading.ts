/** A frozen text as it is read. */
export const reading = {
  note: (number: number) => `Fodnote ${number}`,
  notes: "Noter",
  loneNote: "Note:",
  under: (heading: string) => `Under “${heading}”`,
};
