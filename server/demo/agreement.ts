/** The draft agreement that the demo hearing is about: 8 sections, 32 clauses. Everything in it is made up. */
export const AGREEMENT_TITLE = "Samarbejdsaftale om voksne med psykisk sygdom";
export const AGREEMENT_SENDER = "Sundhedssamarbejdet Øst";

export const AGREEMENT_TEXT = `## 1 Formål og målgruppe

1.1 Aftalen skal give voksne med psykisk sygdom ét samlet forløb, også når hjælpen kommer fra flere myndigheder på én gang. Den fastlægger, hvem der gør hvad, og hvornår det skal ske.

1.2 Aftalen omfatter borgere på 18 år og derover, som har en psykisk sygdom og samtidig modtager, eller må forventes at få brug for, hjælp fra både kommune og psykiatri. Borgere uden en afklaret diagnose er omfattet, når behovet for hjælp er det samme.

1.3 Aftalen ændrer ikke på myndighedernes kompetence efter lovgivningen. Hvor en bestemmelse i aftalen og en regel i loven ikke stemmer overens, gælder loven.

## 2 Fælles principper

2.1 Borgerens egne mål er udgangspunktet for alle planer. Parterne bruger samme mål i den kommunale handleplan og i behandlingsplanen.

2.2 Pårørende inddrages, når borgeren ønsker det. Parterne spørger ved hvert nyt forløb og noterer svaret, så pårørende ikke skal gentage deres oplysninger.

2.3 Den mindst indgribende hjælp, som er tilstrækkelig, vælges først. Parterne begrunder over for hinanden, hvis der vælges en mere indgribende løsning.

2.4 Oplysninger deles med borgerens samtykke. Samtykket indhentes skriftligt af den part, der først ser behovet, og gælder for begge parter i op til et år.

## 3 Ansvar og roller

3.1 Kommunen har ansvaret for social støtte, bolig, beskæftigelse og kommunale sundhedstilbud. Kommunen udpeger én indgang, som regionen kan henvende sig til på alle hverdage.

3.2 Regionen har ansvaret for udredning og behandling i psykiatrien og for rådgivning af kommunens personale om den enkelte borgers sygdom.

3.3 Den praktiserende læge har det løbende ansvar for borgerens almindelige sygdomsbehandling og inviteres til fælles møder. Deltager lægen ikke, sendes referatet elektronisk senest dagen efter.

3.4 Hver borger har en fast kontaktperson hos begge parter. Kontaktpersonerne har pligt til at orientere hinanden, når en aftale med borgeren ændres.

3.5 Får borgeren hjælp fra tre eller flere enheder, udarbejdes en koordinerende indsatsplan. Den part, som borgeren har hyppigst kontakt med, indkalder og skriver planen.

## 4 Ambulant behandling og samtidig social indsats

4.1 Regionen underretter kommunen senest ti hverdage efter, at et ambulant forløb er begyndt, hvis borgeren vurderes at have behov for social støtte.

4.2 Behandling og social indsats gives samtidig og afventer ikke hinanden. Kan en kommunal indsats ikke begynde inden for fire uger, tilbyder kommunen en midlertidig løsning.

4.3 Borgere, der ikke selv kan møde frem, får følgeskab til behandling. Kommunen sørger for følgeskabet, når borgeren bor i et kommunalt tilbud; ellers aftales det fra gang til gang.

4.4 Alle borgere i et ambulant forløb tilbydes en årlig undersøgelse af det fysiske helbred. Regionen foretager undersøgelsen, og kommunen følger op med tilbud om kost, motion og rygestop.

## 5 Indlæggelse og udskrivning

5.1 Ved indlæggelse sender kommunen senest næste hverdag en kort beskrivelse af borgerens støtte, bolig og netværk til afdelingen.

5.2 Afdelingen indkalder til et fælles møde inden for de første fem hverdage. Mødet kan holdes på video. Formålet er at aftale, hvad der skal være på plads før udskrivning.

5.3 Afdelingen varsler udskrivning skriftligt senest tre hverdage før. Er der brug for ny bolig eller væsentligt ændret støtte, er varslet mindst ti hverdage.

5.4 Ved udskrivning foreligger en skriftlig udskrivningsaftale med dato for den første kontakt i kommunen, en plan for medicinen og navnet på den, borgeren kan ringe til.

5.5 Borgere med behov for det får en overgangskontakt, som følger borgeren i otte uger efter udskrivningen. Kontakten kan komme fra kommunen eller fra regionen.

## 6 Særlige målgrupper

6.1 Borgere med både psykisk sygdom og et skadeligt forbrug af rusmidler tilbydes én samlet behandling. Parterne aftaler i hvert forløb, hvem der har ansvaret for helheden.

6.2 Borgere i hjemløshed må ikke udskrives til gaden. Afdelingen kontakter kommunen, så snart det står klart, at borgeren ikke har et sted at bo.

6.3 For borgere over 65 år vurderes i fællesskab, om funktionstab skyldes psykisk sygdom, demens eller anden sygdom. Hjemmeplejen deltager i vurderingen.

6.4 Har borgeren børn under 18 år, spørger parterne til børnenes situation ved hvert nyt forløb. Kommunen tilbyder familien en samtale senest to uger efter en henvendelse.

6.5 Unge, som fylder 18 år i et behandlingsforløb, har en fælles plan for overgangen senest et halvt år før fødselsdagen.

## 7 Uenighed og utilsigtede hændelser

7.1 Uenighed om en borgers forløb løses mellem kontaktpersonernes ledere inden for tre hverdage. Kan de ikke blive enige, afgør de to områders chefer sagen, uden at borgerens hjælp afbrydes imens.

7.2 Utilsigtede hændelser ved overgange rapporteres af den part, der opdager dem, og drøftes på det næste møde i samarbejdsgruppen.

## 8 Opfølgning og ikrafttræden

8.1 Parterne følger hvert halve år tre tal: andelen af udskrivninger med skriftlig aftale, antallet af genindlæggelser inden 30 dage og ventetiden på social støtte.

8.2 Medarbejdere hos begge parter tilbydes fælles undervisning mindst én gang om året. [Beløb til undervisningen indsættes efter høringen.]

8.3 Hver part afholder egne udgifter. Udgifter til fælles undervisning og til den fælles hjemmeside deles efter folketal.

8.4 Aftalen træder i kraft den 1. januar og genforhandles efter tre år. Den kan opsiges af hver af parterne med seks måneders varsel.
`;
