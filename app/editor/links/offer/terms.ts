import { stem } from "../../../document-model/stem";

/** Words that say how something is said, not what it is about; also those with which one comments on anything. */
const SAYS_NOTHING = new Set(
  `af alle alt altid andet andre anden at bare begge blev blive bliver blevet både bør da de dem den denne der deres derfor
  derfra dermed derudover desuden det dette dig din disse dog du efter egen eget egne eller ellers en end endnu endvidere
  enhver er et ene eneste enten evt fik fin fine flere fleste for fordi forhold fra fx få får fået før gerne generelt give
  giver gives givet gjort god godt gode gælder gør gøre gøres ham han hans har have haft helt hende her herunder heraf hertil
  hos hun hver hvert hvad hvem hvis hvor hvordan hvorfor hvornår hvilke hvilken hvilket hvorledes i idet ifm ift igen ikke
  imellem imens imod ind inden ingen intet ja jeg jer jeres kan kommer komme kunne kun lidt lige lægges læg man mange med
  mellem men mere mest mig mht min mindre mindst mod må måske måtte når ned nej netop nogen noget nogle nu ny nye nyt næste
  næsten nærmere oftest ofte og også om omkring omfattet op os over overfor pga på pct samme samt se ses selv senest ser
  siden sidst sig sin sine sit skal skulle som stadig stor store stort står står sted så således sådan tage tager tages
  til tilsvarende tillige under ud uden undervejs var ved vedr vedrørende vej vel vi via vil ville vores være været
  afsnit afsnittet aftalen aftale aftalens udkast udkastet bemærkning bemærkninger bestemmelse bestemmelsen punkt punktet
  pkt mål målet målene kilde kilden enig enige finder foreslår foreslås forslag forslaget støtter støtte anbefaler
  anbefales bemærkes bemærker bemærke ønsker ønskes opfordrer opfordres positivt positiv positive tydelig tydelige tydeligt
  tydeligere uklart fremgår fremgå beskrives beskrevet beskrive beskriver skrives skrevet skrive præciseres præcisere
  præcisering afklares uddybes tilføjes opleves erfaring erfaringen erfaringer udfordring udfordringer udfordrende vigtigt
  vigtig væsentligt afgørende nødvendigt behov brug bruges bruger muligt mulighed muligheder praksis gang gange dag dage`
    .split(/\s+/)
    .filter(Boolean),
);

const SHORTEST = 3;

/** The stems of a text's words that may say what it is about, each once. */
export function termsOf(text: string): string[] {
  const words =
    text
      .normalize("NFC")
      .replace(/\u00ad/g, "")
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return [...new Set(words.filter((word) => word.length >= SHORTEST && !SAYS_NOTHING.has(word)).map(stem))];
}
