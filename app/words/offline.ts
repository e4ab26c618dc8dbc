const MOST_DAYS = 14;

export const offline = {
  kept: "Gemt på denne maskine · sendes, når forbindelsen er tilbage",
  keptBusy: "Gemt på denne maskine · sendes, når serveren kan gemme igen",
  keeping: "Gemmer på denne maskine …",
  unable: "Ikke gemt – forbindelsen er væk, og browseren kan ikke gemme her. Luk ikke siden",
  leaveKept:
    "Det sidste, du har skrevet, er gemt på denne maskine, men ikke sendt endnu. Det sendes, næste gang du åbner teksten her. Vil du forlade siden?",
  sending: "Det, du skrev, mens forbindelsen var væk, bliver sendt nu …",
  sent: (at: string) => `Det, du skrev ${at}, og som ikke nåede frem dengang, er nu gemt i teksten.`,
  locked: (at: string) =>
    `Teksten er låst eller kan ikke ændres af dig lige nu. Det, du skrev ${at}, nåede ikke med. Det ligger på denne maskine i op til ${MOST_DAYS} dage og bliver sendt af sig selv, hvis teksten bliver åbnet igen. Kopiér det, hvis du skal bruge det før.`,
  refused: (at: string) =>
    `Det, du skrev ${at}, kan ikke føjes til teksten. Kopiér det, og sæt det ind, hvor det passer.`,
  sentElsewhere: "Det, du skrev uden forbindelse, er nu gemt i teksten:",
  stuckElsewhere: "Noget, du har skrevet på denne maskine, er ikke gemt i teksten:",
  notSaved: "Ikke gemt i teksten",
  savedNow: "Gemt nu",
  show: "Vis i teksten",
  onlyDeleted: "Det var ikke ny tekst, men noget, du havde slettet eller ændret.",
  copy: "Kopiér",
  remove: "Slet fra denne maskine",
  removeSure: "Teksten ligger kun på denne maskine. Vil du slette den?",
  close: "Luk",
  signOut: (count: number) =>
    `Noget af det, du har skrevet${count > 1 ? ` i ${count} tekster` : ""}, ligger kun på denne maskine og er ikke sendt endnu. Når du logger ud, bliver det slettet herfra. Vil du logge ud alligevel?`,
};
