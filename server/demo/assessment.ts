import type { DemoCenter } from "./people";
import { type DemoPassage, paragraph } from "./text";

/** The implementation assessment that is under way: two of the three goal areas are answered. */
export const ASSESSMENT = {
  title: "Vurdering af, hvor langt vi er med de fælles mål",
  caseSerial: "020317",
  kle: "29.30.05",
};

/** Goals are named by their opening words. */
const AT_HOME = "Senest i ";
const ONE_NUMBER = "Læger, hospitaler og vagtcentral";
const YEARLY_COUNT = "Kommunerne offentliggør hvert forår";
const COUNSEL = "En ung mellem 16 og 24 år";
const SCHOOL = "Elever på første år";
const TRAINING = "Genoptræning efter indlæggelse";
const QUESTIONS = "Alle kommuner spørger borgeren";
const NEIGHBOUR = "Træning kan foregå";

export const ASSESSMENT_ASSIGNMENTS: { center: DemoCenter; clauses: string[] }[] = [
  { center: "aeldre", clauses: [AT_HOME, ONE_NUMBER, YEARLY_COUNT, TRAINING, QUESTIONS, NEIGHBOUR] },
  { center: "boern", clauses: [COUNSEL, SCHOOL] },
];

const aeldre = (...on: string[]) => ({ for: "aeldre", on }) as const;
const boern = (...on: string[]) => ({ for: "boern", on }) as const;

export const ASSESSMENT_TEXT: DemoPassage[] = [
  {
    by: "bidragyder.aeldre",
    under: "Hvordan arbejder Eksempel Kommune aktuelt med akutsygepleje",
    blocks: [
      paragraph(
        "Kommunens akutteam består af seks sygeplejersker og kører alle dage fra kl. 7 til 23. I de timer har teamet det seneste halve år været fremme inden for to timer ved 94 ud af 100 henvendelser.",
        aeldre(AT_HOME),
      ),
      paragraph(
        "Om natten dækkes akutte besøg af den almindelige natsygepleje, og her er der ingen garanti for tiden. En fælles natordning med nabokommunen undersøges; der er endnu ikke truffet beslutning.",
        aeldre(AT_HOME),
      ),
      paragraph(
        "Nummeret til akutteamet er lokalt. Kommunen går med i det fælles nummer, så snart teknikken er på plads.",
        aeldre(ONE_NUMBER),
      ),
    ],
  },
  {
    by: "bidragyder.boern",
    under: "Hvordan arbejder Eksempel Kommune aktuelt med unges trivsel",
    blocks: [
      paragraph(
        "Ungerådgivningen holder åbent to eftermiddage om ugen, og alle under 25 kan komme uden at bestille tid. Ventetiden på et længere forløb har de seneste tre måneder i gennemsnit været otte dage.",
        boern(COUNSEL),
      ),
      paragraph(
        "Kommunen er ikke i gang med undervisning på ungdomsuddannelserne. Opgaven er sat på dagsordenen for det kommende samarbejdsmøde med erhvervsskolen.",
        boern(SCHOOL),
      ),
    ],
  },
];
