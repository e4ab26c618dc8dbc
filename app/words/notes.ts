/** Footnotes in the text. */
export const notes = {
  put: "Fodnote",
  name: (number: number) => `Fodnote ${number}`,
  said: (numbers: readonly number[]) => `, fodnote ${numbers.join(" og ")}`,
  hint: "Skriv noten. Esc går tilbage til teksten.",
  orphan: "Uden henvisning",
  orphanHelp: "Intet sted i teksten henviser til noten.",
  attach: "Sæt henvisning ind her",
  remove: "Slet",
  removeNote: "Slet noten",
  empty: "Noten er tom.",
  noWord: "Skriv først det ord, noten hører til.",
};
