/** What a writer is told of the line, and of what did not get through. */
export const line = {
  copyAll: "Kopiér hele teksten",
  copyUnsaved: "Kopiér det, der ikke blev gemt",
  copied: "Teksten er kopieret",
  copyFailed: "Teksten kunne ikke kopieres. Markér den, og kopiér den selv.",
  notSaved: "Ikke gemt",
  onlyDeleted:
    "Det, der ikke blev gemt, er ikke ny tekst, men noget, du har slettet eller ændret. Det må du gøre igen.",
  reload: "Genindlæs siden",
  retry: "Prøv igen",
  signIn: "Log ind i en ny fane",
  close: "Luk",
  broken:
    "Skrivefladen gik i stykker og kunne ikke tegnes igen. Teksten er her stadig. Genindlæs siden for at skrive videre.",
  leftOut:
    "Teksten blev låst, før det sidste, du skrev, nåede at blive gemt. Det er ikke med i den låste tekst, men står her, så længe siden er åben. Bliver teksten åbnet igen, gemmes det af sig selv.",
  roomFull: "Der er allerede 100, der skriver i teksten. Du kan læse med imens, og siden prøver igen af sig selv.",
  large:
    "Teksten er blevet meget lang: den fylder nu over halvdelen af det, der kan gemmes i én tekst. Alt bliver stadig gemt, men undgå at indsætte lange stykker.",
  earlier: "Dette nåede ikke at blive gemt, før siden blev genindlæst eller forladt.",
  earlierNotSaved: "Ikke gemt før genindlæsningen",
  earlierCut: "Der var mere, men det var for langt til at blive husket.",
  copyEarlier: "Kopiér",
  dismiss: "Fjern",
};

/** Why the server has closed the door: by what it said before, or by its code. */
const CLOSED: Readonly<Record<string, string>> = {
  "4400": "Serveren kunne ikke forstå det, siden sendte. Genindlæs siden for at skrive videre.",
  "4401": "Du er blevet logget ud. Log ind igen i en ny fane, og tryk derefter på “Prøv igen” her.",
  "4403": "Du har ikke længere adgang til at skrive i teksten.",
  "4404": "Teksten findes ikke længere, eller du har ikke adgang til den.",
  "4409":
    "Siden passer ikke længere til teksten: den er blevet for gammel, eller en anden er logget ind i browseren. Genindlæs siden for at skrive videre.",
  "4413":
    "Det, du indsatte, er for stort til at blive gemt på én gang. Genindlæs siden, og indsæt det i mindre stykker.",
  "4426": "Samsvar er blevet opdateret, mens siden stod åben. Genindlæs siden for at skrive videre.",
  forged: "Serveren kunne ikke se, at ændringen kom fra denne side. Genindlæs siden for at skrive videre.",
  superseded: "Siden har mistet sin plads til en nyere forbindelse. Genindlæs siden for at skrive videre.",
  full: "Teksten fylder for meget, så der kan ikke gemmes mere i den. Genindlæs siden, og slet noget, før du skriver videre.",
  "unknown-content":
    "Der var noget i det, du skrev eller indsatte, som ikke kan gemmes. Genindlæs siden, og skriv det igen uden særlig opsætning.",
};

export function because({ code, reason }: { code: number | null; reason: string | null }): string {
  const other = "Serveren tager ikke imod det, du skriver. Genindlæs siden for at skrive videre.";
  return CLOSED[reason ?? ""] ?? CLOSED[String(code)] ?? other;
}
