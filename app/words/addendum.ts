/** A guest's own section of the text. */
export const addendum = {
  title: (municipality: string) => `Tillæg fra ${municipality}`,
  lead: "Et tillæg er jeres eget afsnit til sidst i teksten. Det hører til jeres del og godkendes og sendes sammen med resten.",
  center: "Hvilket center skriver det?",
  add: (municipality: string) => `Tilføj tillæg fra ${municipality}`,
  added: "Tillægget står nu til sidst i teksten.",
  goTo: "Gå til tillægget",
  notYet: "Når et af jeres centre har fået en bestemmelse, kan I tilføje et tillæg.",
  closed: "Svaret er sendt, så der kan ikke tilføjes et tillæg.",
};
