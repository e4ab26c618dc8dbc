import type { GoalStatus } from "../../app/document-model/goals";
import type { DemoCenter, DemoPerson } from "./people";
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
  { center: "social", clauses: [COUNSEL] },
  { center: "nabo", clauses: [COUNSEL, SCHOOL] },
];

type Status = { by: DemoPerson; center: DemoCenter; goal: string; status: GoalStatus; nextStep?: string };

/** How far the centers have said they are; of the goals that are left out nobody has said anything yet. */
export const STATUSES: Status[] = [
  {
    ...{ by: "bidragyder.aeldre", center: "aeldre", goal: AT_HOME, status: "in-progress" },
    nextStep: "Afklare en fælles natordning",
  },
  { by: "bidragyder.aeldre", center: "aeldre", goal: ONE_NUMBER, status: "planned" },
  { by: "bidragyder.boern", center: "boern", goal: COUNSEL, status: "met" },
  { by: "bidragyder.boern", center: "boern", goal: SCHOOL, status: "not-current" },
  { by: "bidragyder.social", center: "social", goal: COUNSEL, status: "partly-met" },
  {
    ...{ by: "nabo.bidragyder", center: "nabo", goal: COUNSEL, status: "in-progress" },
    nextStep: "Udvide åbningstiden til alle hverdage",
  },
  { by: "nabo.bidragyder", center: "nabo", goal: SCHOOL, status: "planned" },
];

const aeldre = (...on: string[]) => ({ for: "aeldre", on }) as const;
const boern = (...on: string[]) => ({ for: "boern", on }) as const;
const nabo = (...on: string[]) => ({ for: "nabo", on }) as const;

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
  {
    by: "nabo.bidragyder",
    under: "Hvordan arbejder Nabo Kommune aktuelt med unges trivsel",
    blocks: [
      paragraph(
        "Socialcenteret har rådgivning for unge to eftermiddage om ugen i de gamle banebygninger. I sommerferien har der været op til tre ugers ventetid, og fra efteråret er der åbent alle hverdage.",
        nabo(COUNSEL),
      ),
    ],
  },
];
