/**
 * The goal paper of the demo in its two versions. `year` is the year that the draft came; the final paper came the year after.
 * From draft to final: every goal is worded anew, the first is split in two, "Mødesteder …" is dropped, "Træning …" is new.
 */
export const GOAL_PAPER_TITLE = "Fælles mål for borgernære sundhedstilbud";
export const GOAL_PAPER_PUBLISHER = "KKR Øst";

export function goalPaperDraft(year: number): string {
  return `# Fælles mål for borgernære sundhedstilbud – udkast ${year}

Kommunerne i KKR Øst vil i de kommende år samles om få mål, som ingen af dem kan nå alene. Målene gælder de tilbud, borgerne møder tæt på deres hjem.

## Akut hjælp tæt på hjemmet

Flere borgere med alvorlig sygdom bor hjemme. Det kræver, at en sygeplejerske kan komme hurtigt, og at læger og hospitaler ved, hvad de kan bede kommunen om.

### KKR-mål for akut hjælp tæt på hjemmet

- Alle kommuner har senest i ${year + 2} en akutsygepleje, som kan være hos borgeren inden for to timer hele døgnet, og som læger og hospitaler kan nå på ét fælles telefonnummer.
- Kommunerne opgør hvert år, hvor mange indlæggelser akutsygeplejen har afløst, og deler tallene med hinanden.

## Unges mentale sundhed

Flere unge mistrives, og mange af dem kender ikke de tilbud, der findes. Unge går i skole, arbejder og har fritid på tværs af kommunegrænser.

### KKR-mål for unges mentale sundhed

- Alle unge mellem 16 og 24 år kan få en samtale hos en rådgiver uden henvisning og uden ventetid på mere end ti dage.
- Kommunerne laver sammen med ungdomsuddannelserne et forløb om søvn, stress og fællesskab, som alle elever på første årgang gennemfører.
- Mødesteder for unge, der føler sig ensomme, åbnes i mindst halvdelen af kommunerne.

## Tilbage til hverdagen efter sygdom

En genoptræningsplan hjælper kun, når borgeren kommer i gang i tide og kan overskue forløbet.

### KKR-mål for tilbage til hverdagen efter sygdom

- Borgere med en genoptræningsplan begynder senest syv dage efter udskrivning.
- Kommunerne bruger de samme tre spørgsmål til at måle, om borgeren efter et forløb kan det, der betød mest for borgeren selv.

## Udviklingsområder

Kommuner, der har lyst, kan gå foran på tre områder, som endnu ikke er mål.

A: Tandsundhed hos borgere i botilbud
Mange borgere i botilbud kommer sjældent til tandlæge. Kommunerne opfordres til at afprøve faste besøg af tandplejere i tilbuddene.

B: Fælles oplæring i medicinhåndtering
Fejl i medicin sker oftest, når en borger skifter fra ét tilbud til et andet. Kommunerne opfordres til at lave en fælles oplæring for social- og sundhedspersonale.

C: Samtaler på video som supplement til besøg
Nogle borgere foretrækker en kort samtale på skærm frem for et besøg. Kommunerne opfordres til at beskrive, hvornår det er forsvarligt.
`;
}

export function goalPaperFinal(year: number): string {
  return `# Fælles mål for borgernære sundhedstilbud ${year + 1}

KKR Øst har vedtaget otte fælles mål. De bygger på høringen af udkastet fra ${year} og skal være nået ved udgangen af ${year + 3}. Der gøres status hvert år.

## En akutsygepleje, man kan regne med

Høringen viste, at svartid og telefonnummer bør stå hver for sig, fordi kommunerne er forskelligt langt med de to opgaver.

### KKR-mål for akutsygepleje

- Senest i ${year + 3} kan en akutsygeplejerske være fremme hos borgeren inden for to timer, hele døgnet og i hele kommunen.
- Læger, hospitaler og vagtcentral når akutsygeplejen i alle kommuner gennem ét fælles nummer.
- Kommunerne offentliggør hvert forår en opgørelse over akutsygeplejens besøg og over de indlæggelser, den har forebygget.

## Unge, der trives

Unge skal kunne få hjælp, før problemerne vokser, og de skal kunne få den dér, hvor de færdes.

### KKR-mål for unges trivsel

- En ung mellem 16 og 24 år kan tale med en rådgiver senest ti dage efter første henvendelse og skal ikke have en henvisning.
- Elever på første år af en ungdomsuddannelse deltager i et undervisningsforløb om søvn, pres og fællesskab, som kommuner og skoler står for i fællesskab.

## Fra sygdom til hverdag

Borgeren skal mærke, at hospital og kommune arbejder efter den samme plan.

### KKR-mål for vejen fra sygdom til hverdag

- Genoptræning efter indlæggelse begynder senest en uge efter, at borgeren er kommet hjem.
- Alle kommuner spørger borgeren før og efter forløbet med de samme tre spørgsmål og bruger svarene i den årlige status.
- Træning kan foregå i en anden kommune i KKR Øst, når det giver borgeren kortere vej eller bedre tid.

## Udviklingsområder

De tre områder er ikke mål, men kommunerne opfordres til at afprøve dem og dele erfaringerne.

A: Tandsundhed hos borgere i botilbud
Kommunerne opfordres til at lade tandplejere komme fast i botilbud og til at måle, om det giver færre akutte tandlægebesøg.

B: Fælles oplæring i medicinhåndtering
Kommunerne opfordres til at bruge det samme oplæringsforløb for nye medarbejdere, så viden følger med på tværs af tilbud.

C: Samtaler på video som supplement til besøg
Kommunerne opfordres til at aftale fælles kriterier for, hvornår en samtale på video kan træde i stedet for et besøg.
`;
}
